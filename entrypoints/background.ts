// In: reports of the content scripts. Out: badges and tallies. Keeps nothing itself, since the browser stops and starts it at will.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../lib/badge';
import { followContextMenu } from '../lib/context-menu';
import { onPictureAsked, onTold } from '../lib/messaging';
import { noteUpdate } from '../lib/news';
import { takePicture } from '../lib/picture';
import { storeChange } from '../lib/rules';
import { followShortcuts } from '../lib/shortcuts';
import { remember } from '../lib/site-memory';
import { followSync } from '../lib/sync';
import { tally } from '../lib/tally';
import { welcome } from '../lib/welcome';

export default defineBackground(() => {
  followSync();
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void welcome(reason);
    void noteUpdate(reason, previousVersion, browser.runtime.getManifest().version);
  });
  followShortcuts();
  followContextMenu();
  onTold('reportChanged', (report, tabId, isPrivate) => {
    void showBadge(tabId, report);
    // A private window leaves no traces.
    if (!isPrivate) void tally(tabId, report);
  });
  onTold('changeRules', (change, _, isPrivate) => {
    // A full storage takes nothing more: the page tells the reader.
    return isPrivate ? undefined : storeChange(change).then(() => true, () => false);
  });
  onTold('remember', (learned, _, isPrivate) => {
    if (!isPrivate) void remember(learned);
  });
  onPictureAsked(takePicture);
});

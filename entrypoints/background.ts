// In: reports of the content scripts. Out: badges. Keeps nothing, since the browser stops and starts it at will.
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../lib/badge';
import { onMessage } from '../lib/messaging';

export default defineBackground(() => {
  onMessage('reportChanged', (report, tabId) => {
    if (tabId !== undefined) void showBadge(tabId, report);
    return null;
  });
});

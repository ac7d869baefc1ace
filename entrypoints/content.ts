// In: a page that begins to load. Out: a session on it, wired to settings, messages and the engine.
import '../lib/page/page.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAppeals } from '../lib/appeals';
import { classify, createLiveClassifier } from '../lib/engine';
import { KINDS, recordOf } from '../lib/engine/types';
import { pageTexts, t } from '../lib/i18n';
import { isOrphaned, watchLifetime } from '../lib/lifetime';
import { askPicture, onAsked, tellExtension } from '../lib/messaging';
import { followAddress } from '../lib/page/address';
import { exportPage, keepDownloadsPrivate } from '../lib/page/export';
import { createInsistence } from '../lib/page/insist';
import { startSession } from '../lib/page/session';
import { loadRules, mayStore, watchRules } from '../lib/rules';
import { loadMemory } from '../lib/site-memory';
import { siteKey } from '../lib/sites';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_start',
  // Pages are none the wiser.
  noScriptStartedPostMessage: true,
  main(ctx) {
    watchLifetime(ctx);
    keepDownloadsPrivate(ctx.signal);
    const { classifier, insist } = createInsistence((options) => createLiveClassifier(document, options));
    const appeals = createAppeals(siteKey(location.hostname));
    const say = pageTexts();
    const session = startSession({
      document,
      classifier,
      classifyFrame: (inner) => classify(inner, { force: true, around: document }),
      // Storage that has gone would be read as storage that is empty: no answer leaves the page as it is.
      loadSettings: () => (isOrphaned() ? new Promise(() => undefined) : appeals.loadSettings()),
      watchSettings: appeals.watchSettings,
      loadMemory,
      saveMemory: (site, signatures) => {
        if (mayStore()) void tellExtension('remember', { site, signatures });
      },
      onReport(report) {
        // When a newsroom asked last is kept too.
        if (mayStore()) appeals.saw(report);
        void tellExtension('reportChanged', report);
      },
      texts: {
        language: say.language,
        direction: say.direction,
        title: t('legendTitle'),
        close: t('close'),
        unsure: t('legendUnsure'),
        kinds: recordOf(KINDS, (kind) => t(kind)),
      },
      desk: {
        say,
        mayStore,
        rules: {
          load: loadRules,
          watch: watchRules,
          change: async (change) => !mayStore() || tellExtension('changeRules', change),
        },
        export: (kind, classification) =>
          exportPage(document, kind, classification, {
            version: browser.runtime.getManifest().version,
            takePicture: askPicture,
          }),
      },
      signal: ctx.signal,
    });
    ctx.onInvalidated(onAsked('getPage', () => ({ report: session.report(), prompts: session.prompts() })));
    ctx.onInvalidated(onAsked('revealPrompt', ({ id, on }) => {
      session.reveal(id, on);
      return null;
    }));
    ctx.onInvalidated(onAsked('insistArticle', () => {
      insist(true);
      session.navigated();
      return null;
    }));
    ctx.onInvalidated(onAsked('correctHere', (wish) => {
      session.desk.correctHere(wish);
      return null;
    }));
    ctx.onInvalidated(onAsked('command', session.desk.command));
    ctx.onInvalidated(onAsked('toggleInspector', () => {
      session.desk.toggleInspector();
      return null;
    }));
    followAddress(ctx.signal, () => {
      insist(false);
      session.navigated();
    });
  },
});

// In: a page that begins to load. Out: a session on it, wired to settings, messages and the engine.
import '../lib/page/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { classify, createLiveClassifier } from '../lib/engine';
import { KINDS, type Kind } from '../lib/engine/types';
import { t } from '../lib/i18n';
import { onMessage, tellExtension } from '../lib/messaging';
import { createInsistence } from '../lib/page/insist';
import { startSession } from '../lib/page/session';
import { loadMemory, saveMemory } from '../lib/site-memory';
import { loadSettings, watchSettings } from '../lib/settings';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_start',
  // Pages are none the wiser.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const { classifier, insist } = createInsistence((options) => createLiveClassifier(document, options));
    const session = startSession({
      document,
      classifier,
      classifyFrame: (inner) => classify(inner, { force: true }),
      loadSettings,
      watchSettings,
      loadMemory,
      saveMemory: (site, signatures) => void saveMemory(site, signatures),
      onReport: (report) => void tellExtension('reportChanged', report),
      texts: {
        title: t('legendTitle'),
        close: t('close'),
        unsure: t('legendUnsure'),
        kinds: Object.fromEntries(KINDS.map((kind) => [kind, t(kind)])) as Record<Kind, string>,
      },
      signal: ctx.signal,
    });
    ctx.onInvalidated(onMessage('getReport', session.report));
    ctx.onInvalidated(onMessage('getPrompts', session.prompts));
    ctx.onInvalidated(onMessage('revealPrompt', ({ id, on }) => {
      session.reveal(id, on);
      return null;
    }));
    ctx.onInvalidated(onMessage('insistArticle', () => {
      insist(true);
      session.navigated();
      return null;
    }));
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl, oldUrl }) => {
      if (newUrl.pathname + newUrl.search === oldUrl.pathname + oldUrl.search) return;
      insist(false);
      session.navigated();
    });
  },
});

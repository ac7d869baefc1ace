// In: settings and options. Out: a session on the test's own document with a perfect engine, what it reports, and the ends of its wires.
import { afterEach, beforeEach, vi } from 'vitest';
import type { Classification } from '../../lib/engine/types';
import { MARK } from '../../lib/page/mark';
import type { Signature } from '../../lib/page/signature';
import type { PageReport } from '../../lib/page/report';
import { startSession, type SessionOptions } from '../../lib/page/session';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { fakeClassifier, fakeClassify } from './fake-classify';
import { fakeDesk } from './fake-desk';

const TEXTS = {
  title: 'Found',
  close: 'Close',
  unsure: 'Not sure',
  kinds: { fundraising: 'Fundraising', newsletter: 'Newsletters', promo: 'Promos' },
  language: 'en',
  direction: 'ltr' as const,
};
const PAGE = `<article><p>Story</p></article>
  <p id="ask" data-kind="fundraising" style="color:  red">Give</p>
  <p id="mail" data-kind="newsletter">Sign up</p>
  <p id="maybe" data-kind="promo" data-sure="no">More</p>`;

export const html = () => document.documentElement.outerHTML;
export const marked = () => Array.from(document.querySelectorAll(`[${MARK}]`), (element) => `${element.id} ${element.getAttribute(MARK)!}`);
export const legendShown = () => document.querySelector('unpitch-legend') !== null;

export let end: AbortController;
export let setSettings: (settings: Settings) => void;
export let reports: PageReport[];
let remembered: readonly Signature[];
export let classify: ReturnType<typeof vi.fn<(document: Document) => Classification>>;

export function start(settings: Settings = DEFAULT_SETTINGS, options: Partial<SessionOptions> = {}) {
  return startSession({
    document,
    classifier: fakeClassifier(() => classify(document)),
    classifyFrame: classify,
    loadSettings: () => Promise.resolve(settings),
    loadMemory: () => Promise.resolve(remembered),
    saveMemory: (_, signatures) => {
      remembered = signatures;
    },
    watchSettings: (callback) => {
      setSettings = callback;
      return () => undefined;
    },
    onReport: (report) => reports.push(report),
    texts: TEXTS,
    desk: fakeDesk(),
    signal: end.signal,
    ...options,
  });
}

beforeEach(() => {
  document.head.innerHTML = `<style>[${MARK}="hidden"] { display: none !important }</style>`;
  document.body.innerHTML = PAGE;
  end = new AbortController();
  reports = [];
  remembered = [];
  classify = vi.fn(fakeClassify);
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Classification } from '../../lib/engine/types';
import * as dom from '../../lib/page/dom';
import { MARK } from '../../lib/page/mark';
import type { Signature } from '../../lib/page/memory';
import type { PageReport } from '../../lib/page/report';
import { startSession, type SessionOptions } from '../../lib/page/session';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { withSite } from '../../lib/sites';
import { fakeClassifier, fakeClassify } from './fake-classify';
import { fakeDesk } from './fake-desk';

vi.mock('../../lib/page/dom', { spy: true });

const TEXTS = {
  title: 'Found',
  close: 'Close',
  unsure: 'Not sure',
  kinds: { fundraising: 'Fundraising', newsletter: 'Newsletters', promo: 'Promos' },
};
const PAGE = `<article><p>Story</p></article>
  <p id="ask" data-kind="fundraising" style="color:  red">Give</p>
  <p id="mail" data-kind="newsletter">Sign up</p>
  <p id="maybe" data-kind="promo" data-sure="no">More</p>`;

const html = () => document.documentElement.outerHTML;
const marked = () => Array.from(document.querySelectorAll(`[${MARK}]`), (element) => `${element.id} ${element.getAttribute(MARK)!}`);
const legendShown = () => document.querySelector('unpitch-legend') !== null;

let end: AbortController;
let setSettings: (settings: Settings) => void;
let reports: PageReport[];
let remembered: readonly Signature[];
let classify: ReturnType<typeof vi.fn<(document: Document) => Classification>>;

function start(settings: Settings = DEFAULT_SETTINGS, options: Partial<SessionOptions> = {}) {
  const session = startSession({
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
  return session;
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

describe('session', () => {
  it('hides the sure prompts of an article and reports them', async () => {
    const session = start();
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
    expect(legendShown()).toBe(false);
    expect(session.report()).toEqual({
      status: 'article',
      visit: Math.round(performance.timeOrigin), site: 'localhost',
      mode: 'hide',
      found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 1, unsure: 0 }, promo: { sure: 0, unsure: 1 } },
      words: { article: 0, fundraising: 1, newsletter: 2, promo: 1, other: 0 },
      marked: 2,
      insisted: 0,
    });
    expect(reports.at(-1)).toEqual(session.report());
  });

  it('lists its prompts, shows one that the reader asks for, and hides it again', async () => {
    const session = start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    const said = () => session.prompts().map(({ id, title, state }) => `${id} ${title} ${state}`);
    expect(said()).toEqual(['1 Give hidden', '2 Sign up hidden', '3 More shown']);
    session.reveal(1, true);
    expect(marked()).toEqual(['ask fundraising', 'mail hidden']);
    expect(said()[0]).toBe('1 Give outlined');
    session.reveal(99, true);
    session.reveal(1, false);
    expect(marked()).toEqual(['ask hidden', 'mail hidden']);
  });

  it('outlines all of them in Highlight, with a legend', async () => {
    start({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    await vi.waitFor(() => expect(marked()).toEqual(['ask fundraising', 'mail newsletter', 'maybe promo unsure']));
    expect(legendShown()).toBe(true);
  });

  it('puts the page back byte for byte when switched off, from either mode', async () => {
    const before = html();
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    setSettings({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    expect(legendShown()).toBe(true);
    setSettings({ ...DEFAULT_SETTINGS, mode: 'off' });
    expect(html()).toBe(before);
    expect(reports.at(-1)).toMatchObject({ status: 'off', marked: 0 });
    setSettings(DEFAULT_SETTINGS);
    expect(marked()).toHaveLength(2);
  });

  it('puts the page back when it ends, and does nothing more', async () => {
    const before = html();
    start({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    await vi.waitFor(() => expect(legendShown()).toBe(true));
    const calls = classify.mock.calls.length;
    end.abort();
    expect(html()).toBe(before);
    setSettings(DEFAULT_SETTINGS);
    document.dispatchEvent(new Event('readystatechange'));
    expect(html()).toBe(before);
    expect(classify).toHaveBeenCalledTimes(calls);
  });

  it('follows the switches of kinds and of the site without classifying again', async () => {
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    setSettings({ ...DEFAULT_SETTINGS, kinds: { ...DEFAULT_SETTINGS.kinds, newsletter: false } });
    expect(marked()).toEqual(['ask hidden']);
    expect(reports.at(-1)).toMatchObject({ marked: 1, found: { newsletter: { sure: 1, unsure: 0 } } });
    expect(classify).toHaveBeenCalledTimes(1);
    setSettings(withSite(DEFAULT_SETTINGS, 'localhost', false));
    expect(marked()).toEqual([]);
    expect(reports.at(-1)!.status).toBe('off');
  });

  it('does not look at the page while off', async () => {
    start({ ...DEFAULT_SETTINGS, mode: 'off' });
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('off'));
    expect(classify).not.toHaveBeenCalled();
  });

  it('waits until the page is parsed', async () => {
    const parsed = vi.spyOn(dom, 'isParsed').mockReturnValue(false);
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('loading'));
    expect(classify).not.toHaveBeenCalled();
    parsed.mockReturnValue(true);
    document.dispatchEvent(new Event('readystatechange'));
    expect(marked()).toHaveLength(2);
  });

  it('leaves a page alone that is no article', async () => {
    document.querySelector('article')!.remove();
    const before = html();
    start();
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ status: 'not-article', marked: 0 }));
    expect(html()).toBe(before);
  });

  it('hides nothing and says so when the page cannot be read', async () => {
    const before = html();
    classify.mockImplementation(() => {
      throw new Error('too odd');
    });
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('failed'));
    expect(html()).toBe(before);
  });

  it('leaves a page without a body alone', async () => {
    const body = document.body;
    body.remove();
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('unsupported'));
    expect(classify).not.toHaveBeenCalled();
    document.documentElement.append(body);
  });

  it('reports only what has changed', async () => {
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('article'));
    const count = reports.length;
    setSettings(DEFAULT_SETTINGS);
    expect(reports).toHaveLength(count);
  });
});

describe('a page that is still coming', () => {
  it('is not judged by a part of it whose reading ends when the rest is there', async () => {
    const parsed = vi.spyOn(dom, 'isParsed').mockReturnValue(false);
    const loaded = vi.spyOn(dom, 'isLoaded').mockReturnValue(false);
    // The story comes last: until then this is no article.
    const story = document.querySelector('article')!;
    story.remove();
    let release = false;
    const statuses: string[] = [];
    start(DEFAULT_SETTINGS, {
      classifier: {
        ...fakeClassifier(() => fakeClassify(document)),
        *classify() {
          const cut = classify(document);
          while (!release) yield;
          return cut;
        },
      },
      onReport: ({ status }) => statuses.push(status),
    });
    await vi.waitFor(() => expect(statuses).toEqual(['loading']));
    document.body.insertAdjacentHTML('beforeend', '<i></i>'.repeat(40));
    await vi.waitFor(() => expect(classify).toHaveBeenCalledTimes(1));
    document.body.prepend(story);
    parsed.mockReturnValue(true);
    document.dispatchEvent(new Event('readystatechange'));
    loaded.mockReturnValue(true);
    document.dispatchEvent(new Event('readystatechange'));
    release = true;
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
    expect(statuses).not.toContain('not-article');
    // It is watched from here on.
    document.body.insertAdjacentHTML('beforeend', '<div id="late" data-kind="promo">Late</div>');
    await vi.waitFor(() => expect(marked()).toContain('late hidden'));
  });

  it('is read whole the next time once it is not watched any more', async () => {
    document.querySelector('article')!.remove();
    document.querySelector('#ask')!.textContent = 'A shop has many words. '.repeat(20);
    const classifier = { ...fakeClassifier(() => fakeClassify(document)), reset: vi.fn() };
    start(DEFAULT_SETTINGS, { classifier });
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('not-article'));
    expect(classifier.reset).toHaveBeenCalledOnce();
  });
});

describe('a page that changes', () => {
  it('loses prompts that come later', async () => {
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    document.body.insertAdjacentHTML('beforeend', '<div id="late" data-kind="promo">Late</div>');
    await vi.waitFor(() => expect(marked()).toContain('late hidden'));
    expect(reports.at(-1)!.marked).toBe(3);
  });

  it('gets its marks back when it drops them', async () => {
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    document.querySelector('#ask')!.removeAttribute(MARK);
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
  });

  it('is not classified again for clocks, scripts, editors, or our own legend', async () => {
    document.body.insertAdjacentHTML('beforeend', '<b id="clock">12:00</b><div id="editor" contenteditable="true"></div>');
    start({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    await vi.waitFor(() => expect(legendShown()).toBe(true));
    const calls = classify.mock.calls.length;
    document.querySelector('#clock')!.textContent = '12:01';
    document.head.append(document.createElement('script'));
    document.querySelector('#editor')!.append(document.createElement('p'));
    setSettings(DEFAULT_SETTINGS);
    setSettings({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    // A change that does count comes last: once it has been seen, the others have been passed by.
    document.querySelector('article')!.append(document.createElement('p'));
    await vi.waitFor(() => expect(classify.mock.calls.length).toBeGreaterThan(calls));
    expect(classify).toHaveBeenCalledTimes(calls + 1);
  });

  it('is looked at anew after it has navigated by itself', async () => {
    const session = start();
    await vi.waitFor(() => expect(classify).toHaveBeenCalledTimes(1));
    session.navigated();
    await vi.waitFor(() => expect(classify).toHaveBeenCalledTimes(2));
  });

  it('is set right when it comes back from the back/forward cache', async () => {
    let stored: Settings = DEFAULT_SETTINGS;
    start(stored, { loadSettings: () => Promise.resolve(stored) });
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    stored = { ...DEFAULT_SETTINGS, mode: 'off' };
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(marked()).toEqual([]));
  });
});

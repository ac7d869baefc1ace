import { describe, expect, it, vi } from 'vitest';
import * as dom from '../../lib/page/dom';
import { MARK } from '../../lib/page/mark';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { classify, legendShown, marked, reports, setSettings, start } from './bench';
import { fakeClassifier, fakeClassify } from './fake-classify';

vi.mock('../../lib/page/dom', { spy: true });

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

describe('a page that takes its time to be read', () => {
  it.each(['off', 'failed'])('is being read until the verdict comes, and no longer %s', async (before) => {
    let release = false;
    classify.mockImplementation(() => {
      throw new Error('too odd');
    });
    start({ ...DEFAULT_SETTINGS, mode: before === 'off' ? 'off' : 'hide' }, {
      classifier: {
        ...fakeClassifier(() => fakeClassify(document)),
        *classify() {
          if (reports.length === 0) return classify(document);
          while (!release) yield;
          return fakeClassify(document);
        },
      },
    });
    await vi.waitFor(() => expect(reports.map(({ status }) => status)).toContain(before));
    setSettings(DEFAULT_SETTINGS);
    expect(reports.at(-1)).toMatchObject({ status: 'loading', mode: 'hide', marked: 0 });
    release = true;
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
    expect(reports.map(({ status }) => status)).toEqual([before, 'loading', 'article']);
  });
});

describe('a known prompt', () => {
  it('is hidden before the verdict also where the page was there before the settings were', async () => {
    let release = false;
    start(DEFAULT_SETTINGS, {
      loadMemory: () => Promise.resolve([{ kind: 'fundraising', selector: 'p#ask' }]),
      classifier: {
        ...fakeClassifier(() => fakeClassify(document)),
        *classify() {
          while (!release) yield;
          return classify(document);
        },
      },
    });
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden']));
    expect(classify).not.toHaveBeenCalled();
    release = true;
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
  });

  it('that comes while the page is read stays hidden when that verdict comes, which knows nothing of it, until the next one', async () => {
    let release = false;
    start(DEFAULT_SETTINGS, {
      loadMemory: () => Promise.resolve([{ kind: 'promo', selector: 'div.known' }]),
      classifier: {
        ...fakeClassifier(() => fakeClassify(document)),
        *classify() {
          const cut = classify(document);
          while (!release) yield;
          return cut;
        },
      },
    });
    await vi.waitFor(() => expect(classify).toHaveBeenCalledOnce());
    document.body.insertAdjacentHTML('beforeend', '<div id="known" class="known">No prompt after all</div>');
    await vi.waitFor(() => expect(marked()).toEqual(['known hidden']));
    const shown: boolean[] = [];
    classify.mockImplementation((page) => {
      shown.push(!marked().includes('known hidden'));
      return fakeClassify(page);
    });
    release = true;
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
    expect(shown).toEqual([false]);
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

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupActions } from '../../components/popup/Popup';
import { statement, type PageState } from '../../components/popup/statement';
import { KINDS } from '../../lib/engine/types';
import type { PageReport } from '../../lib/page/report';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { withSite } from '../../lib/sites';
import { fakeEnglish } from '../i18n-fake';

const ARTICLE: PageReport = {
  status: 'article',
  visit: 1,
  site: 'news.example',
  mode: 'hide',
  found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 2, unsure: 0 }, promo: { sure: 0, unsure: 1 } },
  words: { article: 600, fundraising: 40, newsletter: 30, promo: 20, other: 80 },
  marked: 3,
  insisted: 0,
};
const NONE = Object.fromEntries(KINDS.map((kind) => [kind, { sure: 0, unsure: 0 }])) as PageReport['found'];

let actions: PopupActions;

function draw(page: PageState, settings = DEFAULT_SETTINGS, unsaved = false) {
  void act(() => {
    render(<Popup settings={settings} page={page} unsaved={unsaved} actions={actions} />, document.body);
  });
}
const input = (name: string) => {
  const label = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent.trim() === name);
  return label!.querySelector('input')!;
};

beforeEach(() => {
  fakeEnglish();
  actions = { setMode: vi.fn(), setKind: vi.fn(), setSite: vi.fn(), reload: vi.fn(), allowAccess: vi.fn() };
});

describe('controls', () => {
  it('are named as the reader knows them and show the settings', () => {
    draw(ARTICLE, { ...DEFAULT_SETTINGS, mode: 'highlight', kinds: { ...DEFAULT_SETTINGS.kinds, promo: false } });
    expect(document.querySelector('[role=radiogroup]')!.getAttribute('aria-label')).toBe('Mode');
    expect(['Off', 'Highlight', 'Hide'].map((name) => [input(name).type, input(name).checked])).toEqual([
      ['radio', false],
      ['radio', true],
      ['radio', false],
    ]);
    expect(['Fundraising', 'Newsletters', 'Promos'].map((name) => [input(name).type, input(name).checked])).toEqual([
      ['checkbox', true],
      ['checkbox', true],
      ['checkbox', false],
    ]);
    expect(input('On this site').getAttribute('role')).toBe('switch');
    expect(input('On this site').checked).toBe(true);
  });

  it('hand every choice on', () => {
    draw(ARTICLE);
    input('Off').click();
    expect(actions.setMode).toHaveBeenCalledExactlyOnceWith('off');
    input('Newsletters').click();
    expect(actions.setKind).toHaveBeenCalledExactlyOnceWith('newsletter', false);
    input('On this site').click();
    expect(actions.setSite).toHaveBeenCalledExactlyOnceWith('news.example', false);
  });

  it('show a site that is off, and cannot switch one that is not known', () => {
    draw({ ...ARTICLE, status: 'off' }, withSite(DEFAULT_SETTINGS, 'news.example', false));
    expect(input('On this site').checked).toBe(false);
    draw({ status: 'unreachable' });
    expect(input('On this site').disabled).toBe(true);
  });

  it('count what was found of each kind, and count nothing where nothing was read', () => {
    draw(ARTICLE);
    const counts = () => Array.from(document.querySelectorAll('.count [aria-hidden]'), ({ textContent }) => textContent);
    expect(counts()).toEqual(['1', '2', '1']);
    draw({ ...ARTICLE, status: 'not-article' });
    expect(counts()).toEqual([]);
  });

  it('offer the way out where there is one', () => {
    draw({ status: 'unreachable' });
    document.querySelector('button')!.click();
    expect(actions.reload).toHaveBeenCalledTimes(1);
    draw({ status: 'no-access' });
    document.querySelector('button')!.click();
    expect(actions.allowAccess).toHaveBeenCalledTimes(1);
    draw(ARTICLE);
    expect(document.querySelector('button')).toBeNull();
  });

  it('say so when a choice could not be saved', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, true);
    expect(document.querySelector('[role=alert]')!.textContent).toContain('could not be saved');
  });
});

describe('statement', () => {
  const say = (page: PageState, settings = DEFAULT_SETTINGS) => statement(page, settings).headline;

  it.each<[PageState, string]>([
    [ARTICLE, '3 prompts hidden'],
    [{ ...ARTICLE, marked: 1 }, '1 prompt hidden'],
    [{ ...ARTICLE, mode: 'highlight', marked: 4 }, '4 prompts highlighted'],
    [{ ...ARTICLE, found: NONE, marked: 0 }, 'No prompts on this page'],
    [{ ...ARTICLE, marked: 0 }, 'Nothing hidden'],
    [{ ...ARTICLE, status: 'not-article' }, 'Not an article'],
    [{ ...ARTICLE, status: 'loading' }, 'Reading the page…'],
    [{ ...ARTICLE, status: 'unsupported' }, 'Not a web page'],
    [{ ...ARTICLE, status: 'failed' }, 'This page could not be read'],
    [{ status: 'asking' }, 'Reading the page…'],
    [{ status: 'unreachable' }, 'Unpitch is not running here'],
    [{ status: 'no-access' }, 'Unpitch may not see this site'],
  ])('of %o is %s', (page, headline) => {
    expect(say(page)).toBe(headline);
  });

  it('tells "off" from "off on this site"', () => {
    const off: PageState = { ...ARTICLE, status: 'off' };
    expect(say(off, { ...DEFAULT_SETTINGS, mode: 'off' })).toBe('Unpitch is off');
    expect(say(off)).toBe('Off on this site');
  });

  it('mentions prompts it was not sure enough of', () => {
    expect(statement(ARTICLE, DEFAULT_SETTINGS).more).toContain('1 more looks like a prompt');
  });
});

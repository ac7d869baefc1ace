import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupActions, type PopupState } from '../../components/popup/Popup';
import { statement, type PageState } from '../../components/popup/statement';
import { KINDS } from '../../lib/engine/types';
import type { PageReport } from '../../lib/page/report';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { withSite } from '../../lib/sites';
import { fakeEnglish, fakeLanguage } from '../i18n-fake';

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

function draw(page: PageState, settings = DEFAULT_SETTINGS, more: Partial<PopupState> = {}) {
  void act(() => {
    const state: PopupState = { settings, page, prompts: [], disputed: undefined, offer: undefined, unsaved: false, shortcuts: undefined, newVersion: undefined, ...more };
    render(<Popup {...state} actions={actions} />, document.body);
  });
}
const input = (name: string) => {
  const label = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent.trim() === name);
  return label!.querySelector('input')!;
};
const button = (name: string, within: ParentNode = document) =>
  Array.from(within.querySelectorAll('button')).find(({ textContent }) => textContent.trim() === name)!;

beforeEach(() => {
  fakeEnglish();
  const names = [
    'setMode', 'setKind', 'setSite', 'setSiteMode', 'setSiteKind', 'setAppeals', 'reveal', 'dispute', 'insistArticle',
    'acceptHiding', 'postponeHiding', 'answerDrift', 'reload', 'allowAccess', 'openSettings', 'inspect', 'changeShortcuts', 'openChangelog',
  ] as const satisfies readonly (keyof PopupActions)[];
  actions = Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as PopupActions;
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
    button('Reload this page').click();
    expect(actions.reload).toHaveBeenCalledTimes(1);
    draw({ status: 'no-access' });
    button('Allow on all sites').click();
    expect(actions.allowAccess).toHaveBeenCalledTimes(1);
    draw({ ...ARTICLE, status: 'not-article' });
    button('Treat this page as an article').click();
    expect(actions.insistArticle).toHaveBeenCalledTimes(1);
    draw(ARTICLE);
    expect(document.querySelector('.found button')).toBeNull();
    button('Settings').click();
    expect(actions.openSettings).toHaveBeenCalledExactlyOnceWith('');
  });

  it('say so when a choice could not be saved', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, { unsaved: true });
    expect(document.querySelector('[role=alert]')!.textContent).toContain('could not be saved');
  });
});

describe('what the page is made of', () => {
  it('is drawn to scale and said in numbers', () => {
    draw(ARTICLE);
    expect(Array.from(document.querySelectorAll<HTMLElement>('.bar span'), ({ className, style }) => `${className} ${style.flexGrow}`)).toEqual([
      'article 600', 'fundraising 40', 'newsletter 30', 'promo 20', 'other 80',
    ]);
    expect(document.querySelector('.words figcaption')!.textContent).toBe('Story: 600 wordsEverything else: 80 words');
    expect(document.querySelector('#count-promo')!.textContent).toContain('20 words');
    draw({ ...ARTICLE, status: 'not-article' });
    expect(document.querySelector('.words')).toBeNull();
  });
});

describe('the current site', () => {
  const chosen = () => Array.from(document.querySelectorAll('.site-panel [aria-pressed=true]'), ({ textContent }) => textContent);

  it('has a mode, kinds and appeals of its own, each one click away', () => {
    draw(ARTICLE, { ...DEFAULT_SETTINGS, sites: { 'news.example': { mode: 'highlight', kinds: { promo: false }, appeals: 'weekly' } } });
    expect(chosen()).toEqual(['Highlight', 'Fundraising', 'Newsletters', 'One appeal a week']);
    const panel = document.querySelector('.site-panel')!;
    button('As everywhere', panel).click();
    button('Promos', panel).click();
    button('I support this one', panel).click();
    expect(actions.setSiteMode).toHaveBeenCalledExactlyOnceWith('news.example', undefined);
    expect(actions.setSiteKind).toHaveBeenCalledExactlyOnceWith('news.example', 'promo', true);
    expect(actions.setAppeals).toHaveBeenCalledExactlyOnceWith('news.example', 'supported');
  });

  it('shows what it inherits', () => {
    draw({ ...ARTICLE, site: 'blog.news.example' }, { ...DEFAULT_SETTINGS, sites: { 'news.example': { mode: 'hide' } } });
    expect(chosen()).toContain('Hide');
  });

  it('is thanked for where the reader supports it', () => {
    draw(ARTICLE, { ...DEFAULT_SETTINGS, sites: { 'news.example': { appeals: 'supported' } } });
    expect(document.querySelector('.found')!.textContent).toContain('Thank you for supporting news.example.');
  });
});

describe('the list of prompts', () => {
  const prompt = { kind: 'promo', words: 9, sure: true, link: '' } as const;
  const prompts = [{ ...prompt, id: 4, title: 'Buy', state: 'hidden' }, { ...prompt, id: 5, title: '', state: 'outlined' }] as const;

  it('shows a hidden one and hides it again', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, { prompts });
    expect(document.querySelector('.prompts')!.textContent).toContain('Without text');
    button('Show').click();
    expect(actions.reveal).toHaveBeenLastCalledWith(4, true);
    button('Hide again').click();
    expect(actions.reveal).toHaveBeenLastCalledWith(5, false);
    expect(button('Not a prompt')).toBeUndefined();
  });

  it('lets outlined ones be found and disputed, once', () => {
    draw({ ...ARTICLE, mode: 'highlight' }, DEFAULT_SETTINGS, { prompts: [prompts[1]], disputed: [] });
    button('Go to it').click();
    expect(actions.reveal).toHaveBeenLastCalledWith(5, true);
    button('Not a prompt').click();
    expect(actions.dispute).toHaveBeenCalledExactlyOnceWith(5);
    draw({ ...ARTICLE, mode: 'highlight' }, DEFAULT_SETTINGS, { prompts: [prompts[1]], disputed: [5] });
    expect(button('Noted').getAttribute('aria-disabled')).toBe('true');
    button('Noted').click();
    expect(actions.dispute).toHaveBeenCalledTimes(1);
  });
});

describe('offers', () => {
  it('to start hiding say how often the reader agreed', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, { offer: { type: 'hide', agreed: 47, of: 48 } });
    expect(document.querySelector('.offer')!.textContent).toContain('You would have agreed 47 of 48 times.');
    button('Start hiding').click();
    button('Not yet').click();
    expect(actions.acceptHiding).toHaveBeenCalledTimes(1);
    expect(actions.postponeHiding).toHaveBeenCalledTimes(1);
    fakeLanguage('de');
    draw(ARTICLE, DEFAULT_SETTINGS, { offer: { type: 'hide', agreed: 4700, of: 4800 } });
    expect(document.querySelector('.offer p')!.textContent).toContain('in 4.700 von 4.800 Fällen');
  });

  it('after a drift are answered either way', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, { offer: { type: 'drifted', site: 'news.example' } });
    button('Keep highlighting').click();
    expect(actions.answerDrift).toHaveBeenLastCalledWith('news.example', false);
    button('Hide again').click();
    expect(actions.answerDrift).toHaveBeenLastCalledWith('news.example', true);
  });
});

describe('the foot', () => {
  it('lists the shortcuts where the browser has any', () => {
    draw(ARTICLE, DEFAULT_SETTINGS, { shortcuts: [{ command: 'toggle-inspector', name: 'Open or close the inspector', keys: 'Alt+Shift+Y' }] });
    expect(document.querySelector('.shortcuts')!.textContent).toContain('Open or close the inspectorAlt+Shift+Y');
    expect(button('Inspector').title).toBe('Alt+Shift+Y');
    button('Change shortcuts').click();
    expect(actions.changeShortcuts).toHaveBeenCalledTimes(1);
    draw(ARTICLE);
    expect(document.querySelector('.shortcuts')).toBeNull();
  });

  it('tells of an update, and of nothing else', () => {
    draw(ARTICLE);
    expect(document.querySelector('.news')).toBeNull();
    draw(ARTICLE, DEFAULT_SETTINGS, { newVersion: '1.2.0' });
    button('New: Unpitch 1.2.0. What has changed').click();
    expect(actions.openChangelog).toHaveBeenCalledTimes(1);
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

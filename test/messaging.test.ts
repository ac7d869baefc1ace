import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askPage, askPicture, onAsked, onPictureAsked, onTold, tellExtension } from '../lib/messaging';
import type { PageReport } from '../lib/page/report';
import type { Rule, RuleChange } from '../lib/page/rules/rule';

const REPORT: PageReport = {
  status: 'article',
  visit: 1,
  site: 'news.example',
  mode: 'hide',
  found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 0, unsure: 0 }, promo: { sure: 0, unsure: 1 } },
  words: { article: 0, fundraising: 0, newsletter: 0, promo: 0, other: 0 },
  marked: 1,
  insisted: 0,
};

const PAGE_STATE = { report: REPORT, prompts: [] };
const RULE: Rule = { id: 'a1', label: 'promo', selector: 'div.box', storyWords: 0, made: 1, misses: 0 };
const ADD: RuleChange = { type: 'add', site: 'news.example', rules: [RULE] };
const ID = 'test-extension-id';
const PAGE = { id: ID, url: 'https://www.news.example/story', tab: { id: 7 } };
const POPUP = { id: ID, url: `chrome-extension://${ID}/popup.html`, tab: { id: 9 } };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('to the extension', () => {
  it('hands the request and the tab it came from to the handler', async () => {
    const handler = vi.fn();
    onTold('reportChanged', handler);
    const message = await sentBy(() => tellExtension('reportChanged', REPORT));
    expect(await deliver(message, PAGE)).toEqual([null]);
    expect(handler).toHaveBeenLastCalledWith(REPORT, 7, false);
    await deliver(message, { ...PAGE, tab: { id: 8, incognito: true } });
    expect(handler).toHaveBeenLastCalledWith(REPORT, 8, true);
  });

  it('takes every change of rules there is', async () => {
    const handler = vi.fn();
    onTold('changeRules', handler);
    const site = 'news.example';
    const changes: RuleChange[] = [
      ADD, { type: 'remove', site, ids: ['a1'] }, { type: 'relabel', site, id: 'a1', label: 'other' }, { type: 'revive', site, id: 'a1' },
      { type: 'seen', site, met: ['a1'], missed: [], unsafe: [] },
    ];
    for (const request of changes) await deliver({ unpitch: 'changeRules', request }, PAGE);
    expect(handler.mock.calls.map(([change]) => change as RuleChange)).toEqual(changes);
  });

  it('is silent when nobody listens', async () => {
    await expect(tellExtension('reportChanged', REPORT)).resolves.toBe(false);
  });

  it('says whether it was done', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    for (const [answer, done] of [[false, false], [true, true], [null, true]] as const) {
      send.mockResolvedValueOnce(answer);
      expect(await tellExtension('changeRules', ADD)).toBe(done);
      const stop = onTold('changeRules', () => (answer === null ? undefined : Promise.resolve(answer)));
      expect(await deliver({ unpitch: 'changeRules', request: ADD }, PAGE)).toEqual([answer]);
      stop();
    }
  });

  it.each<[string, unknown]>([
    ['nothing', null], ['text', 'x'], ['somebody else\'s', { type: 'reportChanged' }], ['of another type', { unpitch: 'getPage', request: null }],
    ['empty', { unpitch: 'reportChanged', request: null }],
    ['with a status we do not have', told({ ...REPORT, status: 'owned' })],
    ['with a count below nothing', told({ ...REPORT, marked: -1 })],
    ['with text for a number', told({ ...REPORT, marked: '<b>1' })],
    ['with a kind missing', told({ ...REPORT, found: { fundraising: { sure: 1, unsure: 0 } } })],
  ])('passes by a message that is %s', async (_, message) => {
    const handler = vi.fn();
    onTold('reportChanged', handler);
    expect(await deliver(message, PAGE)).toEqual([]);
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', { ...PAGE, id: 'another' }], ['nobody', {}], ['no tab', { id: ID, url: PAGE.url }],
    ['a page of another site', { ...PAGE, url: 'https://evil.example/news.example' }], ['a site with a like name', { ...PAGE, url: 'https://notnews.example/' }],
    ['an address that is none', { ...PAGE, url: '' }], ['a page of ours, which has no site', POPUP],
  ])('passes by what comes from %s', async (_, sender) => {
    const handler = vi.fn();
    onTold('reportChanged', handler);
    onTold('changeRules', handler);
    await deliver(told(REPORT), sender);
    await deliver({ unpitch: 'changeRules', request: ADD }, sender);
    expect(handler).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ['of no type', { site: 'news.example' }], ['of a type that is no change', { type: 'constructor', site: 'news.example' }],
    ['with a rule that is none', { ...ADD, rules: [{ ...RULE, selector: '<img onerror>' }] }], ['with a rule that has markup for a name', { ...ADD, rules: [{ ...RULE, id: '<b>' }] }],
    ['with too many rules', { ...ADD, rules: Array.from({ length: 101 }, (_, i) => ({ ...RULE, id: `a${i}` })) }],
    ['with a label that is none', { type: 'relabel', site: 'news.example', id: 'a1', label: 'gone' }],
  ])('passes by a change %s', async (_, request) => {
    const handler = vi.fn();
    onTold('changeRules', handler);
    await deliver({ unpitch: 'changeRules', request }, PAGE);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('to a page', () => {
  it('asks the top frame of the tab and hands on its answer', async () => {
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(PAGE_STATE);
    expect(await askPage(3, 'getPage', null)).toEqual(PAGE_STATE);
    expect(send).toHaveBeenCalledWith(3, { unpitch: 'getPage', request: null }, { frameId: 0 });
  });

  it('rejects when the page gives no answer, or one that is none', async () => {
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
    await expect(askPage(3, 'getPage', null)).rejects.toThrow();
    const prompt = { id: 1, kind: 'promo', title: 'A', words: 1, state: 'hidden', sure: true, link: '' };
    const answer = (prompts: unknown[]) => {
      send.mockResolvedValue({ ...PAGE_STATE, prompts });
      return askPage(3, 'getPage', null);
    };
    await expect(answer([prompt])).resolves.toMatchObject({ prompts: [prompt] });
    for (const bad of [{ link: 'javascript:alert(1)' }, { link: `https://a.example/${'x'.repeat(500)}` }, { title: 'x'.repeat(100) }, { state: 'gone' }]) await expect(answer([{ ...prompt, ...bad }]), JSON.stringify(bad)).rejects.toThrow();
    await expect(answer(Array.from({ length: 61 }, (_, id) => ({ ...prompt, id })))).rejects.toThrow();
  });

  it('is answered by the handler until that is removed', async () => {
    const stop = onAsked('getPage', () => PAGE_STATE);
    const ask = () => deliver({ unpitch: 'getPage', request: null }, { id: ID });
    expect(await ask()).toEqual([PAGE_STATE]);
    expect(await deliver({ unpitch: 'getPage', request: null }, POPUP)).toEqual([PAGE_STATE]);
    stop();
    expect(await ask()).toEqual([]);
  });

  it('is not answered when a content script asks, or another extension, or wrongly', async () => {
    const handler = vi.fn(() => null);
    onAsked('getPage', () => PAGE_STATE);
    onAsked('revealPrompt', handler);
    onAsked('correctHere', handler);
    expect(await deliver({ unpitch: 'getPage', request: null }, PAGE)).toEqual([]);
    expect(await deliver({ unpitch: 'getPage', request: null }, { ...POPUP, id: 'another' })).toEqual([]);
    expect(await deliver({ unpitch: 'getPage', request: null }, { ...POPUP, url: 'chrome-extension://another/popup.html' })).toEqual([]);
    for (const request of [null, 1, { id: '1', on: true }, { id: 1 }]) await deliver({ unpitch: 'revealPrompt', request }, POPUP);
    for (const request of [null, 'explode', ['hide']]) await deliver({ unpitch: 'correctHere', request }, POPUP);
    expect(handler).not.toHaveBeenCalled();
    await deliver({ unpitch: 'revealPrompt', request: { id: 1, on: true } }, POPUP);
    await deliver({ unpitch: 'correctHere', request: 'keep' }, POPUP);
    expect(handler).toHaveBeenCalledTimes(2);
  });
});

function told(request: unknown): unknown {
  return { unpitch: 'reportChanged', request };
}

/** Has the extension receive a message; the answers of all its listeners. */
async function deliver(message: unknown, sender = {}): Promise<unknown[]> {
  const answers = (await fakeBrowser.runtime.onMessage.trigger(message, sender)) as unknown[];
  return answers.filter((answer) => answer !== undefined);
}

/** What an action sends to the extension. */
async function sentBy(action: () => Promise<unknown>): Promise<unknown> {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  await action();
  return send.mock.calls[0]![0];
}

describe('a picture', () => {
  it('is asked for by a page of its own tab, and is a PNG or nothing', async () => {
    const take = vi.fn(() => Promise.resolve('data:image/png;base64,AA=='));
    onPictureAsked(take);
    const message = await sentBy(async () => void (await askPicture()));
    await deliver(message, { id: fakeBrowser.runtime.id, url: 'https://news.example/', tab: { id: 7 } });
    expect(take).toHaveBeenCalledExactlyOnceWith(7);
    await deliver(message, { id: fakeBrowser.runtime.id, url: 'https://news.example/' });
    await deliver(message, { id: 'another', url: 'https://news.example/', tab: { id: 7 } });
    expect(take).toHaveBeenCalledTimes(1);
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    for (const [answer, picture] of [['data:image/png;base64,AA==', 'data:image/png;base64,AA=='], ['javascript:1', null], [7, null]] as const) {
      send.mockResolvedValueOnce(answer);
      expect(await askPicture()).toBe(picture);
    }
  });
});

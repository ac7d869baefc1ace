import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Kind } from '../lib/engine/types';
import type { PromptInfo } from '../lib/page/prompt-info';
import type { PageReport } from '../lib/page/report';
import { loadSettings, updateSettings } from '../lib/settings';
import { shelfStore } from '../lib/shelf';
import { mondayOf, statisticsStore } from '../lib/statistics';
import { tally } from '../lib/tally';
import { trustStore } from '../lib/trust';

const prompt = (id: number, kind: Kind, state: PromptInfo['state'] = 'hidden'): PromptInfo => ({
  id, kind, state, title: `Prompt ${id}`, words: 9, sure: true, link: kind === 'fundraising' ? 'https://news.example/give' : '',
});
const report = (fields: Partial<PageReport> = {}): PageReport => ({
  status: 'article', visit: 1, site: 'news.example', mode: 'hide', marked: 2, insisted: 0,
  found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 1, unsure: 0 }, promo: { sure: 0, unsure: 0 } },
  words: { article: 90, fundraising: 5, newsletter: 5, promo: 0, other: 0 },
  ...fields,
});
const week = async () => (await statisticsStore.load())[mondayOf(new Date())];

/** What the tab shows. */
let prompts: PromptInfo[];
let shown: PageReport;

const take = (said: PageReport) => {
  shown = said;
  return tally(7, said);
};

beforeEach(() => {
  fakeBrowser.reset();
  prompts = [prompt(1, 'fundraising'), prompt(2, 'newsletter'), prompt(3, 'promo', 'shown')];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(() => Promise.resolve({ report: shown, prompts }));
});

describe('a page in mode Hide', () => {
  it('is counted once, prompt by prompt, however often it reports', async () => {
    await Promise.all([take(report()), take(report())]);
    prompts = [...prompts, prompt(4, 'newsletter')];
    await take(report());
    expect(await week()).toEqual({ fundraising: 1, newsletter: 2, promo: 0, articles: 1 });
    await take(report({ visit: 2 }));
    expect(await week()).toMatchObject({ fundraising: 2, articles: 2 });
  });

  it('puts its appeals on the shelf', async () => {
    await take(report());
    expect(await shelfStore.load()).toMatchObject({ 'news.example': { title: 'Prompt 1', link: 'https://news.example/give', count: 1 } });
  });

  it('that the tab has left meanwhile is passed over, so that its name does not get the next page\'s appeal', async () => {
    shown = report({ visit: 2, site: 'other.example' });
    await tally(7, report());
    expect([await shelfStore.load(), await statisticsStore.load()]).toEqual([{}, {}]);
  });

  it('leaves nothing where the reader wants nothing kept', async () => {
    await updateSettings((settings) => ({ ...settings, shelf: false, statistics: false }));
    await take(report());
    expect([await shelfStore.load(), await statisticsStore.load()]).toEqual([{}, {}]);
    expect(fakeBrowser.tabs.sendMessage).not.toHaveBeenCalled();
  });
});

describe('other pages', () => {
  it('are not counted', async () => {
    await take(report({ status: 'not-article' }));
    await take(report({ mode: 'highlight' }));
    expect(await week()).toBeUndefined();
  });

  it('that are gone are passed over', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('gone'));
    await expect(take(report())).resolves.toBeUndefined();
  });
});

describe('the trust ramp', () => {
  it('counts what was outlined, where the reader wants it', async () => {
    prompts = [prompt(1, 'promo', 'outlined'), { ...prompt(2, 'promo', 'outlined'), sure: false }];
    await take(report({ mode: 'highlight' }));
    expect((await trustStore.load()).ramp.prompts).toBe(0);
    await updateSettings((settings) => ({ ...settings, ramp: true }));
    await take(report({ mode: 'highlight' }));
    expect((await trustStore.load()).ramp).toMatchObject({ articles: 1, prompts: 1 });
  });
});

describe('the drift alarm', () => {
  const read = (visit: number, promo: number) => take(report({ visit, words: { article: 100 - promo, fundraising: 0, newsletter: 0, promo, other: 0 } }));

  it('puts a site back to highlighting when its articles suddenly have far more prompts', async () => {
    await updateSettings((settings) => ({ ...settings, driftAlarm: true }));
    for (let visit = 1; visit <= 6; visit++) await read(visit, 10);
    expect((await loadSettings()).sites).toEqual({});
    await read(7, 60);
    expect((await loadSettings()).sites).toEqual({ 'news.example': { mode: 'highlight', drifted: true } });
  });

  it('is silent where the reader does not want it', async () => {
    for (let visit = 1; visit <= 6; visit++) await read(visit, 10);
    await read(7, 60);
    expect((await loadSettings()).sites).toEqual({});
  });
});

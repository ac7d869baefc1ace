import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAppeals } from '../lib/appeals';
import { settingsFor, withAppeals } from '../lib/sites';
import type { PageReport } from '../lib/page/report';
import { updateSettings } from '../lib/settings';
import { MAX_SHELF, parseShelf, withAppealsOf, withoutEntry } from '../lib/shelf';
import { counted, lastWeeks, MAX_WEEKS, mondayOf, parseStatistics } from '../lib/statistics';
import { hasDrifted, parseTrust, postponed, promptShare, shouldOffer, withDispute, withOutlined, withoutMix, withShare } from '../lib/trust';
import { loadDisputed, noteDispute, noteSeen } from '../lib/visits';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('whatever is stored', () => {
  it.each([['shelf', parseShelf], ['statistics', parseStatistics], ['trust', parseTrust]])('makes a valid %s', (_, parse) => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const valid = parse(stored);
        expect(parse(valid)).toEqual(valid);
      }),
    );
  });
});

describe('the shelf', () => {
  const GIVE = { title: 'Keep us going', link: 'https://news.example/give' };

  it('keeps the last appeal of a publication that leads somewhere, and counts them all', () => {
    let shelf = withAppealsOf({}, 'news.example', [GIVE, { title: 'Thanks', link: '' }], 5);
    shelf = withAppealsOf(shelf, 'news.example', [{ title: 'Once more', link: '' }], 9);
    expect(shelf).toEqual({ 'news.example': { title: 'Once more', link: GIVE.link, at: 9, count: 3 } });
    expect(withoutEntry(shelf, 'news.example')).toEqual({});
    expect(withAppealsOf(shelf, 'news.example', [], 10)).toBe(shelf);
  });

  it('of a hundred thousand entries keeps the latest', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`site${i}.example`, { ...GIVE, at: i, count: 1 }]));
    const sites = Object.keys(parseShelf(many));
    expect(sites).toHaveLength(MAX_SHELF);
    expect(sites[0]).toBe('site99999.example');
  });

  it('takes no link that is not one of the web', () => {
    expect(parseShelf({ a: { ...GIVE, link: 'javascript:alert(1)', at: 1, count: 1 } })).toEqual({});
  });
});

describe('statistics', () => {
  it('go by weeks that begin on Monday, over the turn of the year too', () => {
    expect(mondayOf(new Date(2026, 10, 29))).toBe('2026-11-23');
    expect(mondayOf(new Date(2026, 10, 23))).toBe('2026-11-23');
    expect(mondayOf(new Date(2027, 0, 1))).toBe('2026-12-28');
  });

  it('add up by kind', () => {
    const day = new Date(2026, 10, 24);
    const once = counted({}, ['promo', 'promo', 'newsletter'], 1, day);
    expect(counted(once, ['promo'], 0, day)).toEqual({ '2026-11-23': { fundraising: 0, newsletter: 1, promo: 3, articles: 1 } });
    expect(lastWeeks(once, 3, day).map(({ monday, week }) => [monday, week.promo])).toEqual([['2026-11-09', 0], ['2026-11-16', 0], ['2026-11-23', 2]]);
  });

  it('forget the oldest weeks', () => {
    let all = {};
    for (let week = 0; week < 150; week++) all = counted(all, [], 1, new Date(2024, 0, 1 + week * 7));
    const kept = Object.keys(parseStatistics(all));
    expect(kept).toHaveLength(MAX_WEEKS);
    expect(kept).not.toContain('2024-01-01');
  });
});

describe('the trust ramp', () => {
  const fresh = parseTrust(null);

  it('offers hiding after enough articles and prompts that hardly any was disputed of, and waits when told so', () => {
    expect(shouldOffer(fresh.ramp)).toBe(false);
    expect(shouldOffer(withOutlined(fresh, 9, 90).ramp)).toBe(false);
    const seen = withOutlined(fresh, 12, 48);
    expect(shouldOffer(withDispute(seen).ramp)).toBe(true);
    expect(shouldOffer(Array.from({ length: 6 }).reduce<typeof seen>(withDispute, seen).ramp)).toBe(false);
    expect(shouldOffer(postponed(seen).ramp)).toBe(false);
    expect(shouldOffer(withOutlined(postponed(seen), 3, 20).ramp)).toBe(true);
  });
});

describe('drift', () => {
  const words = (article: number, promo: number) => ({ article, promo, fundraising: 0, newsletter: 0, other: 0 });

  it('is a sudden jump in the share of prompts, on a site that is known', () => {
    expect(promptShare(words(75, 25))).toBe(0.25);
    expect(promptShare(words(0, 0))).toBe(0);
    const usual = [0.1, 0.2, 0.1, 0, 0.15, 0.1];
    expect(hasDrifted(usual, 0.4)).toBe(false);
    expect(hasDrifted(usual, 0.5)).toBe(true);
    expect(hasDrifted(usual.slice(1), 0.5)).toBe(false);
    expect(hasDrifted(undefined, 1)).toBe(false);
  });

  it('remembers the last articles of the last sites', () => {
    let trust = parseTrust(null);
    for (let i = 0; i < 20; i++) trust = withShare(trust, 'news.example', i / 100);
    expect(trust.mixes['news.example']).toHaveLength(12);
    for (let i = 0; i < 250; i++) trust = parseTrust(withShare(trust, `s${i}.example`, 0));
    expect(Object.keys(trust.mixes)).toHaveLength(200);
    expect(trust.mixes).not.toHaveProperty('news.example');
    expect(withoutMix(trust, 's249.example').mixes).not.toHaveProperty(['s249.example']);
  });
});

describe('visits', () => {
  it('count each prompt once, and a new page in the same tab anew', async () => {
    expect(await noteSeen(7, 1, [1, 2])).toEqual({ first: true, ids: new Set([1, 2]) });
    expect(await noteSeen(7, 1, [1, 2, 3])).toEqual({ first: false, ids: new Set([3]) });
    expect(await noteSeen(8, 1, [1])).toEqual({ first: true, ids: new Set([1]) });
    expect(await noteSeen(7, 2, [1])).toEqual({ first: true, ids: new Set([1]) });
  });

  it('note a dispute once', async () => {
    expect(await noteDispute(7, 1, 4)).toBe(true);
    expect(await noteDispute(7, 1, 4)).toBe(false);
    expect(await loadDisputed(7, Promise.resolve(1))).toEqual([4]);
    expect(await loadDisputed(7, Promise.resolve(2))).toEqual([]);
  });
});

describe('one appeal a week', () => {
  const SITE = 'blog.news.example';
  const DAY = 24 * 3600 * 1000;
  const article = { status: 'article', mode: 'hide', found: { fundraising: { sure: 1, unsure: 0 } } } as PageReport;
  const shows = async (appeals: ReturnType<typeof createAppeals>) => !settingsFor(await appeals.loadSettings(), SITE).kinds.fundraising;

  it('shows on one page, stays there, and is hidden on the next until a week is over', async () => {
    await updateSettings((settings) => withAppeals(settings, 'news.example', 'weekly'));
    const first = createAppeals(SITE, () => 100 * DAY);
    expect(await shows(first)).toBe(true);
    first.saw(article);
    await vi.waitFor(async () => expect(await fakeBrowser.storage.local.get('asked')).toHaveProperty(['asked', 'news.example'], 100 * DAY));
    expect(await shows(first)).toBe(true);
    const meanwhile = createAppeals(SITE, () => 106 * DAY);
    expect(await shows(meanwhile)).toBe(false);
    // The reader has not said that they give: no thanks yet.
    expect(settingsFor(await meanwhile.loadSettings(), SITE).supported).toBe(false);
    expect(await shows(createAppeals(SITE, () => 107 * DAY))).toBe(true);
  });

  it('is not used up by a page without an appeal', async () => {
    await updateSettings((settings) => withAppeals(settings, SITE, 'weekly'));
    const page = createAppeals(SITE);
    await page.loadSettings();
    page.saw({ ...article, found: { ...article.found, fundraising: { sure: 0, unsure: 1 } } });
    expect(await shows(createAppeals(SITE))).toBe(true);
  });
});

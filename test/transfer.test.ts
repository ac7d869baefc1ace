import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, loadSettings, updateSettings } from '../lib/settings';
import { shelfStore } from '../lib/shelf';
import { withSiteMode } from '../lib/sites';
import { statisticsStore } from '../lib/statistics';
import { exportAll, importAll, readTransfer } from '../lib/transfer';

const file = (fields: object) => JSON.stringify({ format: 'unpitch', version: 1, ...fields });
const problems = (fields: object) => {
  const reading = readTransfer(file(fields));
  return reading.type === 'wrong' ? reading.problems : [];
};

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a saved file', () => {
  it('brings everything back', async () => {
    await updateSettings((settings) => withSiteMode({ ...settings, theme: 'dark' }, 'news.example', 'off'));
    await shelfStore.update(() => ({ 'news.example': { title: 'Give', link: 'https://news.example/give', at: 5, count: 2 } }));
    await statisticsStore.update(() => ({ '2026-11-23': { fundraising: 1, newsletter: 2, promo: 3, articles: 4 } }));
    const text = await exportAll(new Date(0));
    fakeBrowser.reset();
    const reading = readTransfer(text);
    if (reading.type !== 'good') throw new Error(JSON.stringify(reading));
    await importAll(reading);
    expect(await loadSettings()).toMatchObject({ theme: 'dark', sites: { 'news.example': { mode: 'off' } } });
    expect(await shelfStore.load()).toHaveProperty(['news.example', 'count'], 2);
    expect(await statisticsStore.load()).toHaveProperty(['2026-11-23', 'promo'], 3);
    expect(await exportAll(new Date(0))).toBe(text);
  });

  it('changes only the parts it holds', async () => {
    await updateSettings((settings) => ({ ...settings, mode: 'off' }));
    const reading = readTransfer(file({ shelf: {} }));
    if (reading.type === 'good') await importAll(reading);
    expect((await loadSettings()).mode).toBe('off');
  });
});

describe('a bad file', () => {
  it.each(['', 'null', '[]', '{', '{"format":"other"}', '7', '"unpitch"', '\u0000'])('is refused: %j', (text) => {
    expect(readTransfer(text)).toEqual({ type: 'no-file' });
  });

  it('of a newer version is refused as such, whatever else it holds', () => {
    expect(readTransfer(file({ version: 2, settings: 'all different' }))).toEqual({ type: 'newer' });
  });

  it('says what is wrong, by path', () => {
    expect(problems({ settings: { ...DEFAULT_SETTINGS, mode: 'shout', sites: { 'news.example': { kinds: { promo: 'no' } } } }, shelf: { 'news.example': { title: 'x' } } })).toEqual([
      { path: 'settings.mode', expected: '("off" | "highlight" | "hide")', found: '"shout"' },
      { path: 'settings.sites.news.example.kinds.promo', expected: 'boolean', found: '"no"' },
      expect.objectContaining({ path: 'shelf.news.example.link', found: undefined }),
      expect.objectContaining({ path: 'shelf.news.example.at' }),
      expect.objectContaining({ path: 'shelf.news.example.count' }),
    ]);
  });

  it('is refused when there is too much in it', () => {
    const sites = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`s${i}.example`, { mode: 'off' }]));
    expect(problems({ settings: { ...DEFAULT_SETTINGS, sites } })[0]).toMatchObject({ path: 'settings.sites' });
    expect(problems({ shelf: { a: { title: 'x'.repeat(9000), link: 'javascript:1', at: -1, count: 0 } } })).toHaveLength(4);
  });

  it('with one bad rule is refused whole', () => {
    expect(problems({ rules: { 'news.example': [{ id: 'x' }] } })[0]).toMatchObject({ path: 'rules.news.example.0' });
  });

  it('leaves everything as it was when it cannot be stored', async () => {
    await updateSettings((settings) => ({ ...settings, mode: 'off' }));
    const reading = readTransfer(file({ settings: DEFAULT_SETTINGS, shelf: {} }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(reading.type === 'good' && importAll(reading)).rejects.toThrow('full');
    expect((await loadSettings()).mode).toBe('off');
  });
});

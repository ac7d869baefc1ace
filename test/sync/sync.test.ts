import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, loadSettings, updateSettings, type Settings } from '../../lib/settings';
import { withoutSite, withSiteMode } from '../../lib/sites';
import { switchSync, synchronise, syncStore } from '../../lib/sync';
import { fromChunks, toChunks } from '../../lib/sync/chunks';
import { firstRecords, flatten, merged, remembered, stamped, unflatten, type SyncRecords } from '../../lib/sync/records';

const SOME: Settings = { ...DEFAULT_SETTINGS, mode: 'off', kinds: { ...DEFAULT_SETTINGS.kinds, promo: false }, sites: { 'a.b.example': { mode: 'hide' } } };
const records = fc.dictionary(fc.constantFrom('mode', 'theme', 'sites.a.example', 'kinds.promo'), fc.record({ at: fc.nat(5), value: fc.constantFrom('hide', true, { mode: 'off' }) }));

beforeEach(() => {
  fakeBrowser.reset();
});

describe('records', () => {
  it('hold all settings, and give them back', () => {
    expect(flatten(SOME)).toMatchObject({ mode: 'off', 'kinds.promo': false, 'sites.a.b.example': { mode: 'hide' } });
    expect(unflatten(firstRecords(SOME))).toEqual(SOME);
  });

  it('are merged the same way round and the other, as often as one likes', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(merged(a, b)).toEqual(merged(b, a));
        expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
        expect(merged(a, a)).toEqual(a);
      }),
    );
  });

  it('of a change are later than what it changed, though the other clock was fast', () => {
    const theirs = stamped({}, SOME, 1000);
    const ours = stamped(theirs, { ...SOME, theme: 'dark' }, 20);
    expect(unflatten(merged(ours, theirs)).theme).toBe('dark');
  });

  it('remember that a site was taken away, for a while', () => {
    const known = stamped({}, SOME, 10);
    const gone = stamped(known, withoutSite(SOME, 'a.b.example'), 20);
    expect(gone['sites.a.b.example']).toEqual({ at: 20 });
    expect(unflatten(merged(gone, known)).sites).toEqual({});
    expect(remembered(gone, 30)).toEqual(gone);
    expect(remembered(gone, 1e12)).not.toHaveProperty(['sites.a.b.example']);
  });
});

describe('chunks', () => {
  const many = (count: number): SyncRecords =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`sites.страница-${i}.example`, { at: i, value: { mode: 'hide', kinds: { promo: false } } }]));
  const bytes = (name: string, value: unknown) => new TextEncoder().encode(name + JSON.stringify(value)).length;

  it('give the records back', () => {
    expect(fromChunks({ ...toChunks(many(200)).items, other: { x: { at: 1 } } })).toEqual(many(200));
  });

  it('stay within the quotas whatever there is, and keep what was changed last', () => {
    const { items, left } = toChunks(many(5000));
    for (const [name, item] of Object.entries(items)) expect(bytes(name, item)).toBeLessThan(8192);
    expect(Object.entries(items).reduce((sum, [name, item]) => sum + bytes(name, item), 0)).toBeLessThan(102_400);
    expect(left).toBeGreaterThan(0);
    const kept = fromChunks(items);
    expect(kept).toHaveProperty(['sites.страница-4999.example']);
    expect(kept).not.toHaveProperty(['sites.страница-0.example']);
    expect(Object.keys(kept)).toHaveLength(5000 - left);
  });

  it('take no garbage', () => {
    fc.assert(fc.property(fc.anything(), (garbage) => void fromChunks({ 'settings.0': garbage })));
  });
});

describe('two devices', () => {
  /** What another device with these settings would leave in the account. */
  const other = (settings: Settings, at: number) => fakeBrowser.storage.sync.set({ ...toChunks(stamped({}, settings, at)).items });

  it('do nothing until the reader wants it', async () => {
    await updateSettings(() => SOME);
    await synchronise();
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('come to the same: the account wins where it knows, and gains what only this device has', async () => {
    await other(withSiteMode({ ...DEFAULT_SETTINGS, mode: 'highlight' }, 'far.example', 'off'), 50);
    await updateSettings(() => withSiteMode({ ...DEFAULT_SETTINGS, mode: 'off' }, 'near.example', 'hide'));
    await switchSync(true);
    await synchronise(100);
    expect(await loadSettings()).toMatchObject({ mode: 'highlight', sites: { 'far.example': { mode: 'off' }, 'near.example': { mode: 'hide' } } });
    expect(unflatten(fromChunks(await fakeBrowser.storage.sync.get(null)))).toEqual(await loadSettings());
  });

  it('keep the later of two changes, and what was taken away stays away', async () => {
    await updateSettings(() => SOME);
    await switchSync(true);
    await synchronise(100);
    await updateSettings((now) => withoutSite({ ...now, mode: 'hide' }, 'a.b.example'));
    await synchronise(200);
    await other({ ...SOME, theme: 'dark' }, 150);
    await synchronise(300);
    expect(await loadSettings()).toMatchObject({ mode: 'hide', sites: {}, theme: 'dark' });
  });

  it('forget in the account too what was taken away long ago', async () => {
    await updateSettings(() => SOME);
    await switchSync(true);
    await synchronise(100);
    await updateSettings((now) => withoutSite(now, 'a.b.example'));
    await synchronise(200);
    const account = async () => fromChunks(await fakeBrowser.storage.sync.get(null));
    expect(await account()).toHaveProperty(['sites.a.b.example'], { at: 200 });
    await synchronise(1e12);
    expect(await account()).not.toHaveProperty(['sites.a.b.example']);
    expect((await syncStore.load()).records).not.toHaveProperty(['sites.a.b.example']);
    expect((await loadSettings()).sites).toEqual({});
  });

  it('lose neither of two changes when the reader makes one while they are brought together', async () => {
    await updateSettings(() => SOME);
    await switchSync(true);
    await synchronise(100);
    await other({ ...SOME, theme: 'dark' }, 150);
    const read = vi.spyOn(fakeBrowser.storage.sync, 'get');
    const answer = read.getMockImplementation();
    read.mockImplementationOnce(async (...keys: unknown[]) => {
      await updateSettings((now) => ({ ...now, mode: 'hide' }));
      read.mockRestore();
      return (answer ?? fakeBrowser.storage.sync.get)(...(keys as [null]));
    });
    await synchronise(200);
    await synchronise(300);
    expect(await loadSettings()).toMatchObject({ theme: 'dark', mode: 'hide' });
    expect(unflatten(fromChunks(await fakeBrowser.storage.sync.get(null)))).toEqual(await loadSettings());
  });

  it('write nothing when nothing has changed', async () => {
    await switchSync(true);
    await synchronise(100);
    const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
    await synchronise(200);
    expect(set).not.toHaveBeenCalled();
  });

  it('say so when the account does not answer, and when it is full', async () => {
    await switchSync(true);
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValueOnce(new Error('offline'));
    await synchronise();
    expect((await syncStore.load()).status).toBe('failed');
    await updateSettings((now) => ({ ...now, sites: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`site-number-${i}.example`, { mode: 'off' as const }])) }));
    await synchronise();
    expect((await syncStore.load()).status).toBe('full');
    expect(Object.keys((await loadSettings()).sites)).toHaveLength(3000);
  });
});

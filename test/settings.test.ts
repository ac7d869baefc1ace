import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_SETTINGS,
  loadSettings,
  MAX_SITES,
  MODES,
  parseSettings,
  settingsStore,
  updateSettings,
  watchSettings,
} from '../lib/settings';
import { settingsFor } from '../lib/sites';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('defaults', () => {
  it('hides all kinds on every site in a fresh profile', async () => {
    expect(await loadSettings()).toMatchObject({
      mode: 'hide',
      kinds: { fundraising: true, newsletter: true, promo: true },
      sites: {},
    });
  });
});

describe('parseSettings', () => {
  it('keeps what is valid and replaces what is not, field by field', () => {
    const stored = {
      mode: 'shout',
      kinds: { fundraising: false, newsletter: 'no', extra: true },
      sites: {
        'good.example': { mode: 'off', kinds: { promo: 7, newsletter: false }, appeals: 'always' },
        'bad.example': { mode: 1 },
        '': { mode: 'off' },
        'no host/': { mode: 'off' },
        'worse.example': null,
      },
      theme: 'pink',
      shelf: false,
      unknown: 1,
    };
    expect(parseSettings(stored)).toEqual({
      ...DEFAULT_SETTINGS,
      shelf: false,
      kinds: { fundraising: false, newsletter: true, promo: true },
      sites: { 'good.example': { mode: 'off', kinds: { newsletter: false } } },
    });
  });

  it('turns anything at all into valid settings, and valid settings into themselves', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const settings = parseSettings(stored);
        expect(MODES).toContain(settings.mode);
        expect(Object.keys(settings.kinds)).toEqual(Object.keys(DEFAULT_SETTINGS.kinds));
        expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });

  it('keeps only so many sites', () => {
    const sites = Object.fromEntries(Array.from({ length: MAX_SITES + 50 }, (_, i) => [`site${i}.example`, { mode: 'off' }]));
    expect(Object.keys(parseSettings({ sites }).sites)).toHaveLength(MAX_SITES);
  });

  it('is not fooled by a site named like a property of every object', () => {
    const settings = parseSettings(JSON.parse('{"sites":{"__proto__":{"mode":"off"}}}'));
    expect(settingsFor(settings, 'toString').mode).toBe('hide');
    expect(({} as { mode?: string }).mode).toBeUndefined();
  });
});

describe('stored settings', () => {
  it('are read back', async () => {
    await updateSettings((now) => ({ ...now, mode: 'highlight' }));
    expect((await loadSettings()).mode).toBe('highlight');
    expect(await fakeBrowser.storage.local.get('settings')).toHaveProperty('settings.mode', 'highlight');
  });

  it('fall back to defaults when storage holds garbage', async () => {
    await fakeBrowser.storage.local.set({ settings: 'garbage' });
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('fall back to defaults when storage cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep both of two changes made at once', async () => {
    await Promise.all([
      updateSettings((now) => ({ ...now, mode: 'off' })),
      updateSettings((now) => ({ ...now, kinds: { ...now.kinds, promo: false } })),
    ]);
    expect(await loadSettings()).toMatchObject({ mode: 'off', kinds: { promo: false } });
  });

  it('are on their way before anything is waited for where the page may be gone at once, and give way to nobody', async () => {
    await updateSettings((now) => ({ ...now, theme: 'dark' }));
    const known = await loadSettings();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    const other = updateSettings((now) => ({ ...now, palette: 'vivid' }));
    const saved = settingsStore.updateAtOnce(known, (now) => ({ ...now, mode: 'off' }));
    expect(set).toHaveBeenCalledExactlyOnceWith({ settings: { ...known, mode: 'off' } });
    await Promise.all([other, saved]);
    expect(await loadSettings()).toEqual({ ...known, mode: 'off', palette: 'vivid' });
  });

  it('of two made at once, the later one is stored at every moment from then on, should the page be gone', async () => {
    const known = await loadSettings();
    const first = settingsStore.updateAtOnce(known, (now) => ({ ...now, mode: 'off' }));
    const second = settingsStore.updateAtOnce({ ...known, mode: 'off' }, (now) => ({ ...now, mode: 'highlight' }));
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await Promise.all([first, second]);
    expect(set.mock.calls.length).toBeGreaterThan(1);
    for (const [values] of set.mock.calls) expect(values).toEqual({ settings: { ...known, mode: 'highlight' } });
  });

  it('tell the caller when they cannot be written, and go on working', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(updateSettings((now) => ({ ...now, mode: 'off' }))).rejects.toThrow('full');
    await updateSettings((now) => ({ ...now, mode: 'highlight' }));
    expect((await loadSettings()).mode).toBe('highlight');
  });

  it('are watched, and what is seen is valid', async () => {
    const seen = vi.fn();
    const stop = watchSettings(seen);
    await fakeBrowser.storage.local.set({ settings: { mode: 'off', kinds: 7 } });
    expect(seen).toHaveBeenCalledExactlyOnceWith({ ...DEFAULT_SETTINGS, mode: 'off' });
    stop();
    await fakeBrowser.storage.local.set({ settings: { mode: 'hide' } });
    expect(seen).toHaveBeenCalledTimes(1);
  });
});

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_SETTINGS,
  loadSettings,
  MODES,
  parseSettings,
  settingsFor,
  siteKey,
  updateSettings,
  watchSettings,
  withSite,
} from '../lib/settings';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('defaults', () => {
  it('hides all kinds on every site in a fresh profile', async () => {
    expect(await loadSettings()).toEqual({
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
      sites: { 'good.example': { mode: 'off' }, 'bad.example': { mode: 1 }, '': { mode: 'off' }, 'worse.example': null },
      unknown: 1,
    };
    expect(parseSettings(stored)).toEqual({
      mode: 'hide',
      kinds: { fundraising: false, newsletter: true, promo: true },
      sites: { 'good.example': { mode: 'off' } },
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

describe('sites', () => {
  it('go by host, whatever its case and with or without www', () => {
    expect(siteKey('WWW.News.example')).toBe('news.example');
    expect(siteKey('news.example.')).toBe('news.example');
    expect(siteKey('wwwx.example')).toBe('wwwx.example');
  });

  it('are switched off one by one, and on again without a trace', () => {
    const off = withSite(DEFAULT_SETTINGS, 'news.example', false);
    expect(settingsFor(off, 'news.example').mode).toBe('off');
    expect(settingsFor(off, 'other.example').mode).toBe('hide');
    expect(withSite(off, 'news.example', true)).toEqual(DEFAULT_SETTINGS);
  });
});

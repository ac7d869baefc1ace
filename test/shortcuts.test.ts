import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings, updateSettings } from '../lib/settings';
import { changeShortcuts, followShortcuts, loadShortcuts } from '../lib/shortcuts';

/** Browsers differ in whether they have any. */
const api = fakeBrowser as unknown as Record<'commands', unknown>;

describe('shortcuts', () => {
  it('come in our order, and others not at all', async () => {
    api.commands = { getAll: () => Promise.resolve([{ name: '_execute_action' }, { name: 'peek', description: 'Peek', shortcut: 'Alt+Shift+U' }, { name: 'toggle-hiding', description: 'Hide', shortcut: '' }]) };
    expect(await loadShortcuts()).toEqual([{ command: 'toggle-hiding', name: 'Hide', keys: '' }, { command: 'peek', name: 'Peek', keys: 'Alt+Shift+U' }]);
    api.commands = undefined;
    expect(await loadShortcuts()).toBeUndefined();
  });

  it('that switch hiding take each other back, however quickly they are pressed', async () => {
    let press: ((name: string, tab: undefined) => void) | undefined;
    api.commands = { onCommand: { addListener: (listener: typeof press) => (press = listener) } };
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
    followShortcuts();
    press!('toggle-hiding', undefined);
    press!('toggle-hiding', undefined);
    press!('toggle-hiding', undefined);
    await vi.waitFor(async () => { expect((await loadSettings()).mode).toBe('off'); });
    press!('toggle-hiding', undefined);
    press!('toggle-hiding', undefined);
    await new Promise((done) => setTimeout(done, 50));
    // In its turn behind them.
    expect((await updateSettings((now) => now)).mode).toBe('off');
  });

  it('are changed where the browser lets them be', async () => {
    const openShortcutSettings = vi.fn(() => Promise.resolve());
    api.commands = { openShortcutSettings };
    await changeShortcuts();
    expect(openShortcutSettings).toHaveBeenCalledTimes(1);
    api.commands = {};
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await changeShortcuts();
    expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  });
});

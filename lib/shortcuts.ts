// In: shortcuts that the reader presses, in any tab. Out: done in that tab, unless the reader is writing there.
import { browser } from 'wxt/browser';
import { askPage } from './messaging';
import { COMMANDS, type Command } from './page/command-names';
import { loadSettings, updateSettings } from './settings';

export function followShortcuts(): void {
  // Firefox for Android has no shortcuts.
  browser.commands?.onCommand.addListener((name, tab) => void run(name, tab?.id));
}

async function run(name: string, tab: number | undefined): Promise<void> {
  const command = COMMANDS.find((one) => one === name);
  if (!command) return;
  const id = tab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  // Where no page of ours runs there is no field that we know of.
  const isFree = id === undefined || (await askPage(id, 'command', command).catch(() => true));
  if (isFree && command === ('toggle-hiding' satisfies Command)) await toggleHiding();
}

async function toggleHiding(): Promise<void> {
  const { mode } = await loadSettings();
  await updateSettings((settings) => ({ ...settings, mode: mode === 'hide' ? 'off' : 'hide' }));
}

// In: the browser's shortcuts. Out: what they are, where they are changed, and what the reader presses done in the tab in front.
import { browser } from 'wxt/browser';
import { askPage } from './messaging';
import { COMMANDS, type Command } from './page/command-names';
import { updateSettings } from './settings';

export interface Shortcut {
  readonly command: string;
  readonly name: string;
  /** As written on the keyboard; empty where it has none. */
  readonly keys: string;
}

/** In the order in which we name them; undefined where there can be none, as in Firefox for Android. */
export async function loadShortcuts(): Promise<readonly Shortcut[] | undefined> {
  const all = await browser.commands?.getAll();
  const order = (name = '') => COMMANDS.findIndex((one) => one === name);
  return all
    ?.filter(({ name }) => order(name) >= 0)
    .sort((a, b) => order(a.name) - order(b.name))
    .map(({ name = '', description = '', shortcut = '' }) => ({ command: name, name: description, keys: shortcut }));
}

/** Opens the page on which the browser lets them be changed. */
export async function changeShortcuts(): Promise<void> {
  const { commands } = browser as { commands?: { openShortcutSettings?: () => Promise<void> } };
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

export function followShortcuts(): void {
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
  // From what holds when its turn comes: of two quick presses the second takes back the first.
  await updateSettings((settings) => ({ ...settings, mode: settings.mode === 'hide' ? 'off' : 'hide' }));
}

// In: the browser's tabs and permissions. Out: what an extension page can know of, and do with, the tab it speaks of.
import { browser } from 'wxt/browser';

const ALL_PAGES = { origins: ['http://*/*', 'https://*/*'] };

/** The tab that `?tab=` of this page's address names, else the one in front; undefined when there is none. */
export async function currentTabId(search: string): Promise<number | undefined> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null && /^\d+$/.test(named)) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

export async function isPrivateTab(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId)).incognito;
}

/** Whether the reader lets Unpitch run on pages: in Firefox this can be taken back at any time. */
export function hasAccess(): Promise<boolean> {
  return browser.permissions.contains(ALL_PAGES);
}

/** Has the browser ask the reader for access. Only works straight from a click. */
export function requestAccess(): Promise<boolean> {
  return browser.permissions.request(ALL_PAGES);
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Calls back when any tab is closed. */
export function onTabClosed(callback: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(callback);
}

/** Opens a page of the extension, such as `options.html#shelf`, in a tab of its own. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${path}` as '/popup.html') });
}

// In: the browser's context menu. Out: "Hide this" and "Not clutter" in it, done by the page that it was opened on.
import { browser } from 'wxt/browser';
import { t } from './i18n';
import { askPage } from './messaging';
import type { Wish } from './page/rules/target';

const ITEMS: Readonly<Record<Wish, 'menuHide' | 'menuKeep'>> = { hide: 'menuHide', keep: 'menuKeep' };

export function followContextMenu(): void {
  // Firefox for Android has no context menus.
  const { contextMenus, runtime } = browser;
  if (!contextMenus) return;
  // Made once: the browser keeps them while this script sleeps.
  runtime.onInstalled.addListener(() => {
    void contextMenus.removeAll().then(() => {
      for (const wish of Object.keys(ITEMS) as Wish[]) {
        contextMenus.create({ id: wish, title: t(ITEMS[wish]), contexts: ['page', 'selection', 'link', 'image', 'video'], documentUrlPatterns: ['http://*/*', 'https://*/*'] });
      }
    });
  });
  contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined && menuItemId in ITEMS) void askPage(tab.id, 'correctHere', menuItemId as Wish).catch(() => undefined);
  });
}

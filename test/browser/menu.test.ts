import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { press } from './face';
import { inEachBrowser, type Bench } from './harness';
import { find } from './pages';

interface Api {
  readonly contextMenus: { update(id: string, change: object): Promise<void> };
}

inEachBrowser('what the browser offers', find, (bench: Bench) => {
  /** Which of these the context menu has: what it has not cannot be changed. */
  const offered = async (...ids: string[]) => {
    const page = await bench.browser.openPage('options.html');
    const found = await evaluate(page, async (all) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
      const { contextMenus } = browser ?? chrome;
      const isThere = await Promise.all(all.map((id) => contextMenus.update(id, { enabled: true }).then(() => true, () => false)));
      return all.filter((_, at) => isThere[at]);
    }, ids);
    await page.close();
    return found;
  };

  it('has "Hide this" and "Not clutter" in its context menu, also after it was started again', async () => {
    expect(await offered('hide', 'keep', 'nonsense')).toEqual(['hide', 'keep']);
    await bench.restart();
    expect(await offered('hide', 'keep', 'nonsense')).toEqual(['hide', 'keep']);
  });

  it('lets the shortcuts be changed, from the settings', async () => {
    const page = await bench.browser.openPage('options.html');
    // Its own page for that opens in a tab; neither browser lets another page look at it, but for where it leads.
    await evaluate(page, () => {
      interface Tabs { tabs: { create(options: { url: string }): Promise<unknown> }; commands: { openShortcutSettings?: () => Promise<void> } }
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Tabs>;
      const { tabs, commands } = browser ?? chrome;
      const state = globalThis as unknown as { led?: string };
      const create = tabs.create.bind(tabs);
      tabs.create = (options) => create(options).then((tab) => { state.led = options.url; return tab; });
      const open = commands.openShortcutSettings?.bind(commands);
      if (open) commands.openShortcutSettings = () => open().then(() => { state.led = 'shortcuts'; });
    });
    await press(page, 'Change shortcuts', '#shortcuts');
    await until('it has led there', () => evaluate(page, () => /shortcuts$/.test((globalThis as unknown as { led?: string }).led ?? '')));
    await page.close();
  });
});

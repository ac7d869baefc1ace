import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { inLayer, isOpen, overlayViolations } from './overlay';
import { find } from './pages';

const STUBS = 'unpitch-stubs';

inEachBrowser('taking back', find, (bench: Bench) => {
  const open = async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };
  const stubs = (tab: Tab) => inLayer(tab, (root) => Array.from(root.querySelectorAll('button'), (button) => button.textContent), { layer: STUBS });
  const press = (tab: Tab, name: string) =>
    inLayer(
      tab,
      (root, wanted) => {
        Array.from(root.querySelectorAll('button')).find((button) => button.textContent === wanted)?.click();
      },
      { layer: STUBS },
      name,
    );
  /** As the background does when the browser reports a shortcut. */
  const command = (popup: Tab, name: string) =>
    evaluate(
      popup,
      (request) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { sendMessage(tab: number, message: object, options: object): Promise<boolean> } }>;
        return (browser ?? chrome).tabs.sendMessage(Number(new URLSearchParams(location.search).get('tab')), { unpitch: 'command', request }, { frameId: 0 });
      },
      name,
    );

  it('shows a hidden prompt from the stub in its place, and hides it again', async () => {
    const tab = await open();
    await untilEqual('the stubs', 4, async () => (await stubs(tab)).length);
    expect(await overlayViolations(tab, STUBS)).toEqual([]);
    const gap = await inLayer(tab, (root) => {
      const box = Array.from(root.querySelectorAll('button')).find(({ textContent }) => textContent === 'Newsletter prompt hidden · Show')!.getBoundingClientRect();
      const [before, after] = [document.querySelector('.newsletter-box')!.previousElementSibling!, document.querySelector('.newsletter-box')!.nextElementSibling!];
      return [box.bottom - before.getBoundingClientRect().bottom, after.getBoundingClientRect().top - box.top];
    }, { layer: STUBS });
    for (const overlap of gap) expect(overlap).toBeGreaterThan(0);
    await press(tab, 'Newsletter prompt hidden · Show');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    await press(tab, 'Hide again');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await tab.close();
  });

  it('shows everything while the key is held, and keeps the place in the story', async () => {
    const tab = await open();
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    const place = () => evaluate(tab, () => Math.round(document.querySelector('article > h2')!.getBoundingClientRect().top));
    await evaluate(tab, () => { document.querySelector('article > h2')!.scrollIntoView({ block: 'center', behavior: 'instant' }); });
    const before = await place();
    expect(await command(popup, 'peek')).toBe(true);
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    expect(await isShown(tab, '.support-appeal')).toBe(true);
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
    await tab.key!('p', 'down');
    await tab.key!('p', 'up');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
    await popup.close();
    await tab.close();
  });

  it('goes to the next prompt and shows it, and opens the inspector, but not while the reader is writing', async () => {
    const tab = await open();
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    await command(popup, 'next-prompt');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    await evaluate(tab, () => { document.querySelector<HTMLElement>('.newsletter-box input')!.focus(); });
    expect(await command(popup, 'toggle-inspector')).toBe(false);
    expect(await command(popup, 'next-prompt')).toBe(false);
    expect(await isOpen(tab)).toBe(false);
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    await evaluate(tab, () => { document.querySelector<HTMLElement>('.newsletter-box input')!.blur(); });
    expect(await command(popup, 'toggle-inspector')).toBe(true);
    await untilEqual('the inspector', true, () => isOpen(tab));
    expect(await html(tab)).not.toContain(STUBS);
    await command(popup, 'toggle-inspector');
    await untilEqual('the inspector', false, () => isOpen(tab));
    await popup.close();
    await tab.close();
  });
});

import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { store } from './face';
import { html, inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { clickAt, clickOn, inLayer, isOpen, texts } from './overlay';
import { find } from './pages';

inEachBrowser('the inspector on a page that is against it', find, (bench: Bench) => {
  /** Without stubs, so that nothing else of ours lies beside the body. */
  const open = async (path: string, mode: 'hide' | 'highlight' = 'hide') => {
    const page = await bench.browser.openPage('options.html');
    await store(page, { settings: { mode, stubs: false } });
    const tab = await bench.browser.open(bench.origin + path);
    await until('prompts are marked', async () => (await marks(tab)).includes(mode === 'hide' ? 'hidden' : 'newsletter'));
    await page.close();
    await tab.focus();
    return tab;
  };
  const toggle = (tab: Tab) => bench.browser.runCommand(tab, 'toggle-inspector');
  const isThere = (tab: Tab) => until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
  /** The page's methods as they were, for the probes of this test; the extension has done its work by then. */
  const mend = (tab: Tab) => evaluate(tab, () => { (window as unknown as { mend(): void }).mend(); });

  it('works and looks as ever whatever the page does to elements and their methods, moves nothing, and leaves nothing', async () => {
    const errors = bench.browser.errors.length;
    const tab = await open('/hostile', 'highlight');
    const layout = () => evaluate(tab, () => Array.from(document.body.getElementsByTagName('*'), (element) => Array.from(element.getClientRects(), ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join())).join(' '));
    const before = { layout: await layout(), html: await html(tab) };
    expect(before.layout.length).toBeGreaterThan(1000);
    await toggle(tab);
    await isThere(tab);
    expect(await layout()).toBe(before.layout);
    await mend(tab);
    const looks = await inLayer(tab, (root) => {
      const panel = root.querySelector('.panel')!;
      const { display, visibility, opacity, color, fontSize } = getComputedStyle(panel);
      return { display, visibility, opacity, fontSize, isRed: color === 'rgb(255, 0, 0)', width: Math.round(panel.getBoundingClientRect().width) };
    });
    expect(looks).toEqual({ display: 'block', visibility: 'visible', opacity: '1', fontSize: '13px', isRed: false, width: 320 });
    // In sight, above all the page has: the panel is what lies there.
    expect(await evaluate(tab, () => document.elementFromPoint(innerWidth - 100, 60)?.localName)).toBe('unpitch-layer');
    expect(await evaluate(tab, () => document.querySelector('unpitch-layer')!.shadowRoot)).toBeNull();
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    await toggle(tab);
    await untilEqual('the inspector', false, () => isOpen(tab));
    await until('prompts are outlined again', async () => (await marks(tab)).includes('newsletter'));
    expect(await html(tab)).toBe(before.html);
    await tab.close();
    expect(bench.browser.errors.slice(errors).filter((text) => !text.includes('Failed to load'))).toEqual([]);
  });

  it('comes back when the page takes it away or hides it', async () => {
    const tab = await open('/evicts');
    const before = await html(tab);
    await toggle(tab);
    await untilEqual('what the page did', 2, () => evaluate(tab, () => (window as unknown as { evicted: number }).evicted));
    await isThere(tab);
    await untilEqual('the style', true, () => evaluate(tab, () => getComputedStyle(document.querySelector('unpitch-layer')!).display === 'block'));
    await clickOn(tab, 'Close the inspector');
    await untilEqual('the inspector', false, () => isOpen(tab));
    await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    expect(await html(tab)).toBe(before);
    await tab.close();
  });

  it('gives in to a page that takes it away without end, and puts the marks back', async () => {
    const tab = await open('/evicts-forever');
    const before = await html(tab);
    const marked = await marks(tab);
    await toggle(tab);
    await until('it has given in', () => evaluate(tab, () => (window as unknown as { evicted: number }).evicted > 4 && document.querySelector('unpitch-layer') === null));
    await untilEqual('the marks', marked, () => marks(tab));
    const evicted = await evaluate(tab, () => (window as unknown as { evicted: number }).evicted);
    expect(evicted).toBeLessThan(12);
    expect(await html(tab)).toBe(before);
    await tab.close();
  });
});

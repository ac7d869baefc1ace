import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { inLayer, isOpen, overlayViolations, texts } from './overlay';
import { find } from './pages';

inEachBrowser('the inspector at work', find, (bench: Bench) => {
  const open = async (path: string) => {
    const tab = await bench.browser.open(bench.origin + path);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    return tab;
  };

  it('jumps to a block from the strip at the edge, and gives the focus back when it closes', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await evaluate(tab, () => { document.querySelector<HTMLElement>('.masthead a')!.focus(); });
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    const strip = await inLayer(tab, (root) => {
      const { left, right, height } = root.querySelector('.minimap')!.getBoundingClientRect();
      return [(left + right) / 2, height * 0.99];
    });
    expect(await evaluate(tab, () => scrollY)).toBe(0);
    await tab.click!(strip[0]!, strip[1]!);
    await until('the end of the page is in view', () => evaluate(tab, () => document.querySelector('footer')!.getBoundingClientRect().top < innerHeight));
    await until('its card is open', async () => (await texts(tab, '.why h2')).length === 1);
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await untilEqual('the inspector', false, () => isOpen(tab));
    expect(await evaluate(tab, () => document.activeElement?.closest('.masthead') !== null)).toBe(true);
    await tab.close();
  });

  it('tells labels apart by lines and words in forced colours, and stays accessible in the dark', async () => {
    const tab = await open('/article');
    await bench.browser.forceColors(tab, true);
    await untilEqual('forced colours', true, () => evaluate(tab, () => matchMedia('(forced-colors: active)').matches));
    const lines = await inLayer(tab, (root) =>
      Object.fromEntries(['article', 'fundraising', 'newsletter', 'promo', 'other'].map((label) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(root.querySelector(`.swatch.${label}`)!);
        return [label, `${borderTopStyle} ${borderTopWidth}`];
      })));
    expect(new Set(Object.values(lines)).size).toBe(5);
    const tags = await inLayer(tab, (root) => Array.from(root.querySelectorAll('.box:not([data-small]) .tag'), (tag) => {
      const { color, backgroundColor } = getComputedStyle(tag);
      return color !== backgroundColor && tag.getBoundingClientRect().width > 0;
    }));
    expect(tags.length).toBeGreaterThan(3);
    expect(tags).not.toContain(false);
    expect(await overlayViolations(tab)).toEqual([]);
    await bench.browser.forceColors(tab, false);
    await tab.close();
  });

  it('keeps few boxes on an enormous page', async () => {
    const tab = await open('/many');
    const blocks = Number.parseInt((await texts(tab, '.labels .note'))[0]!.replace('Outlined: ', ''), 10);
    expect(blocks).toBeGreaterThan(50_000);
    expect((await texts(tab, '.box')).length).toBeLessThan(1000);
    await evaluate(tab, () => { scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }); });
    await until('boxes follow', () => inLayer(tab, (root) => Array.from(root.querySelectorAll('.box'), (box) => box.getBoundingClientRect()).some(({ top, bottom, height }) => height > 0 && top > 0 && bottom < innerHeight)));
    expect((await texts(tab, '.box')).length).toBeLessThan(1000);
    await tab.close();
  });
});

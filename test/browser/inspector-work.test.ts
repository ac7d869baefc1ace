import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { clickAt, clickOn, inLayer, isOpen, overlayViolations, texts } from './overlay';
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

  it('neither moves the page nor lets it in, whatever the page does to all its elements', async () => {
    const tab = await bench.browser.open(`${bench.origin}/hostile`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await popup.run(`document.querySelectorAll('input[type=radio]')[1].click()`);
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    await tab.focus();
    const layout = () => evaluate(tab, () => Array.from(document.body.querySelectorAll('*'), (element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].map(Math.round).join(); }));
    const before = await layout();
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    expect(await layout()).toEqual(before);
    const looks = await inLayer(tab, (root) => {
      const panel = root.querySelector('.panel')!;
      const { display, visibility, opacity, color, fontSize } = getComputedStyle(panel);
      return { display, visibility, opacity, color, fontSize, shown: panel.getBoundingClientRect().width > 200 };
    });
    expect(looks).toMatchObject({ display: 'block', visibility: 'visible', opacity: '1', fontSize: '13px', shown: true });
    expect(looks.color).not.toBe('rgb(255, 0, 0)');
    expect(await evaluate(tab, () => document.querySelector('unpitch-layer')!.shadowRoot)).toBeNull();
    await popup.run(`document.querySelectorAll('input[type=radio]')[2].click()`);
    await popup.close();
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

  it('relabels a whole prompt at once, after it has shown what else would change', async () => {
    const tab = await open('/article');
    await clickAt(tab, '.related .teaser p');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Promos'));
    await clickOn(tab, 'Other');
    await until('the forecast is there', async () => (await texts(tab, '.preview p')).length === 1);
    await inLayer(tab, (root) => {
      const scopes = root.querySelector<HTMLSelectElement>('.correct select')!;
      scopes.value = 'block';
      scopes.dispatchEvent(new Event('change'));
    });
    await clickOn(tab, 'Other');
    await until('others are named', async () => /^\d more blocks? on this page would change:$/.test((await texts(tab, '.preview p'))[0] ?? ''));
    expect((await texts(tab, '.others li')).length).toBeGreaterThan(0);
    expect(await inLayer(tab, (root) => root.querySelectorAll('.box[data-preview]').length)).toBeGreaterThan(0);
    await inLayer(tab, (root) => {
      const scopes = root.querySelector<HTMLSelectElement>('.correct select')!;
      scopes.value = 'prompt';
      scopes.dispatchEvent(new Event('change'));
    });
    await clickOn(tab, 'Other');
    await clickOn(tab, 'Save for this site');
    await until('it says so', async () => (await texts(tab, '.status p'))[0]?.startsWith('Saved as a rule'));
    await untilEqual('promos among the teasers', 0, () => inLayer(tab, (root) => Array.from(root.querySelectorAll('.box.promo'), (box) => box.getAttribute('aria-label')!).filter((name) => /lighthouse|rowers|Seagrass/.test(name)).length));
    await clickOn(tab, 'Undo');
    await until('they are promos again', () => inLayer(tab, (root) => Array.from(root.querySelectorAll('.box.promo'), (box) => box.getAttribute('aria-label')!).some((name) => /lighthouse|rowers|Seagrass/.test(name))));
    expect(await texts(tab, '.status p')).toEqual(['Taken back.']);
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

import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
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
    await bench.browser.prefer(tab, { scheme: 'dark' });
    await untilEqual('the dark', true, () => evaluate(tab, () => matchMedia('(prefers-color-scheme: dark)').matches));
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    expect(await overlayViolations(tab)).toEqual([]);
    await bench.browser.prefer(tab, { scheme: 'light' });
    await tab.close();
  });

  it('relabels a block or its whole prompt, after it has shown what else would change', async () => {
    const tab = await open('/article');
    const take = (scope: 'block' | 'prompt') =>
      inLayer(tab, (root, value) => {
        const scopes = root.querySelector<HTMLSelectElement>('.correct select')!;
        scopes.value = value;
        scopes.dispatchEvent(new Event('change'));
        return scopes.value;
      }, {}, scope);
    const teasers = (label: string) =>
      inLayer(tab, (root, wanted) => Array.from(root.querySelectorAll(`.box.${wanted}`), (box) => box.getAttribute('aria-label')!).filter((name) => /library|rowers|Seagrass/.test(name)).length, {}, label);
    await clickAt(tab, '.related .teaser p');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Promos'));
    const all = await teasers('promo');
    expect(all).toBe(3);

    // One block: the other teasers are built alike, so the rule finds them too.
    expect(await take('block')).toBe('block');
    await clickOn(tab, 'Other');
    await until('others are named', async () => /^2 more blocks on this page would change:$/.test((await texts(tab, '.preview p'))[0] ?? ''));
    expect((await texts(tab, '.others li')).map((text) => text.slice(0, 8))).toEqual(['The crew', 'Divers c']);
    expect(await inLayer(tab, (root) => Array.from(root.querySelectorAll('.box[data-preview]'), (box) => /The crew|Divers/.test(box.getAttribute('aria-label')!)))).toEqual([true, true]);
    expect(await teasers('promo')).toBe(all);
    expect(await overlayViolations(tab)).toEqual([]);
    await clickOn(tab, 'Cancel');
    await untilEqual('boxes that would change', 0, async () => (await texts(tab, '.box[data-preview]')).length);

    expect(await take('prompt')).toBe('prompt');
    await clickOn(tab, 'Other');
    await until('the forecast is there', async () => (await texts(tab, '.preview p'))[0] === 'Nothing else on this page would change.');
    await clickOn(tab, 'Save for this site');
    await until('it says so', async () => (await texts(tab, '.status p'))[0]?.startsWith('Saved as a rule'));
    await untilEqual('the teasers', [0, all], async () => [await teasers('promo'), await teasers('other')]);
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('other prompts are hidden again', async () => !(await isShown(tab, '.support-appeal')));
    expect(await isShown(tab, '.related')).toBe(true);

    await bench.browser.runCommand(tab, 'undo');
    await untilEqual('the teasers', false, () => isShown(tab, '.related'));
    await tab.close();
  });

  it('lets go of a block that the page takes away, and keeps the focus', async () => {
    const tab = await open('/article');
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    const pressed = () => inLayer(tab, (root) => root.querySelectorAll('.box[aria-pressed="true"]').length);
    expect(await pressed()).toBe(1);
    await evaluate(tab, () => {
      document.querySelector('.newsletter-box')!.remove();
      document.querySelector('footer')!.append(document.createElement('p'));
    });
    await until('the card is closed', () => inLayer(tab, (root) => root.querySelector<HTMLElement>('.why')!.hidden));
    expect(await pressed()).toBe(0);
    expect(await inLayer(tab, (root) => root.activeElement !== null)).toBe(true);
    await tab.close();
  });

  it('keeps few boxes on a very long page', async () => {
    const tab = await open('/long');
    const blocks = Number.parseInt((await texts(tab, '.labels .note'))[0]!.replace('Outlined: ', ''), 10);
    expect(blocks).toBeGreaterThan(12_000);
    expect((await texts(tab, '.box')).length).toBeLessThan(1000);
    await evaluate(tab, () => { scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }); });
    await until('boxes follow', () => inLayer(tab, (root) => Array.from(root.querySelectorAll('.box'), (box) => box.getBoundingClientRect()).some(({ top, bottom, height }) => height > 0 && top > 0 && bottom < innerHeight)));
    expect((await texts(tab, '.box')).length).toBeLessThan(1000);
    await tab.close();
  });
});

import { beforeEach, expect, it } from 'vitest';
import { choose, evaluate, until, type Tab } from '../../tools/browser';
import { press, startClean } from './face';
import { inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { chooseFromMenu } from './menu';
import { clickAt, clickOn, inLayer, texts } from './overlay';
import { find } from './pages';

/** Runs in a page or in an overlay: what would not be where it belongs at once, one line each. */
function moving(root: ParentNode): string[] {
  const own = root instanceof Element ? [root] : [];
  return [...own, ...Array.from(root.querySelectorAll('*'))].flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const { transitionDuration, transitionDelay, animationName, scrollBehavior } = getComputedStyle(element, part || null);
      const isStill = [transitionDuration, transitionDelay].every((times) => times.split(', ').every((time) => Number.parseFloat(time) === 0)) && animationName === 'none' && scrollBehavior === 'auto';
      return isStill && element.getAnimations().length === 0 ? [] : [`${element.localName}.${element.className}${part} ${transitionDuration} ${animationName} ${scrollBehavior}`];
    }),
  );
}

/** The sample article, with a page that glides wherever it scrolls. */
async function gliding(path: string) {
  const served = await find('/article');
  if (path !== '/gliding' || typeof served?.body !== 'string') return find(path);
  return { ...served, body: served.body.replace('</style>', 'html { scroll-behavior: smooth }</style>') };
}

inEachBrowser('a reader who wants nothing to move', gliding, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const open = async (path: string, calm: boolean) => {
    const tab = await bench.browser.open(bench.origin + path);
    await bench.browser.prefer(tab, { calm });
    await until('prompts are marked', async () => (await marks(tab)).length > 2);
    await untilEqual('what the page is told', calm, () => evaluate(tab, () => matchMedia('(prefers-reduced-motion: reduce)').matches));
    return tab;
  };
  const still = async (tab: Tab, layer: string) => {
    expect(await inLayer(tab, (root) => root.querySelectorAll('*').length, { layer }), layer).toBeGreaterThan(2);
    expect(await inLayer(tab, moving, { layer }), layer).toEqual([]);
  };

  it('sees inspector, why card, stubs, messages and key stand still', async () => {
    const tab = await open('/article', true);
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    await still(tab, 'unpitch-stubs');
    await chooseFromMenu(tab, popup, 'figcaption', 'hide');
    await still(tab, 'unpitch-toast');
    await clickOn(tab, 'Undo', 'unpitch-toast');
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    await clickAt(tab, '.newsletter-box .consent');
    await clickOn(tab, 'Promos');
    await until('it can be saved', async () => (await texts(tab, '.preview .steps button'))[0] === 'Save for this site');
    await still(tab, 'unpitch-layer');
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await choose(popup, 'Highlight');
    await tab.focus();
    await until('the key is there', () => evaluate(tab, () => document.querySelector('unpitch-legend') !== null));
    await still(tab, 'unpitch-legend');
    // The outlines themselves, which belong to the page's elements.
    for (const mark of await marks(tab)) {
      expect(await evaluate(tab, (value) => getComputedStyle(document.querySelector(`[data-unpitch="${value}"]`)!, '::before').transitionDuration, mark)).toBe('0s');
    }
    await bench.browser.prefer(tab, { calm: false });
    await popup.close();
    await tab.close();
  });

  it.each(['popup', 'options.html', 'welcome.html'])('sees %s stand still, where it moves otherwise', async (name) => {
    const tab = await open('/article', false);
    const page = name === 'popup' ? await bench.browser.openPopup(tab) : await bench.browser.openPage(name);
    await until('it is drawn', () => evaluate(page, () => document.querySelector('.animated') !== null));
    const all = () => page.run(`(${String(moving)})(document)`) as Promise<string[]>;
    await bench.browser.prefer(page, { calm: false });
    expect((await all()).length).toBeGreaterThan(0);
    await bench.browser.prefer(page, { calm: true });
    await untilEqual('what moves', [], all);
    // Also while something is switched.
    if (name === 'popup') {
      await press(page, 'Highlight', '.site-panel');
      expect(await all()).toEqual([]);
    }
    await bench.browser.prefer(page, { calm: false });
    await page.close();
    await tab.close();
  });

  it.each([['at once, where nothing is to move', true], ['as the page glides, otherwise', false]] as const)('is brought to a prompt %s', async (_, calm) => {
    const tab = await open('/gliding', calm);
    await tab.focus();
    await evaluate(tab, () => {
      const places = new Set<number>();
      Object.assign(window, { places });
      const look = () => { places.add(Math.round(scrollY)); requestAnimationFrame(look); };
      look();
    });
    await bench.browser.runCommand(tab, 'next-prompt');
    await untilEqual('the letter in the middle', true, () => evaluate(tab, () => {
      const { top, bottom } = document.querySelector('.newsletter-box')!.getBoundingClientRect();
      return Math.abs((top + bottom - innerHeight) / 2) < 3;
    }));
    const places = await evaluate(tab, () => (window as unknown as { places: Set<number> }).places.size);
    if (calm) expect(places).toBeLessThanOrEqual(4);
    else expect(places).toBeGreaterThan(6);
    await bench.browser.prefer(tab, { calm: false });
    await tab.close();
  });
});

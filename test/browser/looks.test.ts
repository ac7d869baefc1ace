import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { clickAt, inLayer, texts } from './overlay';
import { find } from './pages';

const STUBS = { layer: 'unpitch-stubs' };

inEachBrowser('what stands on a page', find, (bench: Bench) => {
  const open = async (path: string, size?: { width: number; height: number }) => {
    const tab = await bench.browser.open(bench.origin + path, size && { size });
    await tab.focus();
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };
  const inspect = async (tab: Tab) => {
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
  };
  /** By keyboard, which needs no scrolling, and reaches what something else covers. */
  const press = async (tab: Tab, selector: string, which: number, layer = {}) => {
    await inLayer(tab, (root, one, at) => { Array.from(root.querySelectorAll<HTMLElement>(one)).at(at)!.focus({ preventScroll: true }); }, layer, selector, which);
    await tab.key!('Enter');
  };
  const stubCount = (tab: Tab) => inLayer(tab, (root) => root.querySelectorAll('button').length, STUBS);

  it('has stubs as light as the page is, not as the system', async () => {
    for (const [path, background] of [['/article', 'rgb(255, 255, 255)'], ['/night', 'rgb(31, 38, 35)']] as const) {
      const tab = await open(path);
      await untilEqual('the stubs', 4, () => stubCount(tab));
      await untilEqual(`the stubs of ${path}`, [background], () => inLayer(tab, (root) => Array.from(new Set(Array.from(root.querySelectorAll('button'), (stub) => getComputedStyle(stub).backgroundColor))), STUBS));
      await tab.close();
    }
  });

  it('has the stub of a box narrower than its column where that box ends', async () => {
    const tab = await open('/article');
    await untilEqual('the stubs', 4, () => stubCount(tab));
    for (const [kind, selector] of [['promo', '.related'], ['fundraising', 'aside.story']] as const) {
      const stub = await inLayer(tab, (root, one) => Array.from(root.querySelectorAll(`.${one}`), (button) => button.getBoundingClientRect().right).at(-1)!, STUBS, kind);
      await press(tab, `.${kind}`, -1, STUBS);
      await untilEqual(selector, true, () => isShown(tab, selector));
      const box = await evaluate(tab, (one) => document.querySelector(one)!.getBoundingClientRect().right, selector);
      expect(box).toBeLessThan(await evaluate(tab, () => document.documentElement.clientWidth - 20));
      expect(Math.abs(stub - box), selector).toBeLessThanOrEqual(1);
    }
    await tab.close();
  });

  it('has the names of blocks where their lines end', async () => {
    const tab = await open('/article');
    /** How far the name of the first paragraph stands from the box's left and right edge. */
    const name = () =>
      inLayer(tab, (root) => {
        const box = Array.from(root.querySelectorAll('.box.article')).find((one) => one.getAttribute('aria-label')!.includes('At ten past six'))!;
        const [outer, inner] = [box.getBoundingClientRect(), box.querySelector('.tag')!.getBoundingClientRect()];
        return [Math.round(inner.left - outer.left), Math.round(outer.right - inner.right)];
      });
    await inspect(tab);
    expect((await name())[1]).toBe(0);
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await evaluate(tab, () => { document.documentElement.dir = 'rtl'; });
    await inspect(tab);
    expect((await name())[0]).toBe(0);
    await tab.close();
  });

  it('keeps the chosen block in sight of the card on a phone', async () => {
    const tab = await open('/article', { width: 400, height: 800 });
    await inspect(tab);
    /** Whether the middle of the block can be seen. */
    const seen = (selector: string) =>
      evaluate(tab, (one) => {
        const { left, top, bottom } = document.querySelector(one)!.getBoundingClientRect();
        return { x: left + 30, y: (top + bottom) / 2 };
      }, selector).then(({ x, y }) =>
        inLayer(tab, (root, left, top) => {
          const { left: from, right: to, top: above, bottom: below } = root.querySelector('.column')!.getBoundingClientRect();
          return left < from || left > to || top < above || top > below;
        }, {}, x, y));
    for (const [selector, block] of [['.newsletter-box .consent', 'center'], ['.newsletter-box h3', 'start'], ['.newsletter-box .consent', 'end']] as const) {
      await evaluate(tab, (one, where) => { document.querySelector(one)!.scrollIntoView({ block: where, behavior: 'instant' }); }, selector, block);
      if (block === 'center') await clickAt(tab, selector);
      else await press(tab, '.box.newsletter', block === 'start' ? 0 : -1);
      await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
      expect(await seen(selector), `${selector} at the ${block}`).toBe(true);
    }
    await tab.close();
  });
});

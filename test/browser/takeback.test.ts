import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { startClean, store } from './face';
import { chooseFromMenu, send } from './menu';
import { clickOn, inLayer, isOpen, overlayViolations } from './overlay';
import { find } from './pages';

const STUBS = 'unpitch-stubs';
const TOAST = 'unpitch-toast';

inEachBrowser('taking back', find, (bench: Bench) => {
  // A try that failed leaves its corrections behind.
  beforeEach(() => startClean(bench.browser));

  const open = async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };
  const stubs = (tab: Tab) => inLayer(tab, (root) => Array.from(root.querySelectorAll('button'), (button) => button.textContent), { layer: STUBS });
  const command = (popup: Tab, name: string) => send(popup, 'command', name);

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
    await clickOn(tab, 'Newsletter prompt hidden: Show', STUBS);
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    await clickOn(tab, 'Newsletters: Hide again', STUBS);
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await tab.close();
  });

  it('keeps the stubs of neighbours apart, in sight and clear of the text', async () => {
    const tab = await bench.browser.open(`${bench.origin}/neighbours`);
    await untilEqual('the stubs', 4, async () => (await stubs(tab)).length);
    const { boxes, texts, width } = await inLayer(tab, (root) => {
      const corners = ({ left, right, top, bottom }: DOMRect) => [left, right, top, bottom].map(Math.round);
      return {
        boxes: Array.from(root.querySelectorAll('button'), (button) => corners(button.getBoundingClientRect())),
        // Lines, since only the last one of a paragraph leaves room.
        texts: Array.from(document.querySelectorAll('article > p, footer'), (text) => {
          const range = document.createRange();
          range.selectNodeContents(text);
          return Array.from(range.getClientRects(), corners);
        }).flat(),
        width: document.documentElement.clientWidth,
      };
    }, { layer: STUBS });
    const meet = (one: number[], other: number[], slack: number) =>
      one[0]! < other[1]! && other[0]! < one[1]! && one[2]! + slack < other[3]! && other[2]! + slack < one[3]!;
    expect(texts.length).toBeGreaterThan(20);
    for (const [at, box] of boxes.entries()) {
      expect(box[0]).toBeGreaterThanOrEqual(0);
      expect(box[1]).toBeLessThanOrEqual(width);
      expect(boxes.filter((other, place) => place !== at && meet(box, other, 0))).toEqual([]);
      // A line's box is higher than its letters.
      expect(texts.filter((text) => meet(box, text, 7))).toEqual([]);
    }
    await tab.close();
  });

  it('undoes what was done last, wherever it was done', async () => {
    const tab = await open();
    await untilEqual('the stubs', 4, async () => (await stubs(tab)).length);
    const undo = () => bench.browser.runCommand(tab, 'undo');
    await clickOn(tab, 'Newsletter prompt hidden: Show', STUBS);
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    await bench.browser.runCommand(tab, 'next-prompt');
    await until('two are shown', async () => (await stubs(tab)).filter((text) => text === 'Hide again').length === 2);
    await undo();
    await until('one is shown', async () => (await stubs(tab)).filter((text) => text === 'Hide again').length === 1);
    await undo();
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await undo();
    await untilEqual('what it says', 'Nothing to take back.', () => inLayer(tab, (root) => root.querySelector('p')?.textContent, { layer: TOAST }));
    await tab.close();
  });

  it('thanks the reader once where appeals of a newsroom they support are hidden, and not where stubs are switched off', async () => {
    const tab = await open();
    const options = await bench.browser.openPage('options.html');
    await store(options, { settings: { sites: { '127.0.0.1': { appeals: 'supported' } } } });
    await until('the reader is thanked', async () => (await stubs(tab)).includes('Thank you for your support · Show'));
    expect((await stubs(tab)).filter((text) => /^(Thank you|Appeal)/.test(text))).toHaveLength(1);
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    expect(await overlayViolations(tab, STUBS)).toEqual([]);
    // Stubs are placed with the frames of their tab, which one behind another has none of.
    await tab.focus();
    await clickOn(tab, 'Thank you for your support: Show', STUBS);
    await untilEqual('the appeal', true, () => isShown(tab, '.support-appeal'));
    await store(options, { settings: { stubs: false } });
    await until('the stubs are gone', () => evaluate(tab, (name) => document.querySelector(name) === null, STUBS));
    await store(options, { settings: {} });
    await options.close();
    await tab.close();
  });

  it('leaves stubs that can be seen and told apart in forced colours', async () => {
    const tab = await open();
    await bench.browser.forceColors(tab, true);
    await untilEqual('forced colours', true, () => evaluate(tab, () => matchMedia('(forced-colors: active)').matches));
    await untilEqual('the stubs', 4, async () => (await stubs(tab)).length);
    const looks = await inLayer(tab, (root) => {
      const stub = root.querySelector('button')!;
      stub.focus();
      const { backgroundColor, color, borderTopStyle, borderTopColor } = getComputedStyle(stub);
      return { differs: backgroundColor !== color && borderTopColor !== backgroundColor, line: borderTopStyle };
    }, { layer: STUBS });
    expect(looks).toEqual({ differs: true, line: 'solid' });
    await bench.browser.forceColors(tab, false);
    await tab.close();
  });

  it('takes "Hide this" and "Not clutter" from the context menu, and takes them back', async () => {
    const tab = await open();
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    const choose = (selector: string, wish: 'hide' | 'keep') => chooseFromMenu(tab, popup, selector, wish);
    const toast = () => inLayer(tab, (root) => root.querySelector('p')?.textContent, { layer: TOAST });
    await choose('figcaption', 'hide');
    await untilEqual('the figure', false, () => isShown(tab, 'figure'));
    await untilEqual('what it says', 'Hidden on this site from now on.', toast);
    expect(await overlayViolations(tab, TOAST)).toEqual([]);
    await clickOn(tab, 'Undo', TOAST);
    await untilEqual('the figure', true, () => isShown(tab, 'figure'));

    await choose('article > p:last-of-type', 'keep');
    await untilEqual('what it says', 'There is nothing here that Unpitch could tell apart.', toast);
    await choose('h1', 'hide');
    await untilEqual('what it says', 'There is nothing here that Unpitch could tell apart.', toast);
    expect(await isShown(tab, 'h1')).toBe(true);

    await clickOn(tab, 'Newsletter prompt hidden: Show', STUBS);
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    await choose('.newsletter-box h3', 'keep');
    const next = await bench.browser.open(`${bench.origin}/article`);
    await until('other prompts are hidden', async () => !(await isShown(next, '.support-appeal')));
    // What was hidden on the page before is so until this one has been read.
    await untilEqual('the newsletter box in the other tab', true, () => isShown(next, '.newsletter-box'));
    await clickOn(tab, 'Undo', TOAST);
    await untilEqual('the newsletter box in the other tab', false, () => isShown(next, '.newsletter-box'));
    for (const one of [popup, next, tab]) await one.close();
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
    // A prompt that is known, and comes meanwhile, is shown like the others, at every moment.
    await evaluate(tab, () => {
      const copy = document.querySelector('.newsletter-box')!.cloneNode(true) as Element;
      copy.id = 'copy';
      new MutationObserver(() => { document.documentElement.dataset.marked = 'yes'; }).observe(copy, { attributes: true });
      document.querySelector('footer')!.before(copy);
    });
    await delay(600);
    expect(await isShown(tab, '#copy')).toBe(true);
    expect(await evaluate(tab, () => document.documentElement.dataset.marked)).toBeUndefined();
    await tab.key!('p', 'down');
    await tab.key!('p', 'up');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await untilEqual('its copy', false, () => isShown(tab, '#copy'));
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

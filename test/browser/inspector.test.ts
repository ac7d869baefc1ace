import { beforeEach, expect, it } from 'vitest';
import { STALE_AFTER } from '../../lib/page/rules/rule';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean } from './face';
import { html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { clickAt, clickOn, inLayer, isOpen, overlayViolations, texts } from './overlay';
import { find } from './pages';

inEachBrowser('the inspector', find, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const open = async (path: string) => {
    const tab = await bench.browser.open(bench.origin + path);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await toggle(popup);
    await tab.focus();
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    return { tab, popup };
  };
  const toggle = (popup: Tab) =>
    until('the popup offers the inspector', () =>
      evaluate(popup, () => {
        const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent.trim() === 'Inspector');
        button?.click();
        return button !== undefined;
      }),
    );

  it('outlines every block, lists the labels, and is gone without a trace', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const before = await html(tab);
    const popup = await bench.browser.openPopup(tab);
    await toggle(popup);
    await tab.focus();
    await until('outlines are there', async () => (await texts(tab, '.box')).some((text) => text.startsWith('Newsletters')));
    expect(await marks(tab)).toEqual([]);
    const rows = await texts(tab, '.labels .name');
    expect(rows).toEqual(['Article', 'Fundraising', 'Newsletters', 'Promos', 'Other', 'Only unsure ones']);
    const numbers = await texts(tab, '.labels .number:not(.share)');
    const total = numbers.slice(0, 5).reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    expect(await texts(tab, '.labels .note')).toEqual([`Outlined: ${total}`]);
    expect(total).toBeGreaterThan(20);
    expect(await evaluate(tab, () => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await overlayViolations(tab)).toEqual([]);

    await clickOn(tab, 'Close the inspector');
    await untilEqual('the inspector', false, () => isOpen(tab));
    await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    expect(await html(tab)).toBe(before);
    await popup.close();
    await tab.close();
  });

  it('lies over its blocks, also after scrolling and under any policy of the page', async () => {
    const { tab, popup } = await open('/policy');
    await evaluate(tab, () => { scrollTo({ top: 700, behavior: 'instant' }); });
    const places = await until('boxes lie where their blocks are', async () => {
      const block = await evaluate(tab, () => Array.from(document.querySelectorAll('article > p'), (element) => Math.round(element.getBoundingClientRect().top)));
      const boxes = await inLayer(tab, (root) => Array.from(root.querySelectorAll('.box'), (box) => Math.round(box.getBoundingClientRect().top)));
      const seen = block.filter((top) => top > 0 && top < 800);
      return seen.length > 0 && seen.every((top) => boxes.some((box) => Math.abs(box - top) <= 1)) && seen;
    });
    expect(places.length).toBeGreaterThan(1);
    const width = await inLayer(tab, (root) => Number.parseFloat(getComputedStyle(root.querySelector('.box.newsletter')!).borderTopWidth));
    expect(width).toBeGreaterThanOrEqual(4);
    await popup.close();
    await tab.close();
  });

  it('says why, by mouse and by keyboard', async () => {
    const { tab, popup } = await open('/article');
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    const reasons = await texts(tab, '.reasons li');
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.join()).not.toMatch(/undefined|why[A-Z]|\.[a-z]+\./);
    // The form stands in the next block, in the same box.
    expect(reasons.join()).not.toMatch(/nothing there that has a form/);
    expect(await overlayViolations(tab)).toEqual([]);

    await tab.key!('ArrowUp');
    const first = await until('the card follows', async () => (await texts(tab, '.why .excerpt')).find((text) => !text.includes('unsubscribe')));
    expect(first).not.toBe('');
    expect(await inLayer(tab, (root) => root.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await tab.key!('Escape');
    await untilEqual('the card', true, () => inLayer(tab, (root) => root.querySelector<HTMLElement>('.why')!.hidden));
    // Nothing is chosen any more, and the reader is where he was.
    expect(await inLayer(tab, (root) => root.querySelectorAll('.box[aria-pressed="true"]').length)).toBe(0);
    await tab.key!('ArrowDown');
    await until('the card of the block below opens', async () => (await texts(tab, '.why .excerpt'))[0]?.includes('unsubscribe'));
    expect(await inLayer(tab, (root) => root.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await tab.key!('Escape');
    await tab.key!('Escape');
    await untilEqual('the inspector', false, () => isOpen(tab));
    await popup.close();
    await tab.close();
  });

  it('filters by label and by confidence', async () => {
    const { tab, popup } = await open('/article');
    const unsure = Number((await texts(tab, '.labels label:last-of-type .number'))[0]);
    await clickOn(tab, (await texts(tab, '.labels label:last-of-type'))[0]!);
    await untilEqual('the blocks', [`Outlined: ${unsure}`], () => texts(tab, '.labels .note'));
    await until('only unsure boxes are left', () => inLayer(tab, (root) => root.querySelector('.box:not([data-unsure])') === null));
    await clickOn(tab, (await texts(tab, '.labels label:last-of-type'))[0]!);
    const unchecked = await inLayer(tab, (root) => {
      const rows = Array.from(root.querySelectorAll('.labels label'));
      for (const row of rows.slice(0, 1)) row.querySelector('input')!.click();
      return rows[0]!.textContent;
    });
    expect(unchecked).toContain('Article');
    await untilEqual('outlines of the story', 0, async () => (await texts(tab, '.box.article')).length);
    // Boxes are made anew once the browser has said which are near.
    await until('others are outlined', async () => (await texts(tab, '.box')).length > 0);
    await popup.close();
    await tab.close();
  });

  it('keeps a correction for the site, on its next article too', async () => {
    const { tab, popup } = await open('/article');
    await clickAt(tab, '.newsletter-box h3');
    await clickOn(tab, 'Other');
    await until('the forecast is there', async () => (await texts(tab, '.preview p'))[0] === 'Nothing else on this page would change.');
    expect(await overlayViolations(tab)).toEqual([]);
    await clickOn(tab, 'Save for this site');
    await until('it says so', async () => (await texts(tab, '.status'))[0]?.startsWith('Saved as a rule'));
    await clickOn(tab, 'Close the inspector');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    await until('other prompts are hidden again', async () => !(await isShown(tab, '.support-appeal')));

    const next = await bench.browser.open(`${bench.origin}/late`);
    await until('prompts of the next article are hidden', async () => !(await isShown(next, '.support-appeal')));
    // The page brings it late.
    await until('the newsletter box stays', () => isShown(next, '.newsletter-box'));
    await next.close();

    await popup.close();
    await tab.close();
  });

  it('keeps the corrections of two tabs, and sets a rule aside when the template has changed', async () => {
    const first = await open('/article');
    const second = await open('/article');
    const tabs = [[first, '.byline'], [second, 'figcaption']] as const;
    for (const [{ tab }, selector] of tabs) {
      await tab.focus();
      await clickAt(tab, selector);
      await clickOn(tab, 'Promos');
      await until('it can be saved', async () => (await texts(tab, '.preview .steps button'))[0] === 'Save for this site');
    }
    // Both at once, neither waiting for the other.
    await Promise.all(tabs.map(([{ tab }]) => clickOn(tab, 'Save for this site')));
    for (const [{ tab }] of tabs) await until('it says so', async () => (await texts(tab, '.status'))[0]?.startsWith('Saved as a rule'));
    for (const { tab, popup } of [first, second]) {
      await popup.close();
      await tab.close();
    }
    const tab = await bench.browser.open(`${bench.origin}/article`);
    for (const selector of ['.byline', 'figcaption']) await untilEqual(selector, false, () => isShown(tab, selector));

    const options = await bench.browser.openPage('options.html');
    const asides = () => evaluate(options, () => Array.from(document.querySelectorAll('#rules li'), (row) => `${row.querySelector('code')!.textContent} ${row.querySelector('.error') ? 'aside' : 'used'}`).filter((row) => row.startsWith('p.')));
    await untilEqual('the rules', ['p.byline used'], asides);
    for (let visit = 1; visit <= STALE_AFTER; visit++) {
      await tab.focus();
      await tab.goto(`${bench.origin}/relaunched`);
      await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
      // A page counts as seen a while after it was read.
      await until('the page is counted', async () => (await misses(options)) >= visit || (await asides())[0] === 'p.byline aside');
    }
    await untilEqual('the rules', ['p.byline aside'], asides);
    await tab.goto(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    expect(await isShown(tab, '.byline')).toBe(true);
    await options.close();
    await tab.close();
  });

  /** Articles in a row on which the rule for the byline has found nothing, as stored. */
  const misses = (page: Tab) =>
    evaluate(page, async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: { local: { get(key: string): Promise<{ rules?: Record<string, { selector: string; misses: number }[]> }> } } }>;
      const { rules = {} } = await (browser ?? chrome).storage.local.get('rules');
      return Math.max(0, ...Object.values(rules).flat().flatMap(({ selector, misses: count }) => (selector === 'p.byline' ? [count] : [])));
    });
});

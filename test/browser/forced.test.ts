import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { mondayOf } from '../../lib/statistics';
import { press, store, textOf, violations } from './face';
import { inEachBrowser, marks, untilEqual } from './harness';
import { colours, differing, picture, show } from './pixels';
import { find } from './pages';

/** So much of the frame around it, or of the place itself, must change for a reader to see it. */
const RING = 0.2;
const FILL = 0.04;

inEachBrowser('in forced colours', find, (bench) => {
  const force = async (page: Tab) => {
    await page.focus();
    await bench.browser.forceColors(page, true);
    await untilEqual('forced colours', true, () => evaluate(page, () => matchMedia('(forced-colors: active)').matches));
  };
  /** Pictures of the page before and after something is done. */
  const around = async (page: Tab, act: () => Promise<unknown>) => {
    const before = await picture(page);
    await act();
    await show(page, { before, after: await picture(page) });
  };
  /** Colours are the system's then, and in Firefox axe sees those of the style sheets. */
  const wrong = async (page: Tab) => (await violations(page)).filter((one) => !one.startsWith('color-contrast'));
  const click = (page: Tab, selector: string) => evaluate(page, (one) => { document.querySelector<HTMLElement>(one)!.click(); }, selector);

  /** Each stop of the Tab key is seen to be where the focus is: pixels around it change. */
  async function expectRings(page: Tab, stops: number): Promise<void> {
    await page.focus();
    const unseen: string[] = [];
    let before = await picture(page);
    for (let i = 0; i < stops; i++) {
      await page.key!('Tab');
      const after = await picture(page);
      await show(page, { before, after });
      const name = await evaluate(page, () => {
        document.querySelector('[data-focused]')?.removeAttribute('data-focused');
        const now = document.activeElement!;
        // What rings a choice is the label around it.
        const ringed = now.matches('.modes input, .welcome input') ? now.closest('label')! : (now.closest('.file') ?? now);
        ringed.setAttribute('data-focused', '');
        return `${now.localName} “${(now.getAttribute('aria-label') ?? ringed.textContent).trim().slice(0, 40)}”`;
      });
      const share = await differing(page, 'before', 'after', '[data-focused]', 5);
      if (share < RING) unseen.push(`${name}: ${share.toFixed(2)}`);
      before = after;
    }
    expect(unseen).toEqual([]);
  }

  it('the popup tells apart what is chosen, on, of which kind, and where the focus is', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    await force(popup);
    await popup.resize({ width: 400, height: 1000 });
    await expectRings(popup, 17);
    expect(await wrong(popup)).toEqual([]);

    await show(popup, { now: await picture(popup) });
    for (const [what, count] of [['.bar span', 4], ['figcaption .swatch', 2]] as const) {
      const seen = await colours(popup, 'now', what);
      expect(seen.length, what).toBeGreaterThanOrEqual(count);
      expect(new Set([...seen, ...(await colours(popup, 'now', '.found'))]).size, what).toBe(seen.length + 1);
    }
    expect(new Set(await colours(popup, 'now', '.prompts .swatch')).size).toBe(new Set(await evaluate(popup, () => Array.from(document.querySelectorAll('.prompts .swatch'), ({ className }) => className))).size);

    await around(popup, () => click(popup, '.modes label:nth-child(2) input'));
    for (const nth of [2, 3]) expect(await differing(popup, 'before', 'after', `.modes label:nth-child(${nth})`), 'mode').toBeGreaterThan(0.5);
    await click(popup, '.modes label:nth-child(3) input');
    await around(popup, () => press(popup, 'Highlight', '.site-panel'));
    for (const nth of [1, 2]) expect(await differing(popup, 'before', 'after', `.site-panel .pill:nth-child(${nth})`), 'pill').toBeGreaterThan(0.5);
    await press(popup, 'As everywhere', '.site-panel');
    await around(popup, () => click(popup, '.kind input'));
    expect(await differing(popup, 'before', 'after', '.kind input'), 'kind').toBeGreaterThan(FILL);
    await click(popup, '.kind input');
    await around(popup, () => click(popup, '.switch'));
    expect(await differing(popup, 'before', 'after', '.switch'), 'switch').toBeGreaterThan(FILL);
    await click(popup, '.switch');
    await bench.browser.forceColors(popup, false);
    await popup.close();
    await tab.close();
  });

  it('the settings tell apart what is chosen, the kinds in the chart, and where the focus is', async () => {
    const start = await bench.browser.openPage('options.html');
    await store(start, {
      settings: { sites: { 'one.example': { mode: 'off' } } },
      rules: { 'news.example': [{ id: 'one', label: 'promo', selector: 'p.footnote', storyWords: 0, made: 1, misses: 3, aside: 'stale' }] },
      statistics: { [mondayOf(new Date())]: { fundraising: 30, newsletter: 40, promo: 50, articles: 9 } },
    });
    await start.close();
    const page = await bench.browser.openPage('options.html');
    await until('the rule is listed', async () => (await textOf(page, '#rules code')) !== '');
    await page.resize({ width: 800, height: 900 });
    await force(page);
    await show(page, { now: await picture(page) });
    const columns = await colours(page, 'now', '.columns div:last-child span');
    expect(new Set([...columns, ...(await colours(page, 'now', '.chart'))]).size).toBe(4);
    expect(await colours(page, 'now', '.chart .key .swatch')).toEqual(columns);
    await around(page, () => press(page, 'Vivid', '#kinds'));
    for (const nth of [1, 2]) expect(await differing(page, 'before', 'after', `#kinds .pill:nth-child(${nth})`)).toBeGreaterThan(0.5);
    await around(page, () => click(page, '#trust .switch'));
    expect(await differing(page, 'before', 'after', '#trust .switch')).toBeGreaterThan(FILL);
    await expectRings(page, 40);
    expect(await wrong(page)).toEqual([]);
    await bench.browser.forceColors(page, false);
    await store(page, { settings: {}, rules: {}, statistics: {} });
    await page.close();
  });

  it('the welcome page tells apart what is chosen, and where the focus is', async () => {
    const page = await bench.browser.openPage('welcome.html');
    await page.resize({ width: 900, height: 900 });
    await force(page);
    await around(page, () => click(page, 'input[value=highlight]'));
    for (const value of ['hide', 'highlight']) expect(await differing(page, 'before', 'after', `input[value=${value}]`), value).toBeGreaterThan(FILL);
    await expectRings(page, 1);
    await around(page, () => page.key!('ArrowDown'));
    await evaluate(page, () => { document.querySelectorAll('label').forEach((label, i) => label.setAttribute('data-nth', String(i))); });
    for (const nth of [1, 2]) expect(await differing(page, 'before', 'after', `[data-nth="${nth}"]`, 5)).toBeGreaterThan(RING);
    expect(await wrong(page)).toEqual([]);
    await bench.browser.forceColors(page, false);
    await page.close();
  });
});

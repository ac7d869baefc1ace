import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean, store } from './face';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { clickAt, clickOn, inLayer, texts } from './overlay';
import { find } from './pages';

const LABELS = ['Article', 'Fundraising', 'Newsletters', 'Promos', 'Other'];

inEachBrowser('what the inspector shows', find, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const open = async (path = '/article') => {
    const tab = await bench.browser.open(bench.origin + path);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await toggle(tab);
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    return tab;
  };
  const toggle = (tab: Tab) => bench.browser.runCommand(tab, 'toggle-inspector');

  it('names each block by its label and how sure it is, and each label by its blocks and its share of the words', async () => {
    const tab = await open();
    const tags = await texts(tab, '.box .tag');
    expect(tags.filter((tag) => !/^(Article|Fundraising|Newsletters|Promos|Other) \d{1,3}%$/.test(tag))).toEqual([]);
    const rows = await inLayer(tab, (root) => Array.from(root.querySelectorAll('.labels .row:has(.share)'), (row) => ['.name', '.number:not(.share)', '.share'].map((part) => row.querySelector(part)!.textContent)));
    expect(rows.map(([name]) => name)).toEqual(LABELS);
    const shares = rows.map(([, , share]) => Number.parseInt(share!, 10));
    expect(shares[0]).toBeGreaterThan(50);
    // Each is rounded by itself.
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(2);
    // All are near in a window as high as the page: every block with a place on it has its box.
    await tab.resize({ width: 1200, height: 3000 });
    const all = rows.reduce((sum, [, count]) => sum + Number.parseInt(count!, 10), 0);
    await untilEqual('boxes', all, async () => (await texts(tab, '.box')).length);
    await tab.close();
  });

  it('lies over its blocks in every frame while the page is scrolled, is resized and changes', async () => {
    const tab = await open();
    /** The greatest distance of a box from its block over so many frames, each after a move of the page. */
    const strays = (move: 'scroll' | 'grow' | 'none') => inLayer(tab, async (root, what) => {
      const blocks = () => Array.from(document.querySelectorAll('article > p, h1, .newsletter-box h3'), (one) => one.getBoundingClientRect()).filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
      let worst = 0;
      let seen = 0;
      for (let frame = 0; frame < (what === 'none' ? 1 : 40); frame++) {
        if (what === 'scroll') scrollBy({ top: 37, behavior: 'instant' });
        else if (what === 'grow') document.querySelector<HTMLElement>('h1')!.style.paddingTop = `${frame * 3}px`;
        // Ours may come before or after this in a frame: what is painted is what the next one finds.
        await new Promise(requestAnimationFrame);
        await new Promise((done) => setTimeout(done));
        const boxes = Array.from(root.querySelectorAll('.box'), (box) => box.getBoundingClientRect());
        for (const { top, left, width } of blocks()) {
          seen++;
          worst = Math.max(worst, Math.min(...boxes.map((box) => Math.abs(box.top - top) + Math.abs(box.left - left) + Math.abs(box.width - width))));
        }
      }
      return { worst, seen };
    }, {}, move);
    for (const size of [{ width: 1200, height: 900 }, { width: 700, height: 900 }]) {
      await tab.resize(size);
      await untilEqual('the width', size.width, () => evaluate(tab, () => innerWidth));
      await evaluate(tab, () => { scrollTo({ top: 0, behavior: 'instant' }); });
      // After a jump of the page they are made anew.
      await until('boxes are there', async () => (await strays('none')).worst < 3);
      for (const move of ['grow', 'scroll'] as const) {
        const { worst, seen } = await strays(move);
        expect(seen, move).toBeGreaterThan(80);
        expect(worst, `${move} at ${size.width}`).toBeLessThanOrEqual(3);
      }
      await evaluate(tab, () => { document.querySelector<HTMLElement>('h1')!.removeAttribute('style'); });
    }
    await tab.close();
  });

  it('leads along the strip from block to block, down the page', async () => {
    const tab = await open();
    const names: string[] = [];
    for (const share of [0.02, 0.3, 0.6, 0.98]) {
      const at = await inLayer(tab, (root, part) => {
        const { left, right, height } = root.querySelector('.minimap')!.getBoundingClientRect();
        return [(left + right) / 2, height * part];
      }, {}, share);
      await tab.click!(at[0]!, at[1]!);
      const name = await until('its block is chosen', async () => {
        const [chosen] = await inLayer(tab, (root) => Array.from(root.querySelectorAll('.box[aria-pressed="true"]'), (box) => box.getAttribute('aria-label')!));
        return chosen !== undefined && !names.includes(chosen) && chosen;
      });
      names.push(name);
      await until('it is in sight', () => inLayer(tab, (root) => {
        const { top, bottom } = root.querySelector('.box[aria-pressed="true"]')!.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }));
      // Nor do later clicks come while the page glides.
      await until('the page stands', () => evaluate(tab, async () => {
        const before = scrollY;
        await new Promise((done) => setTimeout(done, 150));
        return scrollY === before;
      }));
    }
    await tab.close();
  });

  it('walks on from the chosen block, also where that is filtered out', async () => {
    const tab = await open();
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    await inLayer(tab, (root) => { Array.from(root.querySelectorAll('.labels .row')).find((row) => row.textContent.includes('Newsletters'))!.querySelector('input')!.click(); });
    await untilEqual('outlines of letters', 0, async () => (await texts(tab, '.box.newsletter:not([aria-pressed="true"])')).length);
    const chosen = async () => (await texts(tab, '.why .excerpt'))[0];
    // What stands right after the letter, and right before it.
    const [before, after] = await evaluate(tab, () => {
      const box = document.querySelector('.newsletter-box')!;
      return [box.previousElementSibling!, box.nextElementSibling!].map(({ textContent }) => textContent.trim().slice(0, 30));
    });
    await clickOn(tab, 'Next block');
    await until('the block after it', async () => (await chosen())?.includes(after!));
    await clickOn(tab, 'Previous block');
    await until('the block before it', async () => (await chosen())?.includes(before!));
    await tab.close();
  });

  it('says on the card what would be hidden along, and aloud what was done, in a region that was there before', async () => {
    const tab = await open();
    const isKnown = () => inLayer(tab, (root) => {
      const region = root.querySelector('.status [role=status]')!;
      const known = (window as unknown as { region?: Element }).region;
      Object.assign(window, { region });
      return { same: known === region, heard: region.checkVisibility({ visibilityProperty: true }), text: region.textContent };
    });
    expect(await isKnown()).toEqual({ same: false, heard: true, text: '' });
    await clickAt(tab, '.newsletter-box .consent');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Newsletters'));
    expect((await texts(tab, '.why .note'))[0]).toMatch(/^\d+ words?\. Hidden in Hide mode, \d blocks at once\.$/);
    await clickOn(tab, 'Other');
    await clickOn(tab, 'Save for this site');
    await until('it says so', async () => (await texts(tab, '.status p'))[0]?.startsWith('Saved as a rule'));
    expect(await isKnown()).toMatchObject({ same: true, heard: true });
    await clickOn(tab, 'Undo');
    await untilEqual('what it says', ['Taken back.'], () => texts(tab, '.status p'));
    expect(await isKnown()).toMatchObject({ same: true, heard: true });
    await clickAt(tab, 'article > p:last-of-type');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Article'));
    expect((await texts(tab, '.why .note'))[0]).toMatch(/^\d+ words\.$/);
    await tab.close();
  });

  it('what is put right holds in Highlight too, and is told in Off', async () => {
    const options = await bench.browser.openPage('options.html');
    const rule = { id: 'one', label: 'other', selector: 'section.newsletter-box', storyWords: 0, made: 1, misses: 0 };
    await store(options, { settings: { mode: 'highlight' }, rules: { '127.0.0.1': [rule, { ...rule, id: 'two', label: 'promo', selector: 'p.byline' }] } });
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are outlined', async () => (await marks(tab)).includes('fundraising'));
    const marked = (selector: string) => evaluate(tab, (one) => document.querySelector(one)!.getAttribute('data-unpitch'), selector);
    expect(await marked('.newsletter-box')).toBeNull();
    await untilEqual('the byline', 'promo', () => marked('.byline'));
    await store(options, { settings: { mode: 'off' } });
    await untilEqual('the marks', [], () => marks(tab));
    await tab.focus();
    await toggle(tab);
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    const labelled = (words: string) => inLayer(tab, (root, text) => Array.from(root.querySelectorAll('.box'), (box) => box.getAttribute('aria-label')!).find((name) => name.includes(text)), {}, words);
    expect(await labelled('By ')).toMatch(/^Promos, 100%/);
    await clickAt(tab, '.newsletter-box h3');
    await until('the card is there', async () => (await texts(tab, '.why h2'))[0]?.startsWith('Other'));
    expect(await texts(tab, '.reasons li')).toEqual(['you said so']);
    await toggle(tab);
    await untilEqual('the marks', [], () => marks(tab));
    expect(await isShown(tab, '.byline')).toBe(true);
    await options.close();
    await tab.close();
  });
});

import { beforeAll, beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean, store } from './face';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { press } from './keys';
import { inLayer, isOpen, texts } from './overlay';
import { find } from './pages';

const STUBS = { layer: 'unpitch-stubs' };
const TOAST = { layer: 'unpitch-toast' };
const KEY = { layer: 'unpitch-legend' };

interface Stop {
  readonly name: string;
  /** Whether it, or the name it stands in, has a ring around it. */
  readonly ringed: boolean;
}

inEachBrowser('on a page by keyboard alone', find, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  // Firefox, just started, gives its window the focus with the second page.
  beforeAll(async () => (await bench.browser.open(`${bench.origin}/plain`)).close());
  const open = async (mark = 'hidden') => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until(`prompts are ${mark}`, async () => (await marks(tab)).includes(mark));
    await tab.focus();
    await untilEqual('the focus of the window', true, () => evaluate(tab, () => document.hasFocus()));
    await evaluate(tab, () => { document.querySelector<HTMLElement>('.masthead a')!.focus(); });
    return tab;
  };
  /** What has the focus in an overlay; null where it is elsewhere. */
  const focus = (tab: Tab, layer = {}): Promise<Stop | null> => inLayer(tab, (root) => {
    const now = root.activeElement;
    if (!now) return null;
    const name = now.getAttribute('aria-label') ?? now.closest('label')?.querySelector('.name')?.textContent ?? now.textContent;
    const ringed = [now, now.closest('label')].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\)$|transparent/.test(outlineColor);
    });
    return { name: name.trim(), ringed };
  }, layer);
  /** Presses Tab until it leads to the control of this name, each stop on the way with a ring around it. */
  const tabTo = async (tab: Tab, wanted: string | RegExp, layer = {}) => {
    const passed: (string | null)[] = [];
    for (let presses = 0; presses < 80; presses++) {
      await tab.key!('Tab');
      const stop = await focus(tab, layer);
      passed.push(stop?.name ?? null);
      if (!stop) continue;
      expect(stop.ringed, `a ring around ${stop.name}`).toBe(true);
      if (typeof wanted === 'string' ? stop.name === wanted : wanted.test(stop.name)) return;
    }
    throw new Error(`No ${String(wanted)} among ${passed.join(' | ')}`);
  };

  it('the inspector is opened, filtered and walked, a prompt put right, that taken back, and the focus given back', async () => {
    const tab = await open();
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    await untilEqual('the focus', 'Inspector', async () => (await focus(tab))?.name);
    await tabTo(tab, 'Article');
    await press(tab, ' ');
    await untilEqual('outlines of the story', 0, async () => (await texts(tab, '.box.article')).length);
    expect((await focus(tab))!.name).toBe('Article');
    await tabTo(tab, 'Next block');
    await press(tab, 'Enter');
    await until('a card is there', async () => (await texts(tab, '.why h2')).length === 1);
    await until('the letter is chosen', async () => {
      if (/^Newsletters/.test((await focus(tab))!.name)) return true;
      await press(tab, 'ArrowDown');
      return false;
    });
    expect((await focus(tab))!.ringed).toBe(true);
    // The buttons that are pressed go: the focus does not.
    await tabTo(tab, 'What is to change');
    await tabTo(tab, 'Promos');
    await press(tab, 'Enter');
    await tabTo(tab, 'Cancel');
    await press(tab, 'Enter');
    await untilEqual('the focus', 'Promos', async () => (await focus(tab))?.name);
    await press(tab, 'Enter');
    await tabTo(tab, 'Save for this site');
    await press(tab, 'Enter');
    await until('it says so', async () => (await texts(tab, '.status p'))[0]?.startsWith('Saved as a rule'));
    expect((await focus(tab))!.name).toMatch(/^Promos, 100% sure/);
    await tabTo(tab, 'Undo');
    await press(tab, 'Enter');
    await untilEqual('what it says', ['Taken back.'], () => texts(tab, '.status p'));
    expect(await focus(tab)).not.toBeNull();
    await press(tab, 'Escape');
    await until('the card is closed', () => inLayer(tab, (root) => root.querySelector<HTMLElement>('.why')!.hidden));
    await press(tab, 'Escape');
    await untilEqual('the inspector', false, () => isOpen(tab));
    expect(await evaluate(tab, () => document.activeElement?.closest('.masthead') !== null)).toBe(true);
    await tab.close();
  });

  const isOnPage = (tab: Tab) => evaluate(tab, () => document.activeElement?.closest('.masthead') !== null);
  const isThere = (tab: Tab, { layer }: { readonly layer: string }) => evaluate(tab, (name) => document.querySelector(name) !== null, layer);
  const focusClose = (tab: Tab, layer: { readonly layer: string }) => inLayer(tab, (root) => { root.querySelector<HTMLElement>('[aria-label=Close]')!.focus(); }, layer);

  it('the key to the colours is not drawn away under the focus, and gives it back when it is closed', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, { settings: { mode: 'highlight' } });
    await page.close();
    const tab = await open('fundraising');
    await until('the key is there', () => isThere(tab, KEY));
    const letters = () => inLayer(tab, (root) => root.textContent.includes('Newsletters'), KEY);
    expect(await letters()).toBe(true);
    await focusClose(tab, KEY);
    await evaluate(tab, () => {
      document.querySelector('.newsletter-box')!.remove();
      document.querySelector('footer')!.append(document.createElement('p'));
    });
    await untilEqual('letters in the key', false, letters);
    expect((await focus(tab, KEY))?.name).toBe('Close');
    await press(tab, 'Enter');
    await untilEqual('the key', false, () => isThere(tab, KEY));
    expect(await isOnPage(tab)).toBe(true);
    await tab.close();
  });

  it('a message that follows another keeps the focus, and gives it back when it is closed', async () => {
    const tab = await open();
    await bench.browser.runCommand(tab, 'undo');
    await until('a message is there', () => isThere(tab, TOAST));
    await focusClose(tab, TOAST);
    await bench.browser.runCommand(tab, 'undo');
    await untilEqual('the focus', 'Close', async () => (await focus(tab, TOAST))?.name);
    await press(tab, 'Enter');
    await untilEqual('the message', false, () => isThere(tab, TOAST));
    expect(await isOnPage(tab)).toBe(true);
    await tab.close();
  });

  it('a hidden prompt is shown again by its stub, and hidden again, and the focus stays there', async () => {
    const tab = await open();
    await untilEqual('the stubs', 4, () => inLayer(tab, (root) => root.querySelectorAll('button').length, STUBS));
    await tabTo(tab, 'Newsletter prompt hidden: Show', STUBS);
    await press(tab, 'Enter');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    await untilEqual('the focus', { name: 'Newsletters: Hide again', ringed: true }, () => focus(tab, STUBS));
    await press(tab, 'Enter');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await untilEqual('the focus', 'Newsletter prompt hidden: Show', async () => (await focus(tab, STUBS))?.name);
    await tab.close();
  });
});

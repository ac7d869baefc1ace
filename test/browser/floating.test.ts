import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { choose, evaluate, until, type Tab } from '../../tools/browser';
import { findSite, storyUrl } from '../dynamic/serve';
import { inEachBrowser, marks, untilEqual } from './harness';
import { allGone, visible } from './live';

/** What a reader can do with the page: scroll it, type in it, hear it. */
function usable(tab: Tab) {
  return evaluate(tab, () => {
    // A script may scroll where overflow is hidden; a reader may not.
    const locked = [document.documentElement, document.body].some((element) => /hidden|clip/.test(getComputedStyle(element).overflowY));
    window.scrollTo({ top: 0, behavior: 'instant' });
    window.scrollTo({ top: 200, behavior: 'instant' });
    const scrolls = scrollY > 0 && !locked;
    const main = document.querySelector('main')!;
    const outside = document.createElement('button');
    main.append(outside);
    const active = document.activeElement as HTMLElement | null;
    outside.focus();
    const focusable = document.activeElement === outside;
    if (active) active.focus();
    outside.remove();
    return { scrolls, focusable, heard: main.getAttribute('aria-hidden') === null };
  });
}

const activeId = (tab: Tab) => evaluate(tab, () => document.activeElement?.id ?? '');
const FREE = { scrolls: true, focusable: true, heard: true };

/** Below `/own-lock` pages that never scroll as a whole: their story does in a box of its own. */
async function locking(path: string) {
  const served = await findSite(path.replace('/own-lock/', '/'));
  if (!path.startsWith('/own-lock/') || typeof served?.body !== 'string' || !served.body.includes('</style>')) return served;
  return { ...served, body: served.body.replace('</style>', 'html, body { height: 100%; overflow: hidden } main { height: 60%; overflow-y: auto }</style>') };
}

inEachBrowser('a prompt that floats', locking, (bench) => {
  const open = async (slug: string, gone: string[], origin = bench.origin) => {
    const tab = await bench.browser.open(storyUrl(origin, slug));
    await until('the prompts are gone', () => allGone(tab, gone));
    return tab;
  };
  const turnOff = async (tab: Tab) => {
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Off');
    await untilEqual('the marks', [], () => marks(tab));
    return async () => {
      await choose(popup, 'Hide');
      await until('something is hidden again', async () => (await marks(tab)).includes('hidden'));
      await popup.close();
      await tab.close();
    };
  };

  it('leaves the page scrollable and the focus where it was, and gets its lock back at Off', async () => {
    const tab = await open('en-late-modal', ['#prompt', '.backdrop']);
    await untilEqual('the page', FREE, () => usable(tab));
    expect(await activeId(tab)).toBe('reading-aid');
    const restore = await turnOff(tab);
    expect(await usable(tab)).toMatchObject({ scrolls: false });
    await restore();
  });

  it('leaves the page neither pinned nor inert nor silent', async () => {
    const tab = await open('ru-slide-in', ['#prompt', '#wrap']);
    await untilEqual('the page', FREE, () => usable(tab));
    const restore = await turnOff(tab);
    expect(await usable(tab)).toEqual({ scrolls: false, focusable: false, heard: false });
    await restore();
  });

  it('in the top layer is closed with its backdrop, and opened again at Off', async () => {
    const tab = await open('fr-top-layer', ['#prompt', '#letter']);
    await untilEqual('the page', FREE, () => usable(tab));
    expect(await activeId(tab)).toBe('reading-aid');
    const restore = await turnOff(tab);
    expect(await evaluate(tab, () => document.querySelector('#prompt')!.matches(':modal'))).toBe(true);
    await restore();
  });

  it.each([
    ['fr-top-layer', ['#prompt', '#letter'], ['#prompt', '#letter']],
    ['en-late-modal', ['#prompt', '.backdrop'], ['#prompt']],
    ['ru-slide-in', ['#prompt', '#wrap'], ['#prompt', '#wrap']],
  ])('is shown again when the reader asks for it, and hidden again: %s', async (slug, gone, back) => {
    const tab = await open(slug, gone);
    const popup = await bench.browser.openPopup(tab);
    const pressAll = (name: string) => until(`all offer: ${name}`, () => evaluate(popup, (wanted) => {
      const buttons = Array.from(document.querySelectorAll('.prompts button'), (button) => button as HTMLElement);
      if (buttons.length === 0 || buttons.some(({ textContent }) => textContent !== wanted)) return false;
      for (const button of buttons) button.click();
      return true;
    }, name));
    await pressAll('Show');
    await untilEqual('what is shown', back.map(() => true), () => visible(tab, back));
    // Nor is it taken away by the next verdict.
    await evaluate(tab, () => { document.querySelector('footer')!.append(document.createElement('p')); });
    await delay(700);
    expect(await visible(tab, back)).toEqual(back.map(() => true));
    await pressAll('Hide again');
    await until('the prompts are gone', () => allGone(tab, gone));
    await untilEqual('the page', FREE, () => usable(tab));
    await popup.close();
    await tab.close();
  });

  it('is open again, with its lock, as soon as the reader wants such prompts shown', async () => {
    const tab = await open('fr-top-layer', ['#prompt', '#letter']);
    const popup = await bench.browser.openPopup(tab);
    const isModal = () => evaluate(tab, () => document.querySelector('#prompt')!.matches(':modal'));
    const toggleAppeals = () => evaluate(popup, () => { document.querySelector<HTMLElement>('.kinds input')!.click(); });
    await choose(popup, 'Highlight');
    await untilEqual('the dialog in Highlight', true, isModal);
    await choose(popup, 'Hide');
    await until('the prompts are gone', () => allGone(tab, ['#prompt', '#letter']));
    await toggleAppeals();
    await untilEqual('the dialog of a kind that is off', true, isModal);
    await toggleAppeals();
    await until('the prompts are gone', () => allGone(tab, ['#prompt', '#letter']));
    await popup.close();
    await tab.close();

    const pinned = await open('ru-slide-in', ['#prompt', '#wrap']);
    const other = await bench.browser.openPopup(pinned);
    await choose(other, 'Highlight');
    await untilEqual('the page', { scrolls: false, focusable: false, heard: false }, () => usable(pinned));
    await choose(other, 'Hide');
    await until('the prompts are gone', () => allGone(pinned, ['#prompt', '#wrap']));
    await untilEqual('the page', FREE, () => usable(pinned));
    await other.close();
    await pinned.close();
  });

  it('does not open what the page itself keeps locked', async () => {
    const tab = await open('en-late-modal', ['#prompt', '.backdrop'], `${bench.origin}/own-lock`);
    expect(await marks(tab)).not.toContain('unlocked');
    expect(await evaluate(tab, () => [document.documentElement, document.body].map((element) => getComputedStyle(element).overflowY))).toEqual(['hidden', 'hidden']);
    await evaluate(tab, () => { document.querySelector('main')!.scrollTop = 100; });
    expect(await evaluate(tab, () => document.querySelector('main')!.scrollTop)).toBe(100);
    await tab.close();
  });

  it('does not open what a cookie dialog has locked', async () => {
    const tab = await open('de-gates', ['#prompt']);
    expect(await usable(tab)).toMatchObject({ scrolls: false });
    expect(await marks(tab)).not.toContain('unlocked');
    await tab.close();
  });
});

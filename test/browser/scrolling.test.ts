import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { findSite, storyUrl } from '../dynamic/serve';
import { inEachBrowser } from './harness';
import { allGone, scrollDown } from './live';

interface Watched {
  readonly seen: { readonly looks: number; readonly gone: readonly string[] };
}

/** Looks at both stories after every change of the page and before every frame, as the page itself can. */
const WATCH = `(() => {
  const seen = window.seen = { looks: 0, gone: [] };
  const look = () => {
    if (!document.querySelector('#next .text > p')) return;
    seen.looks += 1;
    for (const part of document.querySelectorAll('article h1, article .lead, article .text > p')) {
      if (part.getClientRects().length === 0 || getComputedStyle(part).visibility !== 'visible') seen.gone.push(part.textContent.slice(0, 40));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  const next = () => { look(); requestAnimationFrame(next); };
  requestAnimationFrame(next);
})();`;

const find = async (path: string) => {
  const served = await findSite(path);
  if (typeof served?.body !== 'string' || !served.body.includes('<head>')) return served;
  return { ...served, body: served.body.replace('<head>', `<head><script>${WATCH}</script>`) };
};

inEachBrowser('a story that another follows', find, (bench) => {
  it.each(['first', 'second'])('at no moment of the %s visit is any paragraph of either hidden', async () => {
    const tab = await bench.browser.open(storyUrl(bench.origin, 'fr-infinite-scroll'));
    await scrollDown(tab);
    await until('the prompt in the next story is gone', () => allGone(tab, ['#prompt']));
    const looks = () => evaluate(tab, () => (window as unknown as Watched).seen.looks);
    const before = await looks();
    await until('the page has been looked at for a while', async () => (await looks()) > before + 20);
    expect(await evaluate(tab, () => (window as unknown as Watched).seen.gone)).toEqual([]);
    await tab.close();
  });
});

// In: a site and the selector of its prompts. Out: the same site with a script in its head that sees what a reader would see.
import { evaluate, type Tab } from '../../tools/browser';
import type { Served } from '../../tools/serve';

/** What the probe has seen so far. */
export interface Seen {
  /** Frames that were shown since the first with any content, and those of them with a prompt in sight. */
  readonly frames: number;
  readonly withPrompt: number;
  /**
   * Sum of the layout shifts without input, as the browser tells; where it does not, of how far the story's parts were moved down or up from
   * one frame that was shown to the next, as shares of the window's height.
   */
  readonly shift: number;
}

const PROBE = (selector: string) => `(() => {
  const frames = [];
  let shift = 0;
  // Until then browsers lay frames out and show none of them. Firefox does not always tell: then all count.
  const firstShown = () => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return first ? frames.findLastIndex(({ at }) => at <= (first.paintTime || first.startTime)) : 0;
  };
  window.seen = () => {
    const shown = frames.slice(Math.max(0, firstShown()));
    const moved = shown.reduce((sum, { tops }, at) => sum + (at > 0 ? furthest(shown[at - 1].tops, tops) : 0), 0);
    return { frames: shown.length, withPrompt: shown.filter(({ prompt }) => prompt).length, shift: tells ? shift : moved / innerHeight };
  };
  const tells = !!window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift');
  const topsOf = () => new Map([...document.querySelectorAll('h1, article p')].filter((one) => one.getClientRects().length > 0 && !one.closest(${JSON.stringify(selector)})).map((one) => [one, one.getBoundingClientRect().top + scrollY]));
  const furthest = (before, after) => Math.max(0, ...[...after].map(([one, top]) => before.has(one) ? Math.abs(top - before.get(one)) : 0));
  const { port1, port2 } = new MessageChannel();
  const inSight = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  // A message that is sent in a frame's callbacks arrives when that frame has been shown.
  port1.onmessage = ({ data: at }) => {
    frames.push({ at, prompt: [...document.querySelectorAll(${JSON.stringify(selector)})].some(inSight), tops: tells ? new Map() : topsOf() });
  };
  const next = () => { port2.postMessage(performance.now()); requestAnimationFrame(next); };
  requestAnimationFrame(next);
  if (tells) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
})();`;

/** What the probe in a tab has seen. */
export function seenIn(tab: Tab): Promise<Seen> {
  return evaluate(tab, () => (window as unknown as { seen(): Seen }).seen());
}

/** Adds the probe to a page; other files are left as they are. */
export function withProbe(served: Served | undefined, selector: string): Served | undefined {
  if (!served || served.type?.startsWith('text/html') === false) return served;
  const add = (text: string) => text.replace('<head>', `<head><script>${PROBE(selector)}</script>`);
  const { body } = served;
  if (typeof body === 'string') return { ...served, body: add(body) };
  return Buffer.isBuffer(body) ? served : { ...served, body: addFirst(body, add) };
}

async function* addFirst(parts: AsyncIterable<string>, add: (text: string) => string): AsyncGenerator<string> {
  for await (const part of parts) yield add(part);
}

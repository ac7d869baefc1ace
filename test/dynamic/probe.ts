// In: a site and the selector of its prompts. Out: the same site with a script in its head that sees what a reader would see.
import { evaluate, type Tab } from '../../tools/browser';
import type { Served } from '../../tools/serve';

/** What the probe has seen so far. */
export interface Seen {
  /** Frames that were shown since the first with any content, and those of them with a prompt in sight. */
  readonly frames: number;
  readonly withPrompt: number;
  /** Sum of the layout shifts without input; 0 where the browser does not tell. */
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
    return { frames: shown.length, withPrompt: shown.filter(({ prompt }) => prompt).length, shift };
  };
  const { port1, port2 } = new MessageChannel();
  const inSight = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  // A message that is sent in a frame's callbacks arrives when that frame has been shown.
  port1.onmessage = ({ data: at }) => {
    frames.push({ at, prompt: [...document.querySelectorAll(${JSON.stringify(selector)})].some(inSight) });
  };
  const next = () => { port2.postMessage(performance.now()); requestAnimationFrame(next); };
  requestAnimationFrame(next);
  if (window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift')) {
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

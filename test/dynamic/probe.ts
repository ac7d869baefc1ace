// In: a site and the selector of its prompts. Out: the same site with a script in its head that sees what a reader would see.
import type { Served } from '../../tools/serve';

/** What the probe has seen so far. */
export interface Seen {
  /** Frames that were shown since the page began, and those of them with a prompt in sight. */
  readonly frames: number;
  readonly withPrompt: number;
  /** Sum of the layout shifts without input; 0 where the browser does not tell. */
  readonly shift: number;
}

const PROBE = (selector: string) => `(() => {
  const seen = window.seen = { frames: 0, withPrompt: 0, shift: 0 };
  const { port1, port2 } = new MessageChannel();
  const inSight = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  // A message that is sent in a frame's callbacks arrives when that frame has been shown.
  port1.onmessage = () => {
    seen.frames += 1;
    if ([...document.querySelectorAll(${JSON.stringify(selector)})].some(inSight)) seen.withPrompt += 1;
  };
  const next = () => { port2.postMessage(0); requestAnimationFrame(next); };
  requestAnimationFrame(next);
  if (window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
})();`;

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

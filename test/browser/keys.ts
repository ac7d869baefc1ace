// In: a page of the extension. Out: where the Tab key leads in it, stop by stop.
import { evaluate, type Tab } from '../../tools/browser';

export interface Stop {
  /** Its place among all that can be reached, in the order of the document. */
  readonly index: number;
  readonly name: string;
  /** Whether it, or the name it stands in, has a ring around it now, and had none before. */
  readonly ringed: boolean;
  /** Whether all of it is in the window. */
  readonly inSight: boolean;
  readonly top: number;
  readonly bottom: number;
}

interface Page {
  stops: Element[];
  rings: boolean[];
  hasRing(stop: Element): boolean;
}

/** Presses Tab until it has led to the last stop, or to nothing new. */
export async function walk(page: Tab): Promise<{ readonly stops: readonly Stop[]; readonly count: number }> {
  await page.focus();
  const count = await evaluate(page, () => {
    const state = globalThis as unknown as Page;
    const all = Array.from(document.querySelectorAll<HTMLElement>('a[href], button:enabled, input:enabled, select, summary, iframe, [tabindex="0"]'));
    state.hasRing = (stop) =>
      [stop, stop.closest('label'), stop.closest('.file')].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
      });
    // Of a group of radio buttons the chosen one is reached, of a closed part nothing but its summary.
    state.stops = all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked));
    state.rings = state.stops.map((stop) => state.hasRing(stop));
    return state.stops.length;
  });
  const stops: Stop[] = [];
  for (let presses = 0; presses < count * 3; presses++) {
    await page.key!('Tab');
    const stop = await evaluate(page, () => {
      const { stops, rings, hasRing } = globalThis as unknown as Page;
      const now = document.activeElement!;
      const index = stops.indexOf(now);
      const { top, bottom } = (now.closest('label') ?? now).getBoundingClientRect();
      const text = (now.getAttribute('aria-label') ?? now.closest('label')?.textContent ?? now.textContent).trim().slice(0, 40);
      return {
        index, name: `${now.localName} “${text}”`, ringed: hasRing(now) && !rings[index],
        inSight: top >= -1 && bottom <= innerHeight + 1, top: top + scrollY, bottom: bottom + scrollY,
      };
    });
    // A frame has stops of its own, which all are the frame from outside.
    if (stop.index !== stops.at(-1)?.index) stops.push(stop);
    if (stop.index === count - 1 || stop.index < 0) break;
  }
  return { stops, count };
}

/** Presses a key so many times. */
export async function press(page: Tab, name: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.key!(name);
}

export function focused(page: Tab): Promise<string> {
  return evaluate(page, () => {
    const now = document.activeElement!;
    return (now.getAttribute('aria-label') ?? now.closest('label')?.textContent ?? now.textContent).trim();
  });
}

/** Puts the focus where the Tab key would have led sooner or later. */
export function focusOn(page: Tab, selector: string): Promise<void> {
  return evaluate(page, (one) => { document.querySelector<HTMLElement>(one)!.focus(); }, selector);
}

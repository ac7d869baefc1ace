// In: a change that makes parts of the page come or go. Out: the same change, with the story where it was in the window.
import type { Classification } from '../engine/types';
import { rectOf } from './dom';

/** Runs `change` and scrolls so that the paragraph in the middle of the window stays where it is. */
export function keepPlace(classification: Classification | undefined, change: () => void): void {
  const anchor = classification && middleOf(classification);
  const before = anchor && rectOf(anchor).top;
  change();
  if (!anchor || before === undefined) return;
  const moved = rectOf(anchor).top - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}

/** The block of the story that is nearest to the middle of the window, of those that can be seen. */
function middleOf({ blocks }: Classification): Element | undefined {
  let best: Element | undefined;
  let least = Infinity;
  for (const { element, label } of blocks) {
    if (label !== 'article') continue;
    const { top, bottom, height } = rectOf(element);
    const distance = Math.abs((top + bottom) / 2 - innerHeight / 2);
    if (height === 0 || bottom <= 0 || top >= innerHeight || distance >= least) continue;
    least = distance;
    best = element;
  }
  return best;
}

// In: a change that makes parts of the page come or go. Out: the same change, with the story where it was in the window.
import type { Classification } from '../engine/types';
import { rectOf } from './dom';

/** Runs `change` and scrolls so that the first paragraph in the window stays where it is. */
export function keepPlace(classification: Classification | undefined, change: () => void): void {
  const anchor = classification?.blocks.find(({ element, label }) => {
    if (label !== 'article') return false;
    const { top, bottom, height } = rectOf(element);
    return height > 0 && bottom > 0 && top < innerHeight;
  })?.element;
  const before = anchor && rectOf(anchor).top;
  change();
  if (!anchor || before === undefined) return;
  const moved = rectOf(anchor).top - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}

// In: where stubs want to be, and their sizes. Out: where they go, none over another. Pure.
import type { Seam } from '../seam';

export interface Wanted extends Seam {
  readonly width: number;
  readonly height: number;
}

/** The corner at the top left, in document pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Between two stubs, in CSS pixels. */
const GAP = 3;

/** Each at the end of its line; where two prompts were neighbours, the second beside the first, or below it where the column is too narrow. */
export function spread(stubs: readonly Wanted[]): Spot[] {
  const taken: (Spot & Pick<Wanted, 'width' | 'height'>)[] = [];
  return stubs.map(({ y, left, right, end, width, height }) => {
    const start = end === 'right' ? right - width : left;
    const spot = { x: Math.round(start), y: Math.round(y - height / 2) };
    const isTaken = (one: Spot & Pick<Wanted, 'width' | 'height'>) =>
      one.x < spot.x + width + GAP && spot.x < one.x + one.width + GAP && one.y < spot.y + height + GAP && spot.y < one.y + one.height + GAP;
    for (let other = taken.find(isTaken); other; other = taken.find(isTaken)) {
      spot.x = Math.round(end === 'right' ? other.x - GAP - width : other.x + other.width + GAP);
      if (spot.x >= left && spot.x + width <= right) continue;
      spot.x = Math.round(start);
      spot.y = other.y + other.height + GAP;
    }
    taken.push({ ...spot, width, height });
    return spot;
  });
}

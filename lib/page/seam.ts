// In: a hidden element. Out: the place on the page where it would stand, between what is visible before and after it.
import { bodyOf, parentOf, rectOf, rootOf } from './dom';

/** In document pixels: where the line between two blocks runs, and where the column they stand in ends. */
export interface Seam {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** Left free at the edge of the window, in CSS pixels. */
const EDGE = 4;

/** Undefined where nothing around the element can be seen. */
export function seamOf(element: Element): Seam | undefined {
  const body = bodyOf(element.ownerDocument);
  // Without the scroll bar, under which nothing can be read.
  const width = rootOf(element.ownerDocument)?.clientWidth ?? innerWidth;
  for (let at: Element | null = element; at && at !== body; at = parentOf(at)) {
    const parent = parentOf(at);
    const column = parent && rectOf(parent);
    const before = nearest(at, 'previousElementSibling');
    const after = nearest(at, 'nextElementSibling');
    const beside = before ?? after;
    if (!column || !beside) continue;
    // Siblings in a row have no line between them: the stub goes above what comes after.
    const y = before && after && after.top >= before.bottom - 1 ? (before.bottom + after.top) / 2 : before ? before.bottom : after!.top;
    return { y: y + scrollY, left: Math.max(0, Math.min(column.left, beside.left)) + scrollX, right: Math.min(width - EDGE, Math.max(beside.right, beside.left)) + scrollX };
  }
  return undefined;
}

function nearest(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): DOMRect | undefined {
  for (let at = element[side]; at; at = at[side]) {
    const rect = rectOf(at);
    if (rect.width > 1 && rect.height > 1) return rect;
  }
  return undefined;
}

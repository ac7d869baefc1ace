// In: a hidden element. Out: the place on the page where it would stand, between what is visible before and after it.
import { bodyOf, parentOf, rectOf, rootOf } from './dom';

/** In document pixels: where the line between two blocks runs, and where the column they stand in begins and ends. */
export interface Seam {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Where lines end, and the last one seldom reaches. */
  readonly end: 'left' | 'right';
}

/** Left free at the edge of the window, in CSS pixels. */
const EDGE = 4;
/** A seam is no further from what stands before or after it, in CSS pixels, so that a stub touches no text and still stands by it. */
const REACH = 16;
/** Boxes in such a one lie below each other, as wide as it is or as they may be. */
const BLOCK = /^(block|flow-root|list-item)$/;

/** Undefined where nothing around the element can be seen. */
export function seamOf(element: Element): Seam | undefined {
  const body = bodyOf(element.ownerDocument);
  // Without the scroll bar, under which nothing can be read.
  const width = rootOf(element.ownerDocument)?.clientWidth ?? innerWidth;
  let column: Omit<Seam, 'y'> | undefined;
  let before: DOMRect | undefined;
  let after: DOMRect | undefined;
  // The nearest siblings that can be seen give the column; what is missing on one side is looked for further out.
  for (let at: Element | null = element; at && at !== body && !(before && after); at = parentOf(at)) {
    const parent = parentOf(at);
    if (!parent) break;
    if (column) {
      // Only what stands on the other side: in a row of columns the next one over is at any height.
      if (before) after = belowOf(before, nearest(at, 'nextElementSibling'));
      else before = aboveOf(after!, nearest(at, 'previousElementSibling'));
      continue;
    }
    before = nearest(at, 'previousElementSibling');
    after = nearest(at, 'nextElementSibling');
    const beside = before ?? after;
    if (!beside) continue;
    const box = rectOf(parent);
    const { direction, display } = getComputedStyle(parent);
    const own = BLOCK.test(display) ? ownPlace(at, box, direction) : box;
    column = {
      left: Math.max(EDGE, own.left, Math.min(box.left, beside.left)) + scrollX,
      right: Math.min(width - EDGE, own.right, Math.max(beside.right, beside.left)) + scrollX,
      end: direction === 'rtl' ? 'left' : 'right',
    };
  }
  return column && { ...column, y: between(before, after) + scrollY };
}

/** Where in its parent a box would lie that its style keeps narrower. It is not drawn, so that there is only its style to tell. */
function ownPlace(box: Element, parent: DOMRect, direction: string): { readonly left: number; readonly right: number } {
  const { maxWidth, boxSizing, paddingLeft, paddingRight, marginLeft, marginRight } = getComputedStyle(box);
  const padding = boxSizing === 'border-box' ? 0 : (Number.parseFloat(paddingLeft) || 0) + (Number.parseFloat(paddingRight) || 0);
  const most = /^[\d.]+px$/.test(maxWidth) ? Number.parseFloat(maxWidth) + padding : Infinity;
  const spare = parent.width - most;
  if (spare <= 0) return parent;
  const isPushed = marginLeft === 'auto' || (direction === 'rtl' && marginRight !== 'auto');
  const left = parent.left + (marginLeft === 'auto' && marginRight === 'auto' ? spare / 2 : isPushed ? spare : 0);
  return { left, right: left + most };
}

function between(before: DOMRect | undefined, after: DOMRect | undefined): number {
  if (!before) return after!.top;
  // Siblings in a row have no line between them.
  if (!after || !belowOf(before, after)) return before.bottom;
  return Math.min((before.bottom + after.top) / 2, before.bottom + REACH);
}

const belowOf = (before: DOMRect, rect: DOMRect | undefined) => (rect && rect.top >= before.bottom - 1 ? rect : undefined);
const aboveOf = (after: DOMRect, rect: DOMRect | undefined) => (rect && rect.bottom <= after.top + 1 ? rect : undefined);

function nearest(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): DOMRect | undefined {
  for (let at = element[side]; at; at = at[side]) {
    const rect = rectOf(at);
    if (rect.width > 1 && rect.height > 1) return rect;
  }
  return undefined;
}

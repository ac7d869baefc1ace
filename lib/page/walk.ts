// In: where the prompts of a page lie, and a step up or down. Out: the prompt it leads to, whether or not the page has come to rest.
import { rectOf } from './dom';

export interface Place {
  readonly id: number;
  readonly element: Element;
  /** Of its middle, or of the line where it would stand, in the window. */
  readonly y: number;
}

export interface Walk {
  /** The prompt before or after the one the last step led to; when the reader has gone elsewhere since, before or after the middle of the window. */
  step<P extends Place>(places: readonly P[], by: 1 | -1): P | undefined;
  /** The page has been scrolled to where that step leads, or is on its way. */
  begun(): void;
}

/** So near the middle of the window, or to where it was left, nothing has moved, in px. */
const SLACK = 40;
/** No page glides longer to where it is sent, in ms. */
const GLIDE_MS = 1000;

export function createWalk(signal: AbortSignal): Walk {
  let at: { readonly id: number; readonly element: Element; top: number; readonly since: number } | undefined;

  window.addEventListener('scrollend', () => {
    // A rest that comes much later is that of the reader's own scrolling.
    if (at && isFresh(at)) at.top = rectOf(at.element).top;
  }, { capture: true, signal });

  /** Near the ends of a page its prompts cannot come to the middle, so that the middle does not tell where the reader is. */
  function isStillAt(): boolean {
    return at !== undefined && (isFresh(at) || Math.abs(rectOf(at.element).top - at.top) <= SLACK);
  }

  return {
    step(places, by) {
      const ordered = places.filter(({ y }) => !Number.isNaN(y)).sort((a, b) => a.y - b.y);
      const from = isStillAt() ? ordered.findIndex(({ id }) => id === at!.id) : -1;
      const middle = innerHeight / 2;
      const beyond = ordered.filter(({ y }) => (y - middle) * by > SLACK);
      const next = from >= 0 ? ordered.at((from + by) % ordered.length) : (beyond.at(by > 0 ? 0 : -1) ?? ordered.at(by > 0 ? 0 : -1));
      at = next && { id: next.id, element: next.element, top: 0, since: performance.now() };
      return next;
    },
    begun() {
      if (at) at.top = rectOf(at.element).top;
    },
  };
}

const isFresh = ({ since }: { readonly since: number }): boolean => performance.now() - since < GLIDE_MS;

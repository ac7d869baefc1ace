// In: elements about to be hidden. Out: the keyboard focus where it was before they took it.
import { activeOf, bodyOf, holds } from './dom';

/** So many earlier places are remembered: a dialog may move the focus more than once. */
const REMEMBERED = 6;

export interface FocusKeeper {
  /** Begins to remember where the focus is. */
  start(): void;
  /** Moves the focus out of what has been hidden. */
  leave(hidden: readonly Element[]): void;
  stop(): void;
}

export function createFocusKeeper(document: Document): FocusKeeper {
  let places: Element[] = [];
  let listening: AbortController | undefined;

  function remember(): void {
    const active = activeOf(document);
    if (active && active !== bodyOf(document)) places = [active, ...places.filter((place) => place !== active)].slice(0, REMEMBERED);
  }

  return {
    start() {
      if (listening) return;
      listening = new AbortController();
      remember();
      document.addEventListener('focusin', remember, { capture: true, signal: listening.signal });
    },
    leave(hidden) {
      const isHidden = (element: Element) => hidden.some((root) => holds(root, element));
      const current = places[0];
      // Whether the browser has noticed yet that the focus is out of sight depends on the browser.
      if (!current || !isHidden(current)) return;
      const active = activeOf(document);
      if (active !== current && active !== bodyOf(document)) return;
      const before = places.find((place) => place.isConnected && !isHidden(place));
      places = places.filter((place) => !isHidden(place));
      if (before) HTMLElement.prototype.focus.call(before as HTMLElement, { preventScroll: true });
      else HTMLElement.prototype.blur.call(current as HTMLElement);
    },
    stop() {
      listening?.abort();
      listening = undefined;
      places = [];
    },
  };
}

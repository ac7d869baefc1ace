// In: elements about to be hidden. Out: the keyboard focus where it was before they took it.
import { activeOf, bodyOf, capture, holds } from './dom';

/** So many earlier places are remembered: a dialog may move the focus more than once. */
const REMEMBERED = 6;

export interface FocusKeeper {
  /** Begins to remember where the focus is. */
  start(): void;
  /** To be called before these are hidden; returns what moves the focus out of them afterwards. */
  leave(hidden: readonly Element[]): () => void;
  stop(): void;
}

export function createFocusKeeper(document: Document): FocusKeeper {
  let places: Element[] = [];
  let listening = false;

  function remember(): void {
    const active = activeOf(document);
    if (active && active !== bodyOf(document)) places = [active, ...places.filter((place) => place !== active)].slice(0, REMEMBERED);
  }

  return {
    start() {
      if (listening) return;
      listening = true;
      remember();
      capture(document, 'focusin', remember, true);
    },
    leave(hidden) {
      // A window in the background tells nobody where its focus goes.
      remember();
      const isHidden = (element: Element) => hidden.some((root) => holds(root, element));
      const current = places[0];
      if (!current || !isHidden(current)) return () => undefined;
      return () => {
        const before = places.find((place) => place.isConnected && !isHidden(place));
        places = places.filter((place) => !isHidden(place));
        if (before) HTMLElement.prototype.focus.call(before as HTMLElement, { preventScroll: true });
        else HTMLElement.prototype.blur.call(current as HTMLElement);
      };
    },
    stop() {
      listening = false;
      capture(document, 'focusin', remember, false);
      places = [];
    },
  };
}

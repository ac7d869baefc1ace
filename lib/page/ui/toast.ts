// In: a sentence and a button. Out: both in a corner of the page for a while, read aloud, gone by themselves.
import { createLayer, TOAST_TAG, type Layer } from './layer';
import { button, make } from './make';
import type { Say } from './say';
import css from './toast.css?inline';
import { createWayBack } from './way-back';

const SHOWN_MS = 10_000;
/** By then screen readers know of the region that the text comes into. */
const HEARD_AFTER_MS = 100;

/** What the reader can do about what is said. */
export interface Action {
  readonly name: string;
  readonly act: () => void;
}

export interface Toast {
  show(text: string, action?: Action): void;
  remove(): void;
}

export function createToast(document: Document, say: Say): Toast {
  let layer: Layer | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveBack: () => void = () => undefined;

  /** Says whether the reader was on it. */
  function take(): boolean {
    clearTimeout(timer);
    const wasOn = Boolean(layer?.active());
    layer?.remove();
    layer = undefined;
    return wasOn;
  }

  function remove(): void {
    if (take()) giveBack();
  }

  /** Not while the reader is on it. */
  function removeLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (layer?.active() || layer?.root.matches(':hover')) removeLater();
      else remove();
    }, SHOWN_MS);
  }

  return {
    remove,
    show(text, action) {
      const wasOn = take();
      layer = createLayer(document, css, say, TOAST_TAG);
      const status = make(document, 'p', { role: 'status' });
      const act = action && button(document, action.name, () => { remove(); action.act(); });
      const close = button(document, '×', remove, { class: 'close', 'aria-label': say('close') });
      layer.root.append(make(document, 'div', { class: 'toast' }, status, act, close));
      // Whoever is on the message before is on this one, and came from where he came.
      if (wasOn) (act ?? close).focus({ preventScroll: true });
      else giveBack = createWayBack(layer.root);
      // Text that comes into a region is read aloud, text that comes with it is not.
      timer = setTimeout(() => {
        status.textContent = text;
        removeLater();
      }, HEARD_AFTER_MS);
    },
  };
}

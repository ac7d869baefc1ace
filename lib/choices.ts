// In: a store, and the choices that a reader makes on a page. Out: what the reader has chosen, shown at once, though storing it takes its time.
import { inOrder } from './in-order';
import type { Store } from './store';

export interface Choices<T> {
  /** Shows what is stored, unless something newer is shown by then. */
  load(): Promise<void>;
  /** Shows what the step makes of what is shown, and stores it. Rejects when it cannot be stored; what is stored is shown again by then. */
  choose(step: (shown: T) => T): Promise<void>;
}

/** `shown` is what the page shows from the start. What other pages store is shown as well, but for the moments in which a choice is on its way. */
export function createChoices<T>(store: Store<T>, shown: T, show: (value: T) => void): Choices<T> {
  let onTheirWay = 0;
  const order = inOrder<T>((value) => {
    shown = value;
    show(value);
  });
  const load = () => order.when(store.load());

  store.watch((stored) => {
    // What is stored of several quick choices is not yet what the reader sees.
    if (onTheirWay === 0) order.now(stored);
  });

  return {
    load,
    async choose(step) {
      const known = shown;
      onTheirWay++;
      // Before anything is drawn: the page may be gone at any moment.
      const stored = store.updateAtOnce(known, step);
      // In order: a loading that was begun before must not take the choice back, or a second click would mean its opposite.
      order.now(step(known));
      try {
        await stored;
      } finally {
        if (--onTheirWay === 0) await load();
      }
    },
  };
}

// In: values that are there, and values on their way. Out: each of them called back, but never an older one after a newer.

export interface InOrder<T> {
  now(value: T): void;
  /** Dropped when a newer one has come by the time it is there. Rejects as it does. */
  when(coming: Promise<T>): Promise<void>;
}

/** For what is loaded once and watched from then on: a change must not be undone by a slow load that was begun before it. */
export function inOrder<T>(callback: (value: T) => void): InOrder<T> {
  let begun = 0;
  let newest = 0;

  function deliver(turn: number, value: T): void {
    if (turn < newest) return;
    newest = turn;
    callback(value);
  }

  return {
    now(value) {
      deliver(++begun, value);
    },
    async when(coming) {
      const turn = ++begun;
      deliver(turn, await coming);
    },
  };
}

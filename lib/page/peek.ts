// In: word that the reader wants to peek. Out: everything shown until the key is let go.

export interface Peek {
  start(): void;
  stop(): void;
}

/** The browser tells when a shortcut is pressed, not when it is let go: the page does, and leaving the window ends it too. */
export function createPeek(document: Document, show: (on: boolean) => void): Peek {
  let held: AbortController | undefined;

  function stop(): void {
    if (!held) return;
    held.abort();
    held = undefined;
    show(false);
  }

  return {
    stop,
    start() {
      // A key that is held down repeats itself.
      if (held) return;
      held = new AbortController();
      const options = { capture: true, signal: held.signal };
      for (const type of ['keyup', 'blur', 'pointerdown']) window.addEventListener(type, stop, options);
      document.addEventListener('visibilitychange', stop, options);
      show(true);
    },
  };
}

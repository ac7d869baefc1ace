// In: word that the reader wants to peek. Out: everything shown until the key is let go.

export interface Peek {
  start(): void;
  stop(): void;
}

/** The browser tells when a shortcut is pressed, not when it is let go: the page does, and leaving the window ends it too. */
export function createPeek(document: Document, show: (on: boolean) => void, signal: AbortSignal): Peek {
  let held = false;

  function stop(): void {
    if (!held) return;
    held = false;
    show(false);
  }

  // From the start, so before the page's own: it could keep the key's release to itself, and all shown.
  const options = { capture: true, signal };
  for (const type of ['keyup', 'pointerdown']) window.addEventListener(type, stop, options);
  // Not the blur of an element: what is shown may take the focus.
  window.addEventListener('blur', ({ target, currentTarget }) => { if (target === currentTarget) stop(); }, options);
  document.addEventListener('visibilitychange', stop, options);

  return {
    stop,
    start() {
      // A key that is held down repeats itself.
      if (held) return;
      held = true;
      show(true);
    },
  };
}

// In: an overlay of ours. Out: the focus back where it was before it came into the overlay.

/** To be made before anything in `root` has the focus. */
export function createWayBack(root: Node): () => void {
  let before: HTMLElement | undefined;
  root.addEventListener('focusin', (event) => {
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget instanceof HTMLElement && !root.contains(relatedTarget)) before = relatedTarget;
  });
  return () => {
    // Past names that the page put over it.
    if (before?.isConnected) HTMLElement.prototype.focus.call(before, { preventScroll: true });
  };
}

// In: a page. Out: a call whenever its script has given it another address. Nothing is dispatched for it: the page could see that, or say it itself.

/** Where no browser tells, the address is looked at so often, in ms. */
const POLL_MS = 1000;

/** What follows a hash is a place on the same page. */
const addressOf = ({ pathname, search }: Location) => pathname + search;

export function followAddress(signal: AbortSignal, changed: () => void): void {
  let known = addressOf(location);
  const look = () => {
    const now = addressOf(location);
    if (now === known) return;
    known = now;
    changed();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) {
    // The page can dispatch this too; the address itself it can only change.
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
}

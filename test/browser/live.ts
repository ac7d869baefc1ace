// In: places on a dynamic page, as selectors through shadow roots. Out: whether they can be seen, and what happened meanwhile.
import { evaluate, type Tab } from '../../tools/browser';

/** Whether each place takes part in the layout; `>>>` leads into an open shadow root, a missing element is null. */
export function visible(tab: Tab, places: readonly string[]): Promise<(boolean | null)[]> {
  return evaluate(
    tab,
    (all) =>
      all.map((place) => {
        let scope: Document | ShadowRoot = document;
        let element: Element | null = null;
        for (const selector of place.split(' >>> ')) {
          element = scope.querySelector(selector);
          if (!element) return null;
          scope = element.shadowRoot ?? scope;
        }
        return element!.getClientRects().length > 0;
      }),
    places,
  );
}

/** Whether all places exist and none can be seen. */
export async function allGone(tab: Tab, places: readonly string[]): Promise<boolean> {
  return (await visible(tab, places)).every((shown) => shown === false);
}

/** Scrolls until nothing more is below. */
export function scrollDown(tab: Tab): Promise<void> {
  return evaluate(tab, () => {
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
}

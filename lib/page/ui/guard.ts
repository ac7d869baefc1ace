// In: an element of ours that lies in a page. Out: the same, put back where the page takes it away or restyles it; so often and no more.
import { attribute, parentOf } from '../dom';

const MAX_REPAIRS = 8;

export interface Guard {
  /** The element lies somewhere else now, by our own will. */
  moved(): void;
  stop(): void;
}

/**
 * @param put brings the element back into the page, styled as it is now
 * @param lost the page has won: the element is left to it
 */
export function guard(root: Element, host: Element, put: () => void, lost: () => void): Guard {
  const own = attribute(host, 'style');
  let repairs = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected && attribute(host, 'style') === own) return;
    if (++repairs > MAX_REPAIRS) {
      observer.disconnect();
      lost();
    } else put();
  });
  // Deeper in the page, what it lies in may be taken away with it.
  const moved = () => { observer.observe(root, { childList: true, subtree: parentOf(host) !== root }); };
  moved();
  observer.observe(host, { attributeFilter: ['style'] });
  return { moved, stop: () => { observer.disconnect(); } };
}

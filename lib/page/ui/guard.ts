// In: an element of ours that lies in a page. Out: the same, put back where the page takes it away or restyles it; so often and no more.
import { attribute } from '../dom';

const MAX_REPAIRS = 8;

/**
 * @param put brings the element back into `root`, styled as it is now
 * @param lost the page has won: the element is left to it
 * @returns the function that ends the watch
 */
export function guard(root: Element, host: Element, put: () => void, lost: () => void): () => void {
  const own = attribute(host, 'style');
  let repairs = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected && attribute(host, 'style') === own) return;
    if (++repairs > MAX_REPAIRS) {
      observer.disconnect();
      lost();
    } else put();
  });
  observer.observe(root, { childList: true });
  observer.observe(host, { attributeFilter: ['style'] });
  return () => { observer.disconnect(); };
}

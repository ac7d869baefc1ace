// In: a document. Out: where an overlay of ours has to lie to be reached: behind the body, or in the page's modal dialog, which makes all around it inert.
import { findAll, isMatch, rectOf, rootOf } from '../dom';

/** The modal dialog that can be seen, the last of several; the root element where there is none. */
export function homeOf(document: Document): Element | null {
  return findAll(document, 'dialog[open]').findLast(isModal) ?? rootOf(document);
}

function isModal(dialog: Element): boolean {
  return isMatch(dialog, ':modal') && rectOf(dialog).width > 0;
}

/**
 * @param moved a dialog was opened or closed
 * @returns the function that ends the watch
 */
export function followHome(root: Element, moved: () => void): () => void {
  const observer = new MutationObserver(moved);
  observer.observe(root, { subtree: true, attributeFilter: ['open'] });
  return () => { observer.disconnect(); };
}

// In: a document. Out: whether the reader is writing in it just now.
import { activeOf, shadowOf } from './dom';

const FIELDS = 'textarea, select, input:not([type="checkbox" i], [type="radio" i], [type="button" i], [type="submit" i], [type="reset" i], [type="range" i], [type="color" i])';

/** Whether the reader is writing: shortcuts must not get in between. */
export function isWriting(document: Document): boolean {
  let active = activeOf(document);
  for (let inner = active && shadowOf(active)?.activeElement; inner; inner = shadowOf(inner)?.activeElement) active = inner;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches(FIELDS));
}

// In: a document. Out: whether the reader is writing in it just now.
import { activeOf, isMatch, shadowOf, tagOf } from './dom';

const FIELDS = 'textarea, select, [role="textbox" i], [role="searchbox" i], input:not([type="checkbox" i], [type="radio" i], [type="button" i], [type="submit" i], [type="reset" i], [type="range" i], [type="color" i])';

/** Whether the reader is writing: shortcuts must not get in between. Where nobody can look, as into a frame of another site, the reader may be. */
export function isWriting(document: Document): boolean {
  const active = activeOf(document);
  if (!active) return false;
  if (tagOf(active) === 'iframe' || tagOf(active) === 'frame') {
    const inner = (active as HTMLIFrameElement).contentDocument;
    return inner === null || inner.designMode === 'on' || isWriting(inner);
  }
  return isField(innermost(active));
}

/** What has the focus, in open shadow roots too. */
function innermost(active: Element): Element {
  const inner = shadowOf(active)?.activeElement;
  return inner ? innermost(inner) : active;
}

const isField = (element: Element): boolean => ('isContentEditable' in element && element.isContentEditable === true) || isMatch(element, FIELDS);

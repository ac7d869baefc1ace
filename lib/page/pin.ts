// In: an element marked hidden that the page's own styles may still show. Out: hidden for certain, and the way back.
import { attribute, writeAttribute } from './dom';

/** Undoes a pin. */
export type Undo = () => void;

const getStyle = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'style')?.get as
  | { call(element: Element): CSSStyleDeclaration }
  | undefined;

/**
 * The style sheet's `display: none !important` loses against an inline `!important` and, in Firefox, against one in a
 * page's cascade layer. For such an element only an inline declaration is left. Returns undefined when none was needed.
 */
export function pinHidden(element: Element): Undo | undefined {
  if (!(element instanceof HTMLElement) || !getStyle || !element.isConnected) return undefined;
  if (getComputedStyle(element).display === 'none') return undefined;
  const style = getStyle.call(element);
  const before = {
    attribute: attribute(element, 'style'),
    value: style.getPropertyValue('display'),
    priority: style.getPropertyPriority('display'),
  };
  style.setProperty('display', 'none', 'important');
  const pinned = attribute(element, 'style');
  return () => {
    const untouched = attribute(element, 'style') === pinned;
    // Property first: a page's policy may forbid style attributes, but never this.
    if (style.getPropertyValue('display') === 'none' && style.getPropertyPriority('display') === 'important') {
      style.setProperty('display', before.value, before.priority);
    }
    if (untouched && attribute(element, 'style') !== before.attribute) {
      writeAttribute(element, 'style', before.attribute);
    }
  };
}

// In: names, attributes, children. Out: elements of our own overlays. Never given an element of the page.
import { create, writeAttribute } from '../dom';

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element; attributes that are false or undefined are left out, true is written as ''. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = create(document, name) as HTMLElementTagNameMap[Name];
  set(element, attributes);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    writeAttribute(element, name, value === undefined || value === false ? null : value === true ? '' : String(value));
  }
}

/** Writes styles one by one, which every page's policy allows. */
export function style(element: HTMLElement, styles: Readonly<Record<string, string>>, priority?: 'important'): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, priority);
}

export function button(document: Document, text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make(document, 'button', { type: 'button', ...attributes }, text);
  onPress(element, act);
  return element;
}

/** Acts when the reader presses the element, by mouse, key or assistive technology. A page that gets at it, as it can in Firefox, may press in vain. */
export function onPress(element: Element, act: (event: MouseEvent) => void): void {
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act(event as MouseEvent);
  });
}

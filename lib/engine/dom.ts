// DOM reads that a page cannot clobber: node in, plain value out.
//
// `<form><input name="nodeType">` makes `form.nodeType` an input, and `<img name="body">` does the same to
// `document.body`. Getters taken from the prototypes see through both.

type Getter<T> = (this: unknown) => T;

function getter<T>(owner: string, property: string): ((node: unknown) => T) {
  const prototype = (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[owner]?.prototype;
  const get = prototype && (Object.getOwnPropertyDescriptor(prototype, property)?.get as Getter<T> | undefined);
  return get
    ? (node) => get.call(node)
    : (node) => (node as Record<string, T>)[property] as T;
}

const localName = getter<string>('Element', 'localName');
const shadowRoot = getter<ShadowRoot | null>('Element', 'shadowRoot');
const documentElement = getter<Element | null>('Document', 'documentElement');
const documentUrl = getter<string>('Document', 'URL');

const parentNode = getter<Node | null>('Node', 'parentNode');

const ownGetAttribute = globalThis.Element?.prototype.getAttribute;
const ownHasAttributes = globalThis.Element?.prototype.hasAttributes;
const ownWalker = globalThis.Document?.prototype.createTreeWalker;

/** Lower-case tag name; a form whose `localName` was clobbered is still a form. */
export function tagOf(element: Element): string {
  const direct: unknown = element.localName;
  return typeof direct === 'string' ? direct : localName(element);
}

export function attribute(element: Element, name: string): string | null {
  return ownGetAttribute ? ownGetAttribute.call(element, name) : element.getAttribute(name);
}

/** Most elements carry none, and one question is cheaper than seven. */
export function hasAttributes(element: Element): boolean {
  return ownHasAttributes ? ownHasAttributes.call(element) : element.hasAttributes();
}

export const shadowOf = (element: Element): ShadowRoot | null => shadowRoot(element) ?? null;
export const rootOf = (document: Document): Element | null => documentElement(document);
export const urlOf = (document: Document): string => documentUrl(document);

/** The node around `node`: its parent, or the host of the shadow root that it is. */
export function around(node: Node): Node | null {
  return parentNode(node) ?? ('host' in node && node.nodeType === 11 ? (node as ShadowRoot).host : null);
}

/** Walks elements (1) and text (4) below `root`; `walk.currentNode` moves by the walker's own methods only. */
export function walkerOf(document: Document, root: Node): TreeWalker {
  return ownWalker ? ownWalker.call(document, root, 1 | 4) : document.createTreeWalker(root, 1 | 4);
}

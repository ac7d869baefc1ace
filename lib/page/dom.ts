// In: a document or element of an untrusted page. Out: its true properties, read past names that the page put over them.
import { attribute, rootOf, shadowOf, tagOf } from '../engine/dom';

// <form name="body"> shadows document.body and <input name="style"> shadows form.style, so everything goes through the
// prototypes' own getters and methods, taken when this script started.
const getBody = getterOf<Document, HTMLElement | null>(Document.prototype, 'body');
const getType = getterOf<Document, string>(Document.prototype, 'contentType');
const getState = getterOf<Document, DocumentReadyState>(Document.prototype, 'readyState');
const getImplementation = getterOf<Document, DOMImplementation>(Document.prototype, 'implementation');
const { adoptNode, createElement, createTreeWalker } = Document.prototype;
const { addEventListener, removeEventListener } = EventTarget.prototype;
const { setAttribute, removeAttribute, closest, matches, querySelector } = Element.prototype;
const queries = { document: Document.prototype.querySelectorAll, element: Element.prototype.querySelectorAll, fragment: DocumentFragment.prototype.querySelectorAll };
const { contains, getRootNode } = Node.prototype;
const getRect = Element.prototype.getBoundingClientRect;
const { scrollIntoView } = Element.prototype;
const getText = getterOf<Element, string | null>(Element.prototype, 'textContent');
const getParent = getterOf<Node, Node | null>(Node.prototype, 'parentNode');
const getActive = getterOf<Document, Element | null>(Document.prototype, 'activeElement');

export { attribute, rootOf, shadowOf, tagOf };
export const isParsed = (document: Document) => getState.call(document) !== 'loading';
export const isLoaded = (document: Document) => getState.call(document) === 'complete';
/** Chrome renders some pages before the reader goes there. */
export const isPrerendering = (document: Document) =>
  (document as Document & { readonly prerendering?: boolean }).prerendering === true;
export const bodyOf = (document: Document) => getBody.call(document);
export const textOf = (element: Element) => getText.call(element) ?? '';
export const rectOf = (element: Element) => getRect.call(element);
export const scrollTo = (element: Element) => {
  // Otherwise as the page would itself: some glide, and not all ask first.
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto';
  scrollIntoView?.call(element, { block: 'center', behavior });
};
export const activeOf = (document: Document) => getActive.call(document);
export const isMatch = (element: Element, selector: string) => matches.call(element, selector);
export const walkElements = (document: Document, root: Node) => createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
export const create = (document: Document, name: string) => createElement.call(document, name);

/**
 * An element of our own with a closed shadow root. Made in a document that knows no custom elements: the page may have defined one of this
 * name, and what it defines would be handed the closed root of each that is made in its own document (`ElementInternals.shadowRoot`).
 */
export function createHost(document: Document, name: string): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = create(getImplementation.call(document).createHTMLDocument(''), name);
  const root = host.attachShadow({ mode: 'closed' });
  adoptNode.call(document, host);
  return { host, root };
}

export const listen = (document: Document, type: string, listener: () => void, signal: AbortSignal) => {
  addEventListener.call(document, type, listener, { signal });
};

/** Listens on the way down, or no more; cheaper to end than by a signal. */
export const capture = (document: Document, type: string, listener: (event: Event) => void, on: boolean) => {
  (on ? addEventListener : removeEventListener).call(document, type, listener, true);
};

export const writeAttribute = (element: Element, name: string, value: string | null) => {
  if (value === null) removeAttribute.call(element, name);
  else setAttribute.call(element, name, value);
};

/** All elements below `scope` that match. */
export function findAll(scope: Document | ShadowRoot | Element, selector: string): Element[] {
  const query = scope.nodeType === 9 ? queries.document : scope.nodeType === 11 ? queries.fragment : queries.element;
  return Array.from((query).call(scope as Element, selector));
}

/** The element around this one; out of a shadow root, its host. */
export function parentOf(element: Element): Element | null {
  const parent = getParent.call(element);
  if (parent === null) return null;
  if (parent.nodeType === 1) return parent as Element;
  return parent.nodeType === 11 && 'host' in parent ? (parent as ShadowRoot).host : null;
}

/** Whether `element` is `root` or lies in it, open shadow roots included. */
export function holds(root: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = shadowHost(at)) if (contains.call(root, at)) return true;
  return false;
}

const shadowHost = (element: Element): Element | null => shadowRootOf(element)?.host ?? null;

/** The shadow root that the element lies in. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const root = getRootNode.call(element);
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : null;
}

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);

/** Whether this is an HTML page with a body: no SVG or XML document, no frameset. */
export function isHtmlPage(document: Document): boolean {
  // By type too: browsers wrap plain texts, and Chrome wraps XML, in an HTML page of their own.
  if (!HTML_TYPES.has(getType.call(document))) return false;
  const root = rootOf(document);
  const body = getBody.call(document);
  return root?.namespaceURI === 'http://www.w3.org/1999/xhtml' && root.localName === 'html' && body?.localName === 'body';
}

const EDITOR = '[contenteditable]:not([contenteditable="false" i])';

export const liesInEditor = (element: Element) => closest.call(element, EDITOR) !== null;

/** Whether the element lies in, is, or holds text that the reader is writing. */
export function isEditable(element: Element): boolean {
  return liesInEditor(element) || querySelector.call(element, EDITOR) !== null;
}

function getterOf<T extends object, V>(prototype: T, name: keyof T): { call(target: T): V } {
  for (let owner: object | null = prototype; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (getter) return getter as { call(target: T): V };
  }
  throw new TypeError(`No getter for ${String(name)}`);
}

// In: a document or element of an untrusted page. Out: its true properties, read past names that the page put over them.
import { attribute, rootOf } from '../engine/dom';

// <form name="body"> shadows document.body and <input name="style"> shadows form.style, so everything goes through the
// prototypes' own getters and methods, taken when this script started.
const getBody = getterOf<Document, HTMLElement | null>(Document.prototype, 'body');
const getType = getterOf<Document, string>(Document.prototype, 'contentType');
const getState = getterOf<Document, DocumentReadyState>(Document.prototype, 'readyState');
const { createElement } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { setAttribute, removeAttribute, closest, querySelector } = Element.prototype;

export { attribute, rootOf };
export const isParsed = (document: Document) => getState.call(document) !== 'loading';
export const isLoaded = (document: Document) => getState.call(document) === 'complete';
/** Chrome renders some pages before the reader goes there. */
export const isPrerendering = (document: Document) =>
  (document as Document & { readonly prerendering?: boolean }).prerendering === true;
export const create = (document: Document, name: string) => createElement.call(document, name);

export const listen = (document: Document, type: string, listener: () => void, signal: AbortSignal) => {
  addEventListener.call(document, type, listener, { signal });
};

export const writeAttribute = (element: Element, name: string, value: string | null) => {
  if (value === null) removeAttribute.call(element, name);
  else setAttribute.call(element, name, value);
};

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

/** Whether the element lies in, is, or holds text that the reader is writing. */
export function isEditable(element: Element): boolean {
  return closest.call(element, EDITOR) !== null || querySelector.call(element, EDITOR) !== null;
}

function getterOf<T extends object, V>(prototype: T, name: keyof T): { call(target: T): V } {
  for (let owner: object | null = prototype; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (getter) return getter as { call(target: T): V };
  }
  throw new TypeError(`No getter for ${String(name)}`);
}

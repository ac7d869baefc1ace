// Runs in Chromium: a saved page in, the units that Readability and Defuddle keep as article out.

import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';

export interface Kept {
  readonly readability: readonly number[];
  readonly defuddle: readonly number[];
}

/** Least length of a text that is looked for by its words when its element was unwrapped or renamed. */
const TELLING = 20;

/** Units (values of `data-u`) whose text is in what each extractor returns; the page's title counts as article. */
export function kept(html: string, url: string): Kept {
  return { readability: byReadability(parse(html, url)), defuddle: byDefuddle(parse(html, url), url) };
}

function parse(html: string, url: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  if (!document.querySelector('base')) document.head.prepend(Object.assign(document.createElement('base'), { href: url }));
  return document;
}

function byReadability(document: Document): number[] {
  const own = ownTexts(document);
  const result = new Readability(document, { charThreshold: 200, keepClasses: true }).parse();
  return result?.content ? unitsIn(result.content, result.title ?? '', own) : [];
}

function byDefuddle(document: Document, url: string): number[] {
  const own = ownTexts(document);
  // Only its debug mode leaves data attributes on the content.
  const result = new Defuddle(document, { url, debug: true, useAsync: false }).parse();
  return result.content ? unitsIn(result.content, result.title, own) : [];
}

function unitsIn(content: string, title: string, own: ReadonlyMap<number, string>): number[] {
  const { body } = new DOMParser().parseFromString(content, 'text/html');
  const marked = new Set(Array.from(body.querySelectorAll('[data-u]'), (element) => Number(element.getAttribute('data-u'))));
  const all = squeeze(body.textContent);
  const isTitle = (text: string): boolean => text !== '' && text === squeeze(title);
  return [...own].filter(([unit, text]) => marked.has(unit) || isTitle(text) || (text.length >= TELLING && all.includes(text))).map(([unit]) => unit);
}

/** The text that stands directly in each unit. */
function ownTexts(document: Document): Map<number, string> {
  return new Map(Array.from(document.querySelectorAll('[data-u]'), (element) => [
    Number(element.getAttribute('data-u')),
    squeeze(Array.from(element.childNodes, (node) => (node.nodeType === 3 ? node.textContent : ' ')).join('')),
  ]));
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

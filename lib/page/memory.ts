// In: what was hidden on pages of a site. Out: selectors that find it again before it is seen, proven on every page.
import type { Kind } from '../engine/types';
import { findAll, isMatch, textOf } from './dom';
import { compounds, holdOf } from './names';
import { isSelector } from './selector';
import { MAX_SIGNATURES, type Signature } from './signature';

/** Early hiding never takes anything with more text than this, in characters. */
const MAX_TEXT = 2000;
const NEVER = new Set(['html', 'body', 'main', 'article']);

export interface Memory {
  /** Known prompts at or below these, of the kinds that are on. */
  match(scopes: readonly (Document | Element)[], isOn: (kind: Kind) => boolean): Element[];
  /**
   * Takes in the prompts of a page; true when that changed what is known. What is `spared` proves nothing wrong: it came too late for the
   * verdict, or the reader keeps it.
   */
  learn(document: Document, prompts: ReadonlyMap<Element, Kind>, isSpared?: (element: Element) => boolean): boolean;
  readonly signatures: readonly Signature[];
}

export function createMemory(known: readonly Signature[]): Memory {
  let signatures = known.slice(0, MAX_SIGNATURES);

  return {
    get signatures() {
      return signatures;
    },
    match(scopes, isOn) {
      const usable = signatures.filter(({ kind, wrong }) => !wrong && isOn(kind)).map(({ selector }) => selector);
      if (usable.length === 0) return [];
      const all = usable.join(', ');
      const found = scopes.flatMap((scope) => {
        const below = scope.firstElementChild ? findAll(scope, all) : [];
        return scope.nodeType === 1 && isMatch(scope as Element, all) ? [scope as Element, ...below] : below;
      });
      return found.filter(isSmall);
    },
    learn(document, prompts, isSpared = () => false) {
      const before = JSON.stringify(signatures);
      const met: Signature[] = [];
      const others: Signature[] = [];
      for (const signature of signatures) {
        const matches = findAll(document, signature.selector);
        if (matches.length === 0 || signature.wrong) others.push(signature);
        else if (matches.every((element) => isWithin(element, prompts) || isSpared(element))) met.push(signature);
        else others.push({ ...signature, wrong: true });
      }
      for (const [element, kind] of prompts) {
        const selector = selectorFor(document, element, prompts);
        if (selector && ![...met, ...others].some((one) => one.selector === selector)) met.push({ kind, selector });
      }
      signatures = [...met, ...others].slice(0, MAX_SIGNATURES);
      return JSON.stringify(signatures) !== before;
    },
  };
}

function isSmall(element: Element): boolean {
  return !NEVER.has(element.localName) && findAll(element, 'h1, article').length === 0 && textOf(element).length <= MAX_TEXT;
}

export function isWithin(element: Element, some: { has(element: Element): boolean }): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (some.has(at)) return true;
  return false;
}

/** The shortest selector that finds `element` and nothing that is no prompt, on other pages too; undefined when there is none. */
function selectorFor(document: Document, element: Element, prompts: ReadonlyMap<Element, Kind>): string | undefined {
  if (NEVER.has(element.localName) || !element.isConnected) return undefined;
  const parent = element.parentElement;
  const own = compounds(element);
  const candidates = [...own, ...(parent ? compounds(parent).flatMap((above) => [element.localName, ...own].map((below) => `${above} > ${below}`)) : [])];
  return candidates.find((selector) => {
    if (!isSelector(selector) || holdOf(selector) === 'passing') return false;
    const matches = findAll(document, selector);
    return matches.includes(element) && matches.every((match) => isWithin(match, prompts));
  });
}

// In: what was hidden on pages of a site. Out: selectors that find it again before it is seen, proven on every page.
import type { Kind } from '../engine/types';
import { attribute, findAll, isMatch, textOf } from './dom';
import { isSelector } from './selector';
import { MAX_SIGNATURES, type Signature } from './signature';

/** Early hiding never takes anything with more text than this, in characters. */
const MAX_TEXT = 2000;
const NEVER = new Set(['html', 'body', 'main', 'article']);
const NAME = /^-?[_a-zA-Z][\w-]{1,60}$/;
/** Counters and dates in a name: another page has another. */
const PASSING = /\d{4}/;

export interface Memory {
  /** Known prompts at or below these, of the kinds that are on. */
  match(scopes: readonly (Document | Element)[], isOn: (kind: Kind) => boolean): Element[];
  /** Takes in the verdict on a page; true when that changed what is known. `undecided` came too late for it, and proves nothing wrong. */
  learn(document: Document, hidden: ReadonlyMap<Element, Kind>, undecided?: ReadonlySet<Element>): boolean;
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
    learn(document, hidden, undecided = new Set()) {
      const before = JSON.stringify(signatures);
      const met: Signature[] = [];
      const others: Signature[] = [];
      for (const signature of signatures) {
        const matches = findAll(document, signature.selector);
        if (matches.length === 0 || signature.wrong) others.push(signature);
        else if (matches.every((element) => isWithin(element, hidden) || isWithin(element, undecided))) met.push(signature);
        else others.push({ ...signature, wrong: true });
      }
      for (const [element, kind] of hidden) {
        const selector = selectorFor(document, element, hidden);
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

function isWithin(element: Element, some: { has(element: Element): boolean }): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (some.has(at)) return true;
  return false;
}

/** The shortest selector that finds `element` and nothing that is not hidden; undefined when there is none. */
function selectorFor(document: Document, element: Element, hidden: ReadonlyMap<Element, Kind>): string | undefined {
  if (NEVER.has(element.localName) || !element.isConnected) return undefined;
  const parent = element.parentElement;
  const own = compounds(element);
  const candidates = [...own, ...(parent ? compounds(parent).flatMap((above) => [element.localName, ...own].map((below) => `${above} > ${below}`)) : [])];
  return candidates.find((selector) => {
    if (!isSelector(selector)) return false;
    const matches = findAll(document, selector);
    return matches.includes(element) && matches.every((match) => isWithin(match, hidden));
  });
}

/** Whether a selector names an id with a number or a hash in it (`post-918`, `block-7f3a9c`): another article has another. Small numbers count boxes, which stay. */
export function isFleeting(selector: string): boolean {
  const parts = (selector.match(/#[\w-]+/g) ?? []).flatMap((id) => id.slice(1).split(/[-_]/));
  return parts.some((part) => /^\d{3,}$/.test(part) || (part.length >= 5 && /\d[a-z]/i.test(part)));
}

/** `tag#id`, `tag.class` and `tag.class.class` of an element, as far as its names may be the same on another page, those that seldom are last. */
export function compounds(element: Element): string[] {
  const tag = element.localName;
  const usable = (name: string) => NAME.test(name) && !PASSING.test(name);
  const id = attribute(element, 'id') ?? '';
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(usable).slice(0, 6);
  // Longer names say more.
  const singles = [...classes].sort((a, b) => b.length - a.length).map((name) => `${tag}.${name}`);
  const pair = classes.length > 1 ? [`${tag}.${classes[0]!}.${classes[1]!}`] : [];
  const named = usable(id) ? [`${tag}#${id}`] : [];
  return [...named.filter((one) => !isFleeting(one)), ...singles, ...pair, ...named.filter(isFleeting)];
}

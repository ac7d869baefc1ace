// In: elements as they come into the page, what was hidden on this site before, and what the reader keeps. Out: known prompts hidden before they are seen.
import type { Kind } from '../engine/types';
import { isEditable, isParsed } from './dom';
import type { Marker } from './mark';
import type { Memory } from './memory';

/** What was hidden early comes back by itself when no verdict confirms it within this time, in ms. */
const EXPIRY_MS = 2000;
/** Above this many additions at once the whole page is searched, not each of them. */
const MANY = 40;

export interface EarlyHider {
  /** Hides what is known among the elements that have just come. */
  see(added: readonly Element[], isOn: (kind: Kind) => boolean): void;
  /** Hides what is known in all of the page. */
  seeAll(isOn: (kind: Kind) => boolean): void;
  /** Hidden on memory alone so far, without what the reader has since said is no clutter. */
  readonly pending: ReadonlySet<Element>;
  /** A reading begins: it will judge what is hidden by now, but knows nothing of what comes meanwhile. */
  readingBegins(): void;
  /** The verdict of that reading on the whole page has come. */
  judged(): void;
  /** Nothing is to be hidden any more. */
  settle(): void;
}

export function createEarlyHider(document: Document, marker: Marker, memory: () => Memory | undefined, isKept: (element: Element) => boolean, expired: () => void): EarlyHider {
  const pending = new Set<Element>();
  let read: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late = false;

  function judge(elements: Iterable<Element>): void {
    clearTimeout(timer);
    timer = undefined;
    late = false;
    for (const element of elements) pending.delete(element);
    read = [];
    expire();
  }

  const settle = () => { judge(pending); };

  function expire(): void {
    if (pending.size === 0 || timer !== undefined) return;
    timer = setTimeout(() => {
      settle();
      late = true;
      expired();
    }, EXPIRY_MS);
  }

  function search(scopes: readonly (Document | Element)[], isOn: (kind: Kind) => boolean): void {
    const known = memory();
    if (!known || late) return;
    for (const element of known.match(scopes, isOn)) {
      if (pending.has(element) || isEditable(element) || isKept(element)) continue;
      marker.add(element, 'hidden');
      pending.add(element);
    }
    expire();
  }

  return {
    get pending() {
      return new Set(Array.from(pending).filter((element) => !isKept(element)));
    },
    settle,
    readingBegins() {
      read = Array.from(pending);
    },
    judged() {
      judge(read);
    },
    see(added, isOn) {
      // While the parser is at work every element is reported by itself, so that one search finds all.
      search(!isParsed(document) || added.length > MANY ? [document] : added, isOn);
    },
    seeAll(isOn) {
      search([document], isOn);
    },
  };
}

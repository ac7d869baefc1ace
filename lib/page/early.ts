// In: elements as they come into the page, and what was hidden on this site before. Out: known prompts hidden before they are seen.
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
  /** Hidden on memory alone so far. */
  readonly pending: ReadonlySet<Element>;
  /** A verdict on the whole page has come, or nothing is to be hidden any more. */
  settle(): void;
}

export function createEarlyHider(document: Document, marker: Marker, memory: () => Memory | undefined, expired: () => void): EarlyHider {
  const pending = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late = false;

  function settle(): void {
    clearTimeout(timer);
    timer = undefined;
    late = false;
    pending.clear();
  }

  return {
    pending,
    settle,
    see(added, isOn) {
      const known = memory();
      if (!known || late) return;
      // While the parser is at work every element is reported by itself, so that one search finds all.
      const scopes = !isParsed(document) || added.length > MANY ? [document] : added;
      for (const element of known.match(scopes, isOn)) {
        if (pending.has(element) || isEditable(element)) continue;
        marker.add(element, 'hidden');
        pending.add(element);
      }
      if (pending.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        settle();
        late = true;
        expired();
      }, EXPIRY_MS);
    },
  };
}

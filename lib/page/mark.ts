// In: the elements to mark. Out: attributes on the page, and the page put back exactly as it was.
import { attribute, writeAttribute } from './dom';
import type { MarkValue } from './plan';
import { pinHidden, type Pin } from './pin';

/** The one attribute written to the page; the content script's style sheet selects by it. */
export const MARK = 'data-unpitch';

/** After this many repairs the page wants the element its way, and gets it. */
const MAX_REPAIRS = 8;

interface Mark {
  readonly value: MarkValue;
  /** What the page itself had in the attribute. */
  before: string | null;
  repairs: number;
  pin?: Pin;
}

export interface Marker {
  /** Makes the page carry these marks and no others. */
  apply(marks: ReadonlyMap<Element, MarkValue>): void;
  /** Writes the element's mark again if the page has taken it away. */
  repair(element: Element): void;
  /** Takes every mark off. */
  clear(): void;
}

export function createMarker(): Marker {
  const marks = new Map<Element, Mark>();
  const surrendered = new WeakSet<Element>();

  function put(element: Element, value: MarkValue): void {
    marks.set(element, { value, before: attribute(element, MARK), repairs: 0 });
    writeAttribute(element, MARK, value);
  }

  function restore(element: Element, mark: Mark): void {
    marks.delete(element);
    mark.pin?.();
    // A value that is no longer ours is the page's: leave it.
    if (attribute(element, MARK) === mark.value) writeAttribute(element, MARK, mark.before);
  }

  /** Pins what the page's own style sheets still show. Reads layout once, after all attributes are written. */
  function pinStubborn(): void {
    for (const [element, mark] of marks) {
      if (mark.value === 'hidden' && !mark.pin) mark.pin = pinHidden(element);
    }
  }

  return {
    apply(wanted) {
      for (const [element, mark] of marks) {
        if (wanted.get(element) !== mark.value) restore(element, mark);
      }
      for (const [element, value] of wanted) {
        if (!marks.has(element) && !surrendered.has(element)) put(element, value);
      }
      pinStubborn();
    },
    repair(element) {
      const mark = marks.get(element);
      const current = attribute(element, MARK);
      if (!mark || current === mark.value) return;
      if (mark.repairs >= MAX_REPAIRS) {
        surrendered.add(element);
        restore(element, mark);
        return;
      }
      mark.repairs++;
      mark.before = current;
      writeAttribute(element, MARK, mark.value);
    },
    clear() {
      for (const [element, mark] of marks) restore(element, mark);
    },
  };
}

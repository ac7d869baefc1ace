// In: the elements to mark. Out: attributes on the page, and the page put back exactly as it was.
import { attribute, findAll, writeAttribute } from './dom';
import { MARK_VALUES, type MarkValue } from './plan';
import { pinHidden, type Undo } from './pin';

/** The one attribute written to the page; the content script's style sheet selects by it. */
export const MARK = 'data-unpitch';

/** So many repairs an element may have at once, and one more with every pause of this length, in ms: then the page gets its way. */
const MAX_REPAIRS = 8;
const REPAIR_EVERY_MS = 5000;

interface Mark {
  readonly value: MarkValue;
  /** What the page itself had in the attribute. */
  before: string | null;
  repairs: number;
  repairedAt: number;
  pin?: Undo;
}

export interface Marker {
  /** Makes the page carry these marks and no others. */
  apply(marks: ReadonlyMap<Element, MarkValue>): void;
  /** Marks one more element until the next `apply`. */
  add(element: Element, value: MarkValue): void;
  /** Takes an attribute of the page's away until `release` or `clear`. */
  lift(element: Element, name: string): void;
  /** Gives lifted attributes back. */
  release(): void;
  /** Writes the element's mark again if the page has taken it away. */
  repair(element: Element): void;
  /** Elements that the page insisted on having unmarked. */
  readonly surrendered: number;
  hasSurrendered(element: Element): boolean;
  /** Takes every mark off. */
  clear(): void;
}

export function createMarker(document: Document): Marker {
  const marks = new Map<Element, Mark>();
  const lifted = new Map<Element, Map<string, string>>();
  let surrendered = new WeakSet<Element>();
  let surrenders = 0;

  function put(element: Element, value: MarkValue): void {
    marks.set(element, { value, before: pagesOwn(element), repairs: 0, repairedAt: performance.now() });
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

  /** Frameworks clone what they find, our marks with it. */
  function sweep(): void {
    for (const element of findAll(document, `[${MARK}]`)) {
      if (!marks.has(element) && MARK_VALUES.has(attribute(element, MARK)!)) writeAttribute(element, MARK, null);
    }
  }

  function mayRepair(mark: Mark): boolean {
    const now = performance.now();
    mark.repairs = Math.max(0, mark.repairs - (now - mark.repairedAt) / REPAIR_EVERY_MS) + 1;
    mark.repairedAt = now;
    return mark.repairs <= MAX_REPAIRS;
  }

  function release(): void {
    for (const [element, attributes] of lifted) {
      for (const [name, value] of attributes) {
        if (attribute(element, name) === null) writeAttribute(element, name, value);
      }
    }
    lifted.clear();
  }

  return {
    apply(wanted) {
      for (const [element, mark] of marks) {
        if (wanted.get(element) !== mark.value) restore(element, mark);
      }
      sweep();
      for (const [element, value] of wanted) {
        if (!marks.has(element) && !surrendered.has(element)) put(element, value);
      }
      pinStubborn();
    },
    add(element, value) {
      if (!marks.has(element) && !surrendered.has(element)) put(element, value);
    },
    lift(element, name) {
      const value = attribute(element, name);
      if (value === null) return;
      const attributes = lifted.get(element) ?? new Map<string, string>();
      lifted.set(element, attributes.set(name, value));
      writeAttribute(element, name, null);
    },
    release,
    repair(element) {
      const mark = marks.get(element);
      const current = attribute(element, MARK);
      if (!mark || current === mark.value) return;
      if (!mayRepair(mark)) {
        surrendered.add(element);
        surrenders++;
        restore(element, mark);
        return;
      }
      mark.before = pagesOwn(element);
      writeAttribute(element, MARK, mark.value);
    },
    hasSurrendered: (element) => surrendered.has(element),
    get surrendered() {
      return surrenders;
    },
    clear() {
      for (const [element, mark] of marks) restore(element, mark);
      sweep();
      release();
      surrendered = new WeakSet();
      surrenders = 0;
    },
  };
}

/** What the attribute held without us: a mark that came along with a cloned element is not the page's. */
function pagesOwn(element: Element): string | null {
  const value = attribute(element, MARK);
  return value !== null && MARK_VALUES.has(value) ? null : value;
}

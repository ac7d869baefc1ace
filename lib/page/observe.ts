// In: a document. Out: word of changes that may have brought or moved a prompt, and of marks that the page touched.
import { LEGEND_TAG } from './legend';
import { MARK } from './mark';
import { rootOf } from './dom';

/** A text of fewer characters is a clock, a counter or a price, and no prompt. */
const MIN_TEXT = 20;
const SILENT_TAGS = new Set(['script', 'style', 'link', 'meta', 'template', 'title', LEGEND_TAG]);

export interface PageChanges {
  /** New content that is worth another look. */
  content(): void;
  /** The mark of this element was written or removed, perhaps by the page. */
  mark(element: Element): void;
}

export interface Observer {
  start(): void;
  stop(): void;
}

/** Watches the whole document. Reports in the microtask after a change, so before the next paint. */
export function createObserver(document: Document, changes: PageChanges): Observer {
  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) {
      if (type === 'attributes') changes.mark(target as Element);
    }
    if (records.some(bringsContent)) changes.content();
  });
  return {
    start() {
      // The document itself, since pages may replace their root element.
      if (rootOf(document)) {
        observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: [MARK] });
      }
    },
    stop() {
      observer.disconnect();
    },
  };
}

function bringsContent({ type, target, addedNodes }: MutationRecord): boolean {
  if (type !== 'childList' || addedNodes.length === 0) return false;
  // What the reader types must not set off work at every key.
  if (target instanceof HTMLElement && target.isContentEditable) return false;
  return Array.from(addedNodes).some((node) =>
    node instanceof Element
      ? !SILENT_TAGS.has(node.localName)
      : node instanceof Text && node.data.trim().length >= MIN_TEXT,
  );
}

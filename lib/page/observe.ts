// In: a document. Out: word of changes that may have brought or moved a prompt, and of marks that the page touched.
import { LEGEND_TAG } from './legend';
import { MARK } from './mark';
import { capture, liesInEditor, rootOf } from './dom';
import { OVERLAY_TAGS } from './ui/layer';

/** A text of fewer characters is a clock, a counter or a price, and no prompt. */
const MIN_TEXT = 20;
const SILENT_TAGS = new Set(['script', 'style', 'link', 'meta', 'template', 'title', LEGEND_TAG, ...OVERLAY_TAGS]);
/** What locks a page or opens a dialog, apart from classes and styles. */
const STATES = ['inert', 'aria-hidden', 'open'];

export interface PageChanges {
  /** The content of this node is not what it was. */
  touched(node: Node): void;
  /** These came into the page. */
  added(elements: readonly Element[]): void;
  /** Some of what came is worth another look. */
  content(): void;
  /** The mark of this element was written or removed, perhaps by the page. */
  mark(element: Element): void;
  /** Something was opened, locked or set free. */
  state(element: Element): void;
}

export interface Observer {
  start(): void;
  /** Watches the inside of a shadow root or frame as well. */
  enter(root: Node): void;
  stop(): void;
}

/** Watches the whole document. Reports in the microtask after a change, so before the next paint. */
export function createObserver(document: Document, changes: PageChanges): Observer {
  // Weak: shadow roots and frames come and go on a page that is read for long.
  let watched = new WeakSet<Node>();
  const observer = new MutationObserver((records) => {
    const added: Element[] = [];
    let content = false;
    let last: Node | undefined;
    let written = false;
    for (const record of records) {
      const { target } = record;
      if (record.type === 'attributes') {
        if (record.attributeName === MARK) changes.mark(target as Element);
        else changes.state(target as Element);
        continue;
      }
      // A flood of changes is mostly one of changes to the same place.
      if (target !== last) {
        last = target;
        written = isEditor(target);
        if (!written) changes.touched(target);
      }
      if (!written) content = collect(record, added) || content;
    }
    if (added.length > 0) changes.added(added);
    if (content) changes.content();
  });

  function frameLoaded({ target }: Event): void {
    if ((target as Element).localName === 'iframe') changes.content();
  }

  return {
    start() {
      // The document itself, since pages may replace their root element.
      if (rootOf(document)) this.enter(document);
      capture(document, 'load', frameLoaded, true);
    },
    enter(root) {
      if (watched.has(root)) return;
      watched.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [MARK, ...STATES] });
    },
    stop() {
      watched = new WeakSet();
      capture(document, 'load', frameLoaded, false);
      observer.disconnect();
    },
  };
}

/** What the reader types must not set off work at every key. Asked of the markup, since the browser's own answer costs a style recalculation. */
function isEditor(target: Node): boolean {
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
  return element !== null && liesInEditor(element);
}

const isText = ({ data }: CharacterData): boolean => data.length >= MIN_TEXT && data.trim().length >= MIN_TEXT;

/** Gathers the elements that a record brought; true when it brought anything that may be a prompt. */
function collect({ type, target, addedNodes }: MutationRecord, added: Element[]): boolean {
  if (type === 'characterData') return isText(target as CharacterData);
  let content = false;
  for (const node of addedNodes) {
    if (node.nodeType === 3) {
      content ||= isText(node as Text);
    } else if (node.nodeType === 1 && !SILENT_TAGS.has((node as Element).localName)) {
      added.push(node as Element);
      content = true;
    }
  }
  return content;
}

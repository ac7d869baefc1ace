// In: the layers that were hidden. Out: the page usable again: scroll locks, inertness and modality that were theirs undone.
import type { ClassifiedBlock } from '../engine/types';
import { attribute, bodyOf, findAll, holds, isMatch, parentOf, rectOf, rootOf } from './dom';
import { isGate, isLayer, type Layer } from './floating';

/** A lock that came at most so long before its prompt was found is the prompt's, in ms. */
const TOGETHER_MS = 1500;
/** Re-opened more often than this, a dialog is left open. */
const MAX_CLOSINGS = 5;
const DIALOGS = 'dialog[open], [role="dialog" i], [role="alertdialog" i], [aria-modal="true" i]';

/** What has to be undone on the page. */
export interface Locks {
  /** Root and body, where they keep the page from scrolling. */
  readonly elements: readonly Element[];
  /** Attributes that make the story unreachable. */
  readonly attributes: readonly (readonly [element: Element, name: string])[];
  /** Where the page was scrolled to before it was pinned, in px; undefined when it was not pinned. */
  readonly scrollTop: number | undefined;
}

export interface Unlocker {
  /** Notes whether the page is locked right now. */
  watch(): void;
  /** What the hidden layers have left behind; to be called once they are hidden. */
  find(layers: readonly Layer[], blocks: readonly ClassifiedBlock[]): Locks;
  /** Ends the modality of a dialog that is about to be hidden; false when the page insists on it. */
  close(layer: Layer): boolean;
  /** Opens what was closed of these, which are not to be hidden any more. */
  reopen(elements: readonly Element[]): void;
  /** Opens again what was closed. */
  release(): void;
}

const NONE: Locks = { elements: [], attributes: [], scrollTop: undefined };

export function createUnlocker(document: Document): Unlocker {
  /** Since when the page has been locked without a break; 0 for a page that came locked. */
  let lockedSince: number | undefined;
  let watched = false;
  let unlocked: Locks = NONE;
  const seen = new WeakMap<Element, number>();
  const closed = new Map<HTMLDialogElement, number>();

  function watch(): void {
    // Our own unlocking hides the page's lock from view.
    if (unlocked.elements.length > 0) return;
    if (lockingElements(document).length === 0) lockedSince = undefined;
    else lockedSince ??= watched ? performance.now() : 0;
    watched = true;
  }

  function isTheirs(layers: readonly Layer[]): boolean {
    return lockedSince !== undefined && layers.some(({ root }) => lockedSince! >= seen.get(root)! - TOGETHER_MS || seen.get(root) === 0);
  }

  return {
    watch,
    find(layers, blocks) {
      const first = !watched;
      watch();
      for (const { root } of layers) if (!seen.has(root)) seen.set(root, first ? 0 : performance.now());
      const blocking = layers.filter(isBlocking);
      if (blocking.length === 0 || hasOtherDialog(document, layers)) return (unlocked = NONE);
      // What was lifted before is no longer to be seen, and still has to stay away.
      const attributes = [...unlocked.attributes, ...barriers(blocks)];
      if (unlocked.elements.length > 0 || !isTheirs(blocking) || scrollsInside(blocks)) return (unlocked = { ...unlocked, attributes, scrollTop: undefined });
      const elements = lockingElements(document);
      const body = bodyOf(document);
      const top = body && elements.includes(body) && getComputedStyle(body).position === 'fixed' ? parseFloat(getComputedStyle(body).top) : NaN;
      return (unlocked = { elements, attributes, scrollTop: Number.isNaN(top) ? undefined : -top });
    },
    close({ root }) {
      if (root.localName !== 'dialog' || !isMatch(root, ':modal')) return true;
      const dialog = root as HTMLDialogElement;
      const closings = (closed.get(dialog) ?? 0) + 1;
      if (closings > MAX_CLOSINGS) return false;
      closed.set(dialog, closings);
      HTMLDialogElement.prototype.close.call(dialog);
      return true;
    },
    reopen(elements) {
      for (const dialog of closed.keys()) {
        if (!elements.some((element) => holds(dialog, element) || holds(element, dialog))) continue;
        closed.delete(dialog);
        open(dialog);
      }
    },
    release() {
      for (const dialog of closed.keys()) open(dialog);
      closed.clear();
      unlocked = NONE;
    },
  };
}

function open(dialog: HTMLDialogElement): void {
  if (dialog.isConnected && attribute(dialog, 'open') === null) HTMLDialogElement.prototype.showModal.call(dialog);
}

function lockingElements(document: Document): Element[] {
  const elements = [rootOf(document), bodyOf(document)].filter((element) => element !== null);
  return elements.filter((element) => {
    const { overflowY, position } = getComputedStyle(element);
    return overflowY === 'hidden' || overflowY === 'clip' || position === 'fixed';
  });
}

/** A bar or a slide-in leaves the page usable; a dialog or what lies over a backdrop does not. */
function isBlocking({ root, backdrops }: Layer): boolean {
  return backdrops.length > 0 || root.localName === 'dialog' || isMatch(root, DIALOGS) || findAll(root, DIALOGS).length > 0;
}

/** Whether another dialog is open that may need the lock: a login, a consent dialog. */
function hasOtherDialog(document: Document, layers: readonly Layer[]): boolean {
  return findAll(document, `${DIALOGS}, body > *`).some((element) => {
    if (layers.some(({ root, backdrops }) => holds(root, element) || backdrops.includes(element))) return false;
    const { width, height } = rectOf(element);
    return width > 0 && height > 0 && isVisible(element) && (isMatch(element, DIALOGS) || (isLayer(element) && isGate(element)));
  });
}

const isVisible = (element: Element) => element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;

/** What the story lies in, from its longest paragraph up. */
function aroundStory(blocks: readonly ClassifiedBlock[]): Element[] {
  let longest: ClassifiedBlock | undefined;
  for (const block of blocks) if (block.label === 'article' && block.words > (longest?.words ?? 0)) longest = block;
  const found: Element[] = [];
  for (let at = longest?.element ?? null; at; at = parentOf(at)) found.push(at);
  return found;
}

/** A page whose story scrolls in a box of its own never scrolls as a whole: it has locked itself. */
function scrollsInside(blocks: readonly ClassifiedBlock[]): boolean {
  return aroundStory(blocks).some((element) => {
    if (element.localName === 'body' || element.localName === 'html' || element.scrollHeight <= element.clientHeight + 1) return false;
    return /^(auto|scroll)$/.test(getComputedStyle(element).overflowY);
  });
}

/** What makes the story inert or unheard. */
function barriers(blocks: readonly ClassifiedBlock[]): (readonly [Element, string])[] {
  const found: (readonly [Element, string])[] = [];
  for (const at of aroundStory(blocks)) {
    if (attribute(at, 'inert') !== null) found.push([at, 'inert']);
    if (attribute(at, 'aria-hidden') === 'true') found.push([at, 'aria-hidden']);
  }
  return found;
}

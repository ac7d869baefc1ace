// In: the blocks to outline. Out: a box over each that is near the window, kept in place while the page scrolls and changes.
import type { Label } from '../../engine/types';
import { rectOf, rootOf } from '../dom';
import { make, onPress, set, style } from '../ui/make';

export interface Outlined {
  readonly index: number;
  readonly element: Element;
  readonly label: Label;
  /** What stands in the box's corner, and what screen readers say. */
  readonly tag: string;
  readonly name: string;
  readonly unsure: boolean;
}

export interface Outlines {
  show(items: readonly Outlined[]): void;
  /** The one box that stays whether near or not, and gets the focus if `focus`; it is `pressed` as long as its card is open. */
  select(index: number | undefined, focus: boolean, pressed: boolean): void;
  /** Boxes that a correction would change. */
  preview(indices: readonly number[]): void;
  /** Follows the page: to be called before every paint. */
  follow(): void;
  stop(): void;
}

interface Box {
  readonly item: Outlined;
  readonly node: HTMLElement;
  /** Where it is, as last written. */
  at: string;
}

/** Boxes are ready so far outside the window. */
const MARGIN = '50%';
/** Of the window, left to the strip at its edge, in CSS pixels. */
const EDGE = 20;
/** A box so near the top of the page has no room above it for its tag, in CSS pixels. */
const TAG_HEIGHT = 16;

export function createOutlines(document: Document, root: HTMLElement, chosen: (index: number) => void): Outlines {
  const container = make(document, 'div', { class: 'boxes' });
  root.append(container);
  const boxes = new Map<number, Box>();
  let items = new Map<number, Outlined>();
  let byElement = new Map<Element, number>();
  let near = new Set<number>();
  let selected: number | undefined;
  let isPressed = false;
  let previewed = new Set<number>();
  const watcher = new IntersectionObserver(seen, { rootMargin: MARGIN });

  function seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const index = byElement.get(target);
      if (index === undefined) continue;
      if (isIntersecting) near.add(index);
      else near.delete(index);
    }
    fill();
  }

  /** Makes the boxes that are missing, and takes away those that are not needed. */
  function fill(): void {
    for (const [index, { node }] of boxes) {
      if (near.has(index) || index === selected) continue;
      node.remove();
      boxes.delete(index);
    }
    for (const index of selected === undefined ? near : [...near, selected]) {
      const item = items.get(index);
      if (item && !boxes.has(index)) boxes.set(index, { item, node: draw(item), at: '' });
    }
    follow();
  }

  function draw(item: Outlined): HTMLElement {
    const { index, element, label, tag, name, unsure } = item;
    const isRtl = getComputedStyle(element).direction === 'rtl';
    const node = make(document, 'button', { type: 'button', class: `box ${label}`, 'aria-label': name, tabindex: -1, 'data-unsure': unsure, 'data-rtl': isRtl }, make(document, 'span', { class: 'tag', 'aria-hidden': 'true' }, tag));
    onPress(node, () => { chosen(index); });
    dress(index, node);
    container.append(node);
    return node;
  }

  function dress(index: number, node: HTMLElement): void {
    set(node, { 'aria-pressed': isPressed && index === selected ? 'true' : 'false', tabindex: index === selected ? 0 : -1, 'data-preview': previewed.has(index) });
  }

  function follow(): void {
    const room = (rootOf(document)?.clientWidth ?? innerWidth) - EDGE;
    for (const box of boxes.values()) {
      const { left, top, width: whole, height } = rectOf(box.item.element);
      // What goes up to the edge is outlined beside the strip there, not under it.
      const width = left < room ? Math.min(whole, room - left) : whole;
      const at = `${Math.round(left + scrollX)} ${Math.round(top + scrollY)} ${Math.round(width)} ${Math.round(height)}`;
      if (at === box.at) continue;
      box.at = at;
      const [x, y, w, h] = at.split(' ');
      // Small boxes lie above large ones, so that each can be reached.
      const order = Math.max(1, 100_000 - Math.round(Math.sqrt(width * height)));
      style(box.node, { transform: `translate(${x}px, ${y}px)`, width: `${w}px`, height: `${h}px`, 'z-index': String(order) });
      set(box.node, { 'data-small': width < 110 || height < 18, 'data-top': top + scrollY < TAG_HEIGHT });
    }
  }

  return {
    follow,
    show(shown) {
      const current = [...items.values()];
      // A page that changes elsewhere leaves the boxes, and the focus on one of them, alone.
      if (current.length === shown.length && shown.every((item, at) => isSame(item, current[at]!))) return;
      for (const { node } of boxes.values()) node.remove();
      boxes.clear();
      near = new Set();
      watcher.disconnect();
      items = new Map(shown.map((item) => [item.index, item]));
      byElement = new Map(shown.map(({ element, index }) => [element, index]));
      for (const { element } of shown) watcher.observe(element);
      fill();
    },
    select(index, focus, pressed) {
      selected = index;
      isPressed = pressed;
      fill();
      for (const [at, { node }] of boxes) dress(at, node);
      if (focus && index !== undefined) boxes.get(index)?.node.focus({ preventScroll: true });
    },
    preview(indices) {
      previewed = new Set(indices);
      for (const [at, { node }] of boxes) dress(at, node);
    },
    stop() {
      watcher.disconnect();
      container.remove();
    },
  };
}

function isSame(a: Outlined, b: Outlined): boolean {
  return a.index === b.index && a.element === b.element && a.name === b.name;
}

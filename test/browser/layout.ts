// In: a page of the extension. Out: what is wrong with how it is laid out, one line each: sideways scrolling, text cut off, parts over each
// other, targets too small (WCAG 2.2, 1.4.10 and 2.5.8).
import { evaluate, type Tab } from '../../tools/browser';

/** What the reader can press. Links within a sentence are exempt from a size. */
const TARGETS = 'a[href], button, summary, select, input, iframe';

export function faults(tab: Tab): Promise<string[]> {
  return evaluate(tab, measure, TARGETS);
}

/** Runs in the page. */
function measure(targets: string): string[] {
  const root = document.documentElement;
  /** So much, in CSS pixels, rounding may come to. */
  const SLACK = 1.5;
  const name = (element: Element) => `${element.localName}.${element.className}#${element.id} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`;
  const isHidden = (element: Element) => element.closest('.visually-hidden') !== null || !element.checkVisibility({ visibilityProperty: true });
  const found: string[] = [];
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);

  // Text: each line of it in the page, and in every box that cuts off what is outside it.
  const texts: { readonly of: Element; readonly box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement!;
    if (!node.nodeValue!.trim() || of.closest('option, script') || isHidden(of)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0) texts.push({ of, box });
  }
  /** The part of a box that is not cut off by what it stands in. */
  const seen = (of: Element, box: DOMRect) => {
    let { left, right, top, bottom } = box;
    for (let around: Element | null = of; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === 'visible') continue;
      const frame = around.getBoundingClientRect();
      [left, right, top, bottom] = [Math.max(left, frame.left), Math.min(right, frame.right), Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  for (const { of, box } of texts) {
    const part = seen(of, box);
    if (part.width > 0 && (part.left < -SLACK || part.right > root.clientWidth + SLACK)) found.push(`off the page: ${name(of)}`);
    for (let around: Element | null = of; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(around);
      if (overflowX === 'visible') continue;
      const frame = around.getBoundingClientRect();
      // Says itself that it goes on, or can be scrolled.
      if (textOverflow !== 'ellipsis' && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) found.push(`cut off by ${name(around)}: ${name(of)}`);
      if (!/auto|scroll/.test(overflowY) && (box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK)) found.push(`cut off below by ${name(around)}: ${name(of)}`);
      break;
    }
  }

  // What lies over something else.
  const inner = (box: DOMRect) => ({ left: box.left + SLACK, right: box.right - SLACK, top: box.top + SLACK, bottom: box.bottom - SLACK });
  const meet = (a: DOMRect, b: DOMRect) => {
    const [one, other] = [inner(a), inner(b)];
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  };
  const isFloating = (element: Element) => element.closest('.removed') !== null;
  const lines = texts.filter(({ of }) => !isFloating(of)).map(({ of, box }) => ({ of, box: seen(of, box) })).filter(({ box }) => box.height > 3);
  lines.forEach(({ of, box }, i) => {
    // The lines of one text stand where the browser puts them.
    for (const other of lines.slice(i + 1)) if (other.of !== of && meet(box, other.box)) found.push(`over each other: ${name(of)} and ${name(other.of)}`);
  });

  const controls = Array.from(document.querySelectorAll(targets)).filter((one) => !isHidden(one));
  const boxes = controls.map((control) => {
    // A name can be pressed in place of its box.
    const label = control.localName === 'input' ? control.closest('label') : null;
    return { control, label, box: (label ?? control).getBoundingClientRect() };
  });
  for (const { control, label, box } of boxes) {
    if (control.closest('p') && control.localName === 'a') continue;
    if (box.width < 24 - 0.01 || box.height < 24 - 0.01) found.push(`too small, ${box.width.toFixed(1)} by ${box.height.toFixed(1)}: ${name(label ?? control)}`);
  }
  boxes.forEach(({ control, box }, i) => {
    for (const other of boxes.slice(i + 1)) {
      const areOne = control.contains(other.control) || isFloating(control) !== isFloating(other.control);
      if (!areOne && meet(seen(control, box), seen(other.control, other.box))) found.push(`one over the other: ${name(control)} and ${name(other.control)}`);
    }
  });
  return Array.from(new Set(found));
}

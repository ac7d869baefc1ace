// Runs in Chromium: the HTML of a labelled page in, its prompts out, cut from it with all that stands in them.

export interface CutPrompt {
  /** Of the gold label. */
  readonly letter: 'F' | 'N';
  /** The prompt's elements, each marked with the letter in `data-expect`. */
  readonly html: string;
}

/** Cells and rows mean nothing outside of their table. */
const PARTS_OF_TABLES = /^(?:td|th|tr|tbody|thead|tfoot)$/;

/** @param labels letter N is the label of the element with `data-u="N"` */
export function cut(html: string, labels: string): CutPrompt[] {
  const document = new DOMParser().parseFromString(html, 'text/html');
  for (const element of document.querySelectorAll('script, style, noscript, link')) element.remove();
  const units = [...document.querySelectorAll('[data-u]')];
  const letterOf = (unit: Element): string => labels[Number(unit.getAttribute('data-u'))]!;
  const prompts: CutPrompt[] = [];
  for (let first = 0; first < units.length;) {
    const letter = letterOf(units[first]!);
    let end = first + 1;
    while (end < units.length && [letter, 'X'].includes(letterOf(units[end]!))) end++;
    if (letter === 'F' || letter === 'N') {
      const tops = topsOf(units.slice(first, end));
      if (!tops.some((top) => PARTS_OF_TABLES.test(top.localName))) prompts.push({ letter, html: tops.map((top) => marked(top, letter)).join('\n') });
    }
    first = end;
  }
  return prompts;
}

/** The highest elements that hold units of the run and no others. */
function topsOf(run: readonly Element[]): Element[] {
  const isTheirs = (element: Element): boolean => [element, ...element.querySelectorAll('[data-u]')].every((unit) => !unit.hasAttribute('data-u') || run.includes(unit));
  const tops = new Set<Element>();
  for (const unit of run) {
    let top = unit;
    for (let up = top.parentElement; up && up.localName !== 'body' && isTheirs(up); up = up.parentElement) top = up;
    tops.add(top);
  }
  return [...tops].filter((top) => ![...tops].some((other) => other !== top && other.contains(top)));
}

function marked(top: Element, letter: string): string {
  const copy = top.cloneNode(true) as Element;
  for (const unit of [copy, ...copy.querySelectorAll('[data-u]')]) {
    unit.removeAttribute('data-u');
    unit.setAttribute('data-expect', letter);
  }
  return copy.outerHTML;
}

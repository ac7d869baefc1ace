// In: an overlay's root, or elements of a page with names before them. Out: texts that are hard to read, computed from the colours that are drawn.

/** WCAG 2.2, 1.4.3, of text of any size. */
export const ENOUGH = 4.5;

export interface Reading {
  readonly texts: number;
  /** One line each. */
  readonly faint: readonly string[];
}

/** Runs in the page. What lies on anything that one sees through to the page counts as unreadable, since a page has any colour. */
export function readability(root: ParentNode, enough: number): Reading {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  type Colour = readonly [number, number, number, number];
  const known = new Map<string, Colour>();
  const read = (text: string): Colour => {
    const before = known.get(text);
    if (before) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const colour = [red, green, blue, alpha / 255] as const;
    known.set(text, colour);
    return colour;
  };
  const over = (above: Colour, below: Colour): Colour => {
    const mix = (one: number, other: number) => one * above[3] + other * (1 - above[3]);
    return [mix(above[0], below[0]), mix(above[1], below[1]), mix(above[2], below[2]), above[3] + below[3] * (1 - above[3])];
  };
  const light = ([red, green, blue]: Colour) => {
    const linear = [red, green, blue].map((channel) => (channel <= 10.31475 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  };
  const ratio = (one: Colour, other: Colour) => {
    const [dim, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright! + 0.05) / (dim! + 0.05);
  };

  const faint: string[] = [];
  let texts = 0;
  const judge = (name: string, colour: string, grounds: readonly string[], opacity: number) => {
    const ground = grounds.map(read).reduceRight<Colour>((below, above) => over(above, below), [0, 0, 0, 0]);
    const contrast = ratio(over(read(colour), ground), ground);
    texts += 1;
    if (ground[3] < 0.99 || opacity < 1) faint.push(`${name}: one sees the page through it`);
    else if (contrast < enough) faint.push(`${name}: ${contrast.toFixed(2)}`);
  };
  for (const element of root.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const marked = element.getAttribute('data-unpitch');
    if (marked && marked !== 'hidden') {
      const { color, backgroundColor, opacity } = getComputedStyle(element, '::before');
      judge(marked, color, [backgroundColor], Number(opacity));
    }
    const isOwn = root.nodeType !== 9;
    const text = Array.from(element.childNodes, (node) => (node.nodeType === 3 ? node.nodeValue!.trim() : '')).join('');
    if (!isOwn || text === '' || element.localName === 'style' || element.getClientRects().length === 0 || style.visibility !== 'visible') continue;
    const grounds: string[] = [];
    let opacity = 1;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, opacity: own } = getComputedStyle(at);
      grounds.push(backgroundColor);
      opacity *= Number(own);
    }
    judge(`${element.localName}.${element.className} “${text.slice(0, 30)}”`, style.color, grounds, opacity);
  }
  return { texts, faint };
}

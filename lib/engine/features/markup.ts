// What the tags say: of the block, of its parent, and which sectioning elements enclose it.

import type { Context } from './context';
import { flag, type FeatureFamily } from './family';

const TAGS = ['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'figcaption', 'td', 'dt', 'blockquote', 'form', 'section', 'article', 'aside', 'body', 'summary', 'fieldset'] as const;
export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ABOVE = ['header', 'footer', 'nav', 'aside', 'article', 'main', 'form', 'figure', 'ul', 'table', 'blockquote', 'dialog', 'section', 'details', 'dl'] as const;

export const markupFeatures: FeatureFamily = {
  names: [
    ...TAGS.map((tag) => `tag.${tag}`), 'tag.heading', 'tag.custom',
    ...ABOVE.map((tag) => `inside.${tag}`), ...ABOVE.map((tag) => `insideDistance.${tag}`),
    'inside.body', 'inside.dialogRole', 'hidden', 'depth', 'parent.children', 'parent.blocks', 'own.blocks', 'box.images', 'card.images', 'own.images',
  ],
  fill(context, i, row, at) {
    const { page, nodeImages } = context;
    const { nodes, blocks } = page;
    const block = blocks[i]!;
    const node = nodes[block.node]!;
    const parent = node.parent >= 0 ? nodes[node.parent]! : node;
    let to = at;
    for (const tag of TAGS) row[to++] = flag(node.tag === tag);
    row[to++] = flag(HEADINGS.has(node.tag));
    row[to++] = flag(node.tag.includes('-'));
    const above = to;
    for (let a = 0; a < ABOVE.length; a++) { row[above + a] = 0; row[above + ABOVE.length + a] = 9; }
    to += 2 * ABOVE.length;
    let dialog = 0;
    let step = 0;
    for (let n = block.node; n >= 0; n = nodes[n]!.parent) {
      const place = ABOVE.indexOf(nodes[n]!.tag as (typeof ABOVE)[number]);
      if (place >= 0 && row[above + place] === 0) {
        row[above + place] = 1;
        row[above + ABOVE.length + place] = Math.min(8, step);
      }
      if (nodes[n]!.names.includes('dialog')) dialog = 1;
      step++;
    }
    row[to++] = flag(insideBody(context, i));
    row[to++] = dialog;
    row[to++] = flag(node.hidden);
    row[to++] = Math.min(40, node.depth);
    row[to++] = Math.min(60, parent.children);
    row[to++] = Math.min(60, parent.end - parent.first);
    row[to++] = Math.min(60, node.end - node.first);
    row[to++] = Math.min(20, nodeImages[context.box[i]!]!);
    row[to++] = Math.min(10, nodeImages[context.card[i]!]!);
    row[to++] = Math.min(5, node.images);
  },
};

export function insideBody({ page, body }: Context, i: number): boolean {
  if (body.node < 0) return false;
  const node = page.nodes[body.node]!;
  return i >= node.first && i < node.end;
}

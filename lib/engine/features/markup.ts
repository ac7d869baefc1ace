// What the tags say: of the block, of its parent, and which sectioning elements enclose it.

import type { Context } from './context';
import { flag, type FeatureFamily } from './family';
import { perPage } from './memo';

const TAGS = ['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'figcaption', 'td', 'dt', 'blockquote', 'form', 'section', 'article', 'aside', 'body', 'summary', 'fieldset'] as const;
export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ABOVE = ['header', 'footer', 'nav', 'aside', 'article', 'main', 'form', 'figure', 'ul', 'table', 'blockquote', 'dialog', 'section', 'details', 'dl'] as const;

export const markupFeatures: FeatureFamily = {
  names: [
    ...TAGS.map((tag) => `tag.${tag}`), 'tag.heading', 'tag.custom',
    ...ABOVE.map((tag) => `inside.${tag}`), ...ABOVE.map((tag) => `insideDistance.${tag}`),
    'inside.body', 'inside.dialogRole', 'hidden', 'depth', 'parent.children', 'parent.blocks', 'own.blocks', 'box.images', 'card.images', 'own.images',
  ],
  fill(context, i, row, at, again) {
    const { page, nodeImages } = context;
    const { nodes, blocks } = page;
    const block = blocks[i]!;
    const node = nodes[block.node]!;
    const parent = node.parent >= 0 ? nodes[node.parent]! : node;
    let to = at;
    const before = again ? nodes[blocks[i - 1]!.node] : undefined;
    // With parent and tag, all that encloses a block is the same.
    if (before?.parent === node.parent && before.tag === node.tag) to += TAGS.length + 2 + 2 * ABOVE.length;
    else to = writeTags(context, block.node, row, to);
    row[to++] = flag(insideBody(context, i));
    row[to++] = dialogsOf(context)[block.node]!;
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

/** Returns where it stopped writing. */
function writeTags({ page: { nodes } }: Context, own: number, row: Float32Array, at: number): number {
  const { tag } = nodes[own]!;
  let to = at;
  for (const one of TAGS) row[to++] = flag(tag === one);
  row[to++] = flag(HEADINGS.has(tag));
  row[to++] = flag(tag.includes('-'));
  row.fill(0, to, to + ABOVE.length);
  row.fill(9, to + ABOVE.length, to + 2 * ABOVE.length);
  for (let n = own, step = 0; n >= 0; n = nodes[n]!.parent, step++) {
    const place = ABOVE_AT.get(nodes[n]!.tag);
    if (place === undefined || row[to + place] === 1) continue;
    row[to + place] = 1;
    row[to + ABOVE.length + place] = Math.min(8, step);
  }
  return to + 2 * ABOVE.length;
}

const ABOVE_AT: ReadonlyMap<string, number> = new Map(ABOVE.map((tag, index) => [tag, index]));

/** 1 for nodes that are, or stand in, something named a dialog. */
const dialogsOf = perPage(({ page: { nodes } }) => {
  const dialogs = new Uint8Array(nodes.length);
  nodes.forEach(({ names, parent }, n) => { dialogs[n] = names.includes('dialog') || (parent >= 0 && dialogs[parent] === 1) ? 1 : 0; });
  return dialogs;
});

export function insideBody({ page, body }: Context, i: number): boolean {
  if (body.node < 0) return false;
  const node = page.nodes[body.node]!;
  return i >= node.first && i < node.end;
}

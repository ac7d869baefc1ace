// Where links lead and what a form takes: in the block, its card and its box.

import { FIELD } from '../records';
import type { Context } from './context';
import { log, type FeatureFamily } from './family';
import { LINK_KINDS, LINKS } from './targets';

const FIELDS = Object.entries(FIELD);

const LEVELS = ['own', 'card', 'box'] as const;

export const linkFeatures: FeatureFamily = {
  names: [
    ...LEVELS.flatMap((level) => LINK_KINDS.map((kind) => `link.${level}.${kind}`)),
    ...LEVELS.map((level) => `link.${level}.density`),
    ...LEVELS.flatMap((level) => FIELDS.map(([field]) => `field.${level}.${field}`)),
    'link.isOnlyContent', 'link.wordsPerLink', 'link.box.perBlock',
  ],
  fill(context, i, row, at) {
    const { page, sums, nodeFields } = context;
    const block = page.blocks[i]!;
    const card = page.nodes[context.card[i]!]!;
    const box = page.nodes[context.box[i]!]!;
    let to = at;
    for (let l = 0; l < LINKS; l++) row[to++] = log(sums.links[(i + 1) * LINKS + l]! - sums.links[i * LINKS + l]!);
    for (const node of [card, box]) {
      for (let l = 0; l < LINKS; l++) row[to++] = log(sums.links[node.end * LINKS + l]! - sums.links[node.first * LINKS + l]!);
    }
    row[to++] = density(context, i, i + 1);
    row[to++] = density(context, card.first, card.end);
    row[to++] = density(context, box.first, box.end);
    for (const fields of [block.fields, nodeFields[context.card[i]!]!, nodeFields[context.box[i]!]!]) {
      for (const [, bit] of FIELDS) row[to++] = (fields & bit) > 0 ? 1 : 0;
    }
    row[to++] = block.links.length === 1 && block.linkChars >= block.text.length * 0.9 ? 1 : 0;
    row[to++] = block.links.length > 0 ? log(context.words[i]! / block.links.length) : -1;
    row[to++] = (sums.links[box.end * LINKS]! - sums.links[box.first * LINKS]!) / Math.max(1, box.end - box.first);
  },
};

function density({ sums }: Context, first: number, end: number): number {
  return Math.min(1, (sums.linkChars[end]! - sums.linkChars[first]!) / Math.max(1, sums.chars[end]! - sums.chars[first]!));
}

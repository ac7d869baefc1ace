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
  fill(context, i, row, at, again) {
    const { page: { nodes, blocks }, sums, nodeFields, words, card, box } = context;
    const block = blocks[i]!;
    writeLevel(context, 0, i, i + 1, block.fields, row, at);
    if (!again || card[i] !== card[i - 1]) writeLevel(context, 1, nodes[card[i]!]!.first, nodes[card[i]!]!.end, nodeFields[card[i]!]!, row, at);
    row[at + REST] = block.links.length === 1 && block.linkChars >= block.text.length * 0.9 ? 1 : 0;
    row[at + REST + 1] = block.links.length > 0 ? log(words[i]! / block.links.length) : -1;
    if (again && box[i] === box[i - 1]) return;
    const { first, end } = nodes[box[i]!]!;
    writeLevel(context, 2, first, end, nodeFields[box[i]!]!, row, at);
    row[at + REST + 2] = (sums.links[end * LINKS]! - sums.links[first * LINKS]!) / Math.max(1, end - first);
  },
};

const DENSITIES = LEVELS.length * LINKS;
const FIELDS_FROM = DENSITIES + LEVELS.length;
const REST = FIELDS_FROM + LEVELS.length * FIELDS.length;

/** Kinds of links, their density and the fields of the blocks from `first` to `end`. */
function writeLevel(context: Context, level: number, first: number, end: number, fields: number, row: Float32Array, at: number): void {
  const { links } = context.sums;
  for (let l = 0; l < LINKS; l++) row[at + level * LINKS + l] = log(links[end * LINKS + l]! - links[first * LINKS + l]!);
  row[at + DENSITIES + level] = density(context, first, end);
  for (let f = 0; f < FIELDS.length; f++) row[at + FIELDS_FROM + level * FIELDS.length + f] = (fields & FIELDS[f]![1]) > 0 ? 1 : 0;
}

function density({ sums }: Context, first: number, end: number): number {
  return Math.min(1, (sums.linkChars[end]! - sums.linkChars[first]!) / Math.max(1, sums.chars[end]! - sums.chars[first]!));
}

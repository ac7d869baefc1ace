// What stands together with a block, running text or not: an appeal told in paragraphs shows by the account or the amounts that follow.

import { TEXT_CONCEPTS } from '../lexicon/concepts';
import { asksBetween } from './asks';
import { between } from './concepts';
import type { Context } from './context';
import { log, type FeatureFamily } from './family';
import { perPage } from './memo';
import { LINK_KINDS, LINKS } from './targets';
import { namesBetween } from './voice';

/** The widest ancestor up to this size, and up to this share of the story's running text, holds what belongs together. */
const HOLDER_BLOCKS = 30;
const HOLDER_WORDS = 450;
const HOLDER_SHARE = 0.45;
/** Blocks before and behind. */
const REACH = 5;

const IDEA_NAMES = ['ask', 'donate', 'support', 'mission', 'payment', 'funding', 'frequency', 'reader', 'cost', 'newsroom', 'join', 'owner', 'newsletter', 'email'] as const;
const IDEAS = IDEA_NAMES.map((concept) => TEXT_CONCEPTS.indexOf(concept));
const CUES = ['money', 'account', 'button'] as const;
const GIVING = LINK_KINDS.indexOf('donate');
const NAMES = [...IDEA_NAMES, ...CUES, 'names', 'giving'];

/** Node that holds each node's company. */
const holdersOf = perPage(({ page: { nodes }, sums, body, words }): Int32Array => {
  const running = new Float32Array(body.paragraphs.length + 1);
  for (let i = 0; i < body.paragraphs.length; i++) running[i + 1] = running[i]! + (body.paragraphs[i] === 1 ? words[i]! : 0);
  const most = running[body.paragraphs.length]! * HOLDER_SHARE;
  const found = new Uint8Array(nodes.length);
  const holders = Int32Array.from(nodes, (_, n) => n);
  nodes.forEach(({ parent, first, end }, n) => {
    const within = parent >= 0 && found[parent] === 1;
    if (within) holders[n] = holders[parent]!;
    if (within || (end - first <= HOLDER_BLOCKS && sums.words[end]! - sums.words[first]! <= HOLDER_WORDS && running[end]! - running[first]! <= most)) found[n] = 1;
  });
  return holders;
});

export const companyFeatures: FeatureFamily = {
  names: [...['holder', 'ahead', 'behind'].flatMap((place) => NAMES.map((name) => `${place}.${name}`)), 'holder.blocks', 'holder.words', 'holder.index', 'holder.rest', 'holder.long'],
  fill(context, i, row, at, again) {
    const { page: { nodes, blocks }, count, sums } = context;
    const holders = holdersOf(context);
    const holder = holders[blocks[i]!.node]!;
    const { first, end } = nodes[holder]!;
    if (!again || holders[blocks[i - 1]!.node] !== holder) write(context, first, end, row, at);
    write(context, i + 1, Math.min(count, i + 1 + REACH), row, at + NAMES.length);
    write(context, Math.max(0, i - REACH), i, row, at + 2 * NAMES.length);
    const own = at + 3 * NAMES.length;
    row[own] = end - first;
    row[own + 1] = log(sums.words[end]! - sums.words[first]!);
    row[own + 2] = i - first;
    row[own + 3] = end - i;
    row[own + 4] = sums.long[end]! - sums.long[first]!;
  },
};

function write(context: Context, first: number, end: number, row: Float32Array, at: number): void {
  const { concepts, links } = context.sums;
  let to = at;
  for (const idea of IDEAS) row[to++] = Math.min(6, between(concepts, first, end, idea));
  for (const cue of CUES) row[to++] = asksBetween(context, first, end, cue);
  row[to++] = namesBetween(context, first, end);
  row[to] = Math.min(6, links[end * LINKS + GIVING]! - links[first * LINKS + GIVING]!);
}

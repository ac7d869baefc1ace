// What texts speak of (cue phrases): in the block, in its card and box, in its heading, next to it.

import { TEXT_CONCEPTS } from '../lexicon/concepts';
import { CONCEPTS } from './context';
import type { FeatureFamily } from './family';

/** Concepts whose neighbourhood matters; function words and pronouns only count where they stand. */
const AROUND = ['we', 'you', 'ask', 'donate', 'support', 'mission', 'payment', 'funding', 'frequency', 'reader', 'cost', 'newsroom', 'join', 'owner', 'newsletter', 'signup', 'email', 'consent', 'related', 'ad', 'subscribe', 'offer', 'byline', 'share', 'comments', 'account', 'credit'] as const;
const around = AROUND.map((concept) => TEXT_CONCEPTS.indexOf(concept));
const HEAD = ['donate', 'support', 'newsletter', 'signup', 'related', 'ad', 'subscribe', 'offer', 'comments', 'account', 'share'] as const;
const head = HEAD.map((concept) => TEXT_CONCEPTS.indexOf(concept));
const NEAR = 3;

const saturate = (hits: number): number => (hits > 6 ? 6 : hits);

export const conceptFeatures: FeatureFamily = {
  names: [
    ...TEXT_CONCEPTS.map((concept) => `says.${concept}`),
    ...TEXT_CONCEPTS.map((concept) => `dense.${concept}`),
    ...AROUND.map((concept) => `card.${concept}`),
    ...AROUND.map((concept) => `box.${concept}`),
    ...AROUND.map((concept) => `boxdense.${concept}`),
    ...HEAD.map((concept) => `heading.${concept}`),
    ...HEAD.map((concept) => `near.${concept}`),
  ],
  fill(context, i, row, at, again) {
    const { concepts, sums, words, heading, count, page } = context;
    const own = i * CONCEPTS;
    const perWord = 10 / (4 + words[i]!);
    let to = at;
    for (let c = 0; c < CONCEPTS; c++) row[to++] = saturate(concepts[own + c]!);
    for (let c = 0; c < CONCEPTS; c++) row[to++] = concepts[own + c]! * perWord;
    if (again && context.card[i] === context.card[i - 1]) to += around.length;
    else {
      const card = page.nodes[context.card[i]!]!;
      for (const c of around) row[to++] = saturate(between(sums.concepts, card.first, card.end, c));
    }
    if (again && context.box[i] === context.box[i - 1]) to += 2 * around.length;
    else {
      const box = page.nodes[context.box[i]!]!;
      const perWordOfBox = 10 / (8 + sums.words[box.end]! - sums.words[box.first]!);
      for (const c of around) {
        const hits = between(sums.concepts, box.first, box.end, c);
        row[to] = Math.min(12, hits);
        row[around.length + to++] = hits * perWordOfBox;
      }
      to += around.length;
    }
    const governing = heading[i]!;
    if (again && governing === heading[i - 1]) to += head.length;
    else for (const c of head) row[to++] = governing < 0 ? 0 : saturate(concepts[governing * CONCEPTS + c]!);
    const from = Math.max(0, i - NEAR);
    const end = Math.min(count, i + NEAR + 1);
    for (const c of head) row[to++] = saturate(between(sums.concepts, from, end, c));
  },
};

export function between(sums: Float32Array, first: number, end: number, concept: number): number {
  return sums[end * CONCEPTS + concept]! - sums[first * CONCEPTS + concept]!;
}

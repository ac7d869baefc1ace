// How many different ideas of an appeal meet in one place: none of "readers", "pay", "a month", "no owner" asks for anything, all of them together do.

import { TEXT_CONCEPTS, type TextConcept } from '../lexicon/concepts';
import { CONCEPTS, type Context } from './context';
import { log, type FeatureFamily } from './family';
import { MARK } from './glyphs';
import { perPage } from './memo';
import { namesPublication } from './voice';

const of = (...names: TextConcept[]): readonly number[] => names.map((name) => TEXT_CONCEPTS.indexOf(name));
/** Ideas that stand for each other are one. */
const SPOKEN: readonly (readonly number[])[] = [
  of('we'), of('you'), of('ask'), of('donate', 'support', 'join'), of('mission', 'owner'), of('payment'), of('funding', 'cost'), of('frequency'), of('reader'), of('newsroom'),
];
/** A sum of money, an account and the publication's name are ideas too. */
const IDEAS = SPOKEN.length + 3;
const NEAR = 2;
/** Texts of at least this many words tell what is rare on a page. */
const TEXT_WORDS = 5;

interface Met {
  /** Per block, bit k is set when it speaks of idea k. */
  readonly masks: Uint16Array;
  /**
   * What each idea tells, in bits: the fewer of the page's texts speak of it, the more. A story about newspapers names readers and newsrooms
   * all along, and in some languages the words of an idea are common ones.
   */
  readonly bits: Float32Array;
}

const metOf = perPage((context): Met => {
  const { count, words } = context;
  const masks = new Uint16Array(count);
  const spoken = new Float32Array(IDEAS);
  let texts = 0;
  for (let i = 0; i < count; i++) {
    const mask = masks[i] = maskOf(context, i);
    if (words[i]! < TEXT_WORDS) continue;
    texts++;
    for (let idea = 0; idea < IDEAS; idea++) if ((mask & (1 << idea)) > 0) spoken[idea]!++;
  }
  return { masks, bits: spoken.map((blocks) => Math.log2((texts + 2) / (blocks + 1))) };
});

function maskOf(context: Context, i: number): number {
  const { concepts, glyphs: { marks } } = context;
  let mask = 0;
  SPOKEN.forEach((idea, bit) => { if (idea.some((concept) => concepts[i * CONCEPTS + concept]! > 0)) mask |= 1 << bit; });
  if ((marks[i]! & MARK.money) > 0) mask |= 1 << SPOKEN.length;
  if ((marks[i]! & MARK.account) > 0) mask |= 1 << (SPOKEN.length + 1);
  if (namesPublication(context, i)) mask |= 1 << (SPOKEN.length + 2);
  return mask;
}

export const ideaFeatures: FeatureFamily = {
  names: ['own', 'bits', 'dense', 'near', 'nearbits', 'card', 'cardbits', 'box'].map((name) => `ideas.${name}`),
  fill(context, i, row, at, again) {
    const { page: { nodes }, card, box, count, words } = context;
    const { masks, bits } = metOf(context);
    const own = told(masks[i]!, bits);
    row[at] = size(masks[i]!);
    row[at + 1] = own;
    row[at + 2] = own / (2 + log(words[i]!));
    const near = among(masks, Math.max(0, i - NEAR), Math.min(count, i + NEAR + 1));
    row[at + 3] = size(near);
    row[at + 4] = told(near, bits);
    if (!again || card[i] !== card[i - 1]) {
      const together = among(masks, nodes[card[i]!]!.first, nodes[card[i]!]!.end);
      row[at + 5] = size(together);
      row[at + 6] = told(together, bits);
    }
    if (!again || box[i] !== box[i - 1]) row[at + 7] = size(among(masks, nodes[box[i]!]!.first, nodes[box[i]!]!.end));
  },
};

function among(masks: Uint16Array, first: number, end: number): number {
  let mask = 0;
  for (let i = first; i < end; i++) mask |= masks[i]!;
  return mask;
}

function size(mask: number): number {
  let ideas = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) ideas++;
  return ideas;
}

function told(mask: number, bits: Float32Array): number {
  let sum = 0;
  for (let idea = 0; idea < IDEAS; idea++) if ((mask & (1 << idea)) > 0) sum += bits[idea]!;
  return sum;
}

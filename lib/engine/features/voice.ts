// Who speaks to whom, in any language: a prompt names its own publication, and says "we" and "you" in one breath; stories seldom do.

import { TEXT_CONCEPTS } from '../lexicon/concepts';
import { fold, isWord } from '../lexicon/match';
import { CONCEPTS, type Context } from './context';
import { family } from './family';
import { MARK } from './glyphs';
import { perPage } from './memo';

const WE = TEXT_CONCEPTS.indexOf('we');
const YOU = TEXT_CONCEPTS.indexOf('you');

const MOST_HITS = 3;
const NAME_WORDS = 5;
/** Single words of a name that are shorter are in too many texts; of longer ones the end is left to inflection. */
const LEAST_WORD = 5;
const INFLECTED = 2;
const MOST_STEMS = 12;

/** How often each block names the publication, at most MOST_HITS; and running sums of it over the blocks before. */
const namesOf = perPage((context) => {
  const { count, page: { blocks }, folded } = context;
  const { phrases, words } = stemsOf(context);
  const names = new Uint8Array(count);
  const sums = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    let hits = 0;
    for (const phrase of phrases) if (begins(folded[i]!, phrase)) hits += 2;
    for (const word of words) if (begins(blocks[i]!.text, word)) hits++;
    names[i] = Math.min(MOST_HITS, hits);
    sums[i + 1] = sums[i]! + names[i]!;
  }
  return { names, sums };
});

/** Whole names, folded, and their capitalised words, as written; without what inflection may change. */
function stemsOf(context: Context): { phrases: string[]; words: string[] } {
  const names = [...context.page.facts.siteNames, ...namesOnPage(context)];
  const words = names.flatMap((name) => name.split(/[\s.,'’()|-]+/)).filter((word) => word.length >= LEAST_WORD && word[0] !== word[0]!.toLowerCase());
  const phrases = names.map((name) => fold(name)).filter((name) => name.length >= 3 || /[\u3040-\u9fff]/.test(name));
  return { phrases: unique(phrases).map(stem), words: unique(words).map(stem) };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].slice(0, MOST_STEMS);
const stem = (word: string): string => (word.length > LEAST_WORD + INFLECTED && /\p{Ll}$/u.test(word) ? word.slice(0, -INFLECTED) : word);

/** Pages without any meta name still link home by name, or claim the copyright. */
function namesOnPage({ page: { blocks }, words, glyphs, count }: Context): string[] {
  const names: string[] = [];
  const home = blocks.findIndex(({ links, text }, i) => links.length === 1 && links[0]!.host === '' && links[0]!.path === '/' && text !== '' && words[i]! <= NAME_WORDS);
  if (home >= 0) names.push(blocks[home]!.text);
  for (let i = count - 1; i >= 0; i--) {
    if ((glyphs.marks[i]! & MARK.copyright) === 0) continue;
    const claim = blocks[i]!.text.replace(/^.*?(?:©|\(c\))|copyright/gi, ' ').replace(/[\d–-]+/g, ' ').split(/[.,|·:;]/)[0]!.trim();
    if (claim.length >= 3 && claim.split(/\s+/).length <= NAME_WORDS) names.push(claim);
    break;
  }
  return names;
}

/** Whether a word of `text` begins with `start`; scripts without blanks have their words anywhere. */
function begins(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !isWord(text.charCodeAt(at - 1)) || start.charCodeAt(0) >= 0x3040) return true;
  }
  return false;
}

/** How often the blocks from `first` to `end` name the publication. */
export function namesBetween(context: Context, first: number, end: number): number {
  const { sums } = namesOf(context);
  return Math.min(2 * MOST_HITS, sums[end]! - sums[first]!);
}

const enclosed = (context: Context, enclosures: Int32Array, i: number): number => {
  const { first, end } = context.page.nodes[enclosures[i]!]!;
  return namesBetween(context, first, end);
};

/** Whether block `i` names the publication it stands in. */
export const namesPublication = (context: Context, i: number): boolean => namesOf(context).names[i]! > 0;

export const voiceFeatures = family('voice', {
  names: (c, i) => namesOf(c).names[i]!,
  cardNames: (c, i) => enclosed(c, c.card, i),
  boxNames: (c, i) => enclosed(c, c.box, i),
  addresses: (c, i) => Math.min(MOST_HITS, c.concepts[i * CONCEPTS + WE]!, c.concepts[i * CONCEPTS + YOU]!),
});

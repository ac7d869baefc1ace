// Phrases in, their fingerprints out: what a matcher has to know of a phrase to find it, half as long as the phrase.

/** A phrase as the matcher looks for it. `head` is a hash of its first three characters, by which it is looked up; `rest` one of all of it. */
export interface Print {
  readonly head: number;
  readonly rest: number;
  readonly length: number;
  /** The word may go on behind the phrase. */
  readonly open: boolean;
  /** The phrase may start inside a word. */
  readonly inside: boolean;
}

export const HEADS = 2048;
/** Bits of `rest` that are written. With the head that makes 22: of 72,473 blocks of the corpus 146 were said to speak of an idea they do not speak of; with 24 bits 30, with 26 seven. */
export const WRITTEN = (1 << 11) - 1;

/** @param second and third: 0 where the phrase is shorter */
export const headOf = (first: number, second: number, third: number): number => (first * 289 + second * 17 + third) & (HEADS - 1);

/** The hash of a text grows with every character (FNV-1a); at the end, `restOf` mixes its better bits into the lower ones. */
export const SEED = 0x811c9dc5 | 0;
export const grow = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
export const restOf = (hash: number): number => hash ^ (hash >>> 15);

/** @param text folded, without stars, not empty */
export function printOf(text: string): Pick<Print, 'head' | 'rest'> {
  let hash = SEED;
  for (let at = 0; at < text.length; at++) hash = grow(hash, text.charCodeAt(at));
  return { head: headOf(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0, text.length > 2 ? text.charCodeAt(2) : 0), rest: restOf(hash) };
}

/** @param phrases folded, "|"-separated: `*` at the end lets a word go on, `*` in front lets it start inside a word */
export function printsOf(phrases: string): Print[] {
  return phrases.split('|').flatMap((phrase) => {
    const text = phrase.replace(/^\*|\*$/g, '');
    return text === '' ? [] : [{ ...printOf(text), length: text.length, open: phrase.endsWith('*'), inside: phrase.startsWith('*') }];
  });
}

/** Both hashes of a print, as far as they are written. */
export const numberOf = ({ head, rest }: Pick<Print, 'head' | 'rest'>): number => (rest & WRITTEN) * HEADS + head;

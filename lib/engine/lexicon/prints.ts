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
/** Bits of `rest` that are written. With the head that makes 26: a false hit showed on 4 of 394 pages, and changed no label. */
export const WRITTEN = (1 << 15) - 1;

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

/** Written in the 91 printable characters that stand in a string as they are: four for the hashes, one for length and stars. */
const FIRST = 35;
const DIGITS = 91;
const ESCAPED = 92;

export function writePrints(prints: readonly Print[]): string {
  return prints.map((print) => {
    let number = numberOf(print);
    let text = digit(print.length * 4 + (print.open ? 2 : 0) + (print.inside ? 1 : 0));
    for (let place = 0; place < 4; place++) {
      text += digit(number % DIGITS);
      number = Math.floor(number / DIGITS);
    }
    return text;
  }).join('');
}

/** @throws RangeError for a phrase that is too long to be written */
function digit(value: number): string {
  if (value >= DIGITS) throw new RangeError('A phrase of more than 22 characters cannot be written as a fingerprint.');
  const code = FIRST + value;
  return String.fromCharCode(code < ESCAPED ? code : code + 1);
}

export function readPrints(text: string): Print[] {
  const numbers = readNumbers(text);
  return numbers.map((number, index) => {
    const shape = valueAt(text, index * 5);
    return { head: number % HEADS, rest: Math.floor(number / HEADS), length: shape >> 2, open: (shape & 2) > 0, inside: (shape & 1) > 0 };
  });
}

/** The hashes alone, as `numberOf` gives them. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    numbers.push(valueAt(text, at + 1) + DIGITS * (valueAt(text, at + 2) + DIGITS * (valueAt(text, at + 3) + DIGITS * valueAt(text, at + 4))));
  }
  return numbers;
}

/** Both hashes of a print, as far as they are written. */
export const numberOf = ({ head, rest }: Pick<Print, 'head' | 'rest'>): number => (rest & WRITTEN) * HEADS + head;

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST - (code > ESCAPED ? 1 : 0);
}

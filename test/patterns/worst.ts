// In: a regular expression. Out: how much faster its work grows than the text, at worst, of all texts made of a beginning, something repeated, and an end.
import { createCounter, type Counter } from './steps';

/** Repetitions of the shorter text, and how many times longer the longer one is. */
const SHORT = 100;
const TIMES = 4;
/** Words of two characters are tried when the pattern tells no more sorts of characters apart than this. */
const MOST_SORTS = 14;
/** So many steps for so short a text are no square any more. */
const LIMIT = 100_000;

export interface Worst {
  /** Work on the longer text through work on the shorter: `TIMES` is linear, its square quadratic. */
  readonly growth: number;
  readonly text: string;
}

export const LINEAR = TIMES;
/** Certainly not linear: nothing worse is looked for. */
const ENOUGH = 2 * TIMES;

export function worstOf(source: string, flags: string): Worst {
  const counter = createCounter(source, flags);
  let worst: Worst = { growth: 0, text: '' };
  // Each start costs no more than the longest match then, however long the text.
  if (!counter.unbounded) return worst;
  for (const [start, word, end] of shapes(counter)) {
    const growth = growthOf(counter, (times) => start + word.repeat(times) + end);
    if (growth > worst.growth) worst = { growth, text: `${start}${word.repeat(3)}…${end}` };
    if (growth > ENOUGH) break;
  }
  return worst;
}

/** Beginning, what is repeated, end. */
export function* shapes({ alphabet }: Counter): Generator<readonly [string, string, string]> {
  const words = alphabet.length > MOST_SORTS ? alphabet : alphabet.flatMap((a) => [a, ...alphabet.filter((b) => b !== a).map((b) => a + b)]);
  for (const word of words) {
    for (const start of word.length > 1 ? [''] : ['', ...alphabet]) {
      for (const end of ['', '\u0001']) yield [start, word, end];
    }
  }
}

function growthOf({ count }: Counter, text: (times: number) => string): number {
  const short = count(text(SHORT), LIMIT).steps;
  return short >= LIMIT ? Infinity : count(text(SHORT * TIMES), LIMIT * TIMES ** 2).steps / short;
}

// Lists of fingerprints in, a few strings out that hold them all, and back.
//
// Within a list the fingerprints stand in ascending order, as differences, which are smaller than they are. Numbers of one sort stand side
// by side, which is what gzip counts best.

import { HEADS, numberOf, type Print } from './prints';

export interface Planes {
  /** Per list, how many prints it has. */
  readonly counts: string;
  /** Per print, its length and stars. */
  readonly shapes: string;
  /** Per place, lowest first, a digit of every print's difference from the one before. */
  readonly digits: readonly string[];
  /** The digit of one place more, seldom anything but 0: in pairs, how many prints on it is the next, and the digit. */
  readonly carries: string;
}

/** Written in the 91 printable characters that stand in a string as they are. */
const FIRST = 35;
const DIGITS = 91;
const ESCAPED = 92;
/** With the carries enough for 26 bits. */
const PLACES = 3;
const CARRY = DIGITS ** PLACES;

/** @throws RangeError for a phrase or a list that is too long to be written */
export function writePlanes(lists: readonly (readonly Print[])[]): Planes {
  const sorted = lists.map((prints) => [...prints].sort((a, b) => numberOf(a) - numberOf(b)));
  const all = sorted.flatMap((prints) => prints.map((print, n) => ({ print, difference: numberOf(print) - (n > 0 ? numberOf(prints[n - 1]!) : 0) })));
  return {
    counts: sorted.map((prints) => digit(prints.length)).join(''),
    shapes: all.map(({ print: { length, open, inside } }) => digit(length * 4 + (open ? 2 : 0) + (inside ? 1 : 0))).join(''),
    digits: Array.from({ length: PLACES }, (_, place) => all.map(({ difference }) => digit(Math.floor(difference / DIGITS ** place) % DIGITS)).join('')),
    carries: carriesOf(all.map(({ difference }) => Math.floor(difference / CARRY))),
  };
}

function carriesOf(carries: readonly number[]): string {
  let text = '';
  let since = 0;
  for (const carry of carries) {
    since++;
    if (carry === 0 && since < DIGITS - 1) continue;
    text += digit(since) + digit(carry);
    since = 0;
  }
  return text;
}

function digit(value: number): string {
  if (value >= DIGITS) throw new RangeError('A phrase of more than 22 characters, or a list of more than 90, cannot be written.');
  const code = FIRST + value;
  return String.fromCharCode(code < ESCAPED ? code : code + 1);
}

/** Reads single lists: a page needs those of two or three languages. */
export class PlaneReader {
  /** Where each list begins. */
  private readonly starts: Int32Array;
  private readonly carries: Uint8Array;

  constructor(private readonly planes: Planes) {
    const { counts, shapes, carries } = planes;
    this.carries = new Uint8Array(shapes.length);
    for (let pair = 0, at = -1; pair < carries.length; pair += 2) this.carries[(at += valueAt(carries, pair))] = valueAt(carries, pair + 1);
    this.starts = new Int32Array(counts.length + 1);
    for (let list = 0; list < counts.length; list++) this.starts[list + 1] = this.starts[list]! + valueAt(counts, list);
  }

  prints(list: number): Print[] {
    const start = this.starts[list]!;
    return this.numbers(list).map((number, n) => {
      const shape = valueAt(this.planes.shapes, start + n);
      return { head: number % HEADS, rest: Math.floor(number / HEADS), length: shape >> 2, open: (shape & 2) > 0, inside: (shape & 1) > 0 };
    });
  }

  /** The hashes alone, as `numberOf` gives them. */
  numbers(list: number): number[] {
    const numbers: number[] = [];
    let number = 0;
    for (let at = this.starts[list]!; at < this.starts[list + 1]!; at++) {
      number += this.carries[at]! * CARRY;
      for (let place = PLACES - 1, worth = CARRY / DIGITS; place >= 0; place--, worth /= DIGITS) number += valueAt(this.planes.digits[place]!, at) * worth;
      numbers.push(number);
    }
    return numbers;
  }
}

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST - (code > ESCAPED ? 1 : 0);
}

// Fingerprints of phrases and a text in, hits per concept out: a phrase is tried where its first three characters stand, in one pass.

import { grow, headOf, HEADS, restOf, SEED, type Print } from './prints';

/** A phrase whose hits are counted under `concept`. */
interface Entry extends Print {
  readonly concept: number;
  /** Phrases that begin alike are tried in the order in which they were added. */
  readonly order: number;
}

type Buckets = (Entry[] | undefined)[];
const buckets = (): Buckets => new Array<Entry[] | undefined>(HEADS).fill(undefined);

/** Finds phrases; runs in time linear in the text for any text. */
export class Matcher {
  /** By head: of phrases of three characters and more, of two and of one. What follows a short one may be anything. */
  private readonly long = buckets();
  private readonly pairs = buckets();
  private readonly singles = buckets();
  private anyPair = false;
  private anySingle = false;
  private anyInside = false;
  private added = 0;

  /** @param known bits of `rest` that the prints have */
  constructor(private readonly known = -1) {}

  /** @param anywhere for scripts that do not separate words: every phrase matches anywhere */
  add(concept: number, prints: readonly Print[], anywhere = false): void {
    for (const print of prints) {
      const entry = { ...print, concept, order: this.added++, open: anywhere || print.open, inside: anywhere || print.inside };
      const to = print.length === 1 ? this.singles : print.length === 2 ? this.pairs : this.long;
      (to[print.head] ??= []).push(entry);
      this.anySingle ||= to === this.singles;
      this.anyPair ||= to === this.pairs;
      this.anyInside ||= entry.inside;
    }
  }

  /** Adds the hits in `text` (folded by `fold`) to `counts[offset + concept]`. */
  match(text: string, counts: Float32Array | number[], offset = 0): void {
    const { long, pairs, singles, anyPair, anySingle, anyInside } = this;
    const length = text.length;
    let inWord = false;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (!isWord(code)) {
        inWord = false;
        continue;
      }
      const start = !inWord;
      inWord = true;
      if (!start && !anyInside) continue;
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      const more = long[headOf(code, next, at + 2 < length ? text.charCodeAt(at + 2) : 0)];
      const pair = anyPair ? pairs[headOf(code, next, 0)] : undefined;
      if (more || pair) this.tryAll(more && pair ? [...more, ...pair].sort((a, b) => a.order - b.order) : (more ?? pair)!, text, at, start, counts, offset);
      const single = anySingle ? singles[headOf(code, 0, 0)] : undefined;
      if (single) this.tryAll(single, text, at, start, counts, offset);
    }
  }

  private tryAll(entries: readonly Entry[], text: string, at: number, start: boolean, counts: Float32Array | number[], offset: number): void {
    let matched = -1;
    let hash = SEED;
    let hashed = 0;
    for (const { concept, length, rest, open, inside } of entries) {
      if (concept === matched || !(start || inside) || at + length > text.length) continue;
      if (!open && isWord(text.charCodeAt(at + length))) continue;
      if (length < hashed) {
        hash = SEED;
        hashed = 0;
      }
      while (hashed < length) hash = grow(hash, text.charCodeAt(at + hashed++));
      if (((restOf(hash) ^ rest) & this.known) !== 0) continue;
      counts[offset + concept]! += 1;
      matched = concept;
    }
  }
}

const ASCII_WORDS = Uint8Array.from({ length: 128 }, (_, code) => ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) ? 1 : 0));

/** Letters and digits; beyond ASCII everything but punctuation and spaces. NaN (past the end) is none. */
export function isWord(code: number): boolean {
  if (code < 128) return ASCII_WORDS[code] === 1;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0x060c && code !== 0x061b && code !== 0x061f && code !== 0x0964 && code !== 0x0965 && code !== 0x06d4 && !(code >= 0x1360 && code <= 0x1368);
  return !(code <= 0x206f && code !== 0x200c && code !== 0x200d) && !(code >= 0x3000 && code <= 0x303f)
    && !(code >= 0xff00 && code <= 0xff0f) && !(code >= 0xff1a && code <= 0xff20) && code === code;
}

/** Lower case, composed, one kind of apostrophe; without Greek accents, Arabic vowel signs, joiners and soft hyphens, which pages set at will. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  // What goes, goes first: a soft hyphen between a letter and its accent would keep them apart.
  let folded = (UNSEEN.test(lower) ? lower.replace(UNSEEN_ALL, '') : lower).normalize('NFC');
  if (GREEK.test(folded)) folded = folded.normalize('NFD').replace(/\u0301/g, '').normalize('NFC');
  return VARIED.test(folded) ? folded.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/ş/g, 'ș').replace(/ţ/g, 'ț').replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/\u0307/g, '') : folded;
}

const ASCII = /^[\x00-\x7f]*$/;
/** Extended Greek too: composing it gives letters of the basic block. */
const GREEK = /[\u0370-\u03ff\u1f00-\u1fff]/;
const UNSEEN = /[\u00ad\u0640\u064b-\u0652\u200b-\u200d]/;
const UNSEEN_ALL = new RegExp(UNSEEN.source, 'g');
/** What is written in more than one way: most texts hold none of it. */
const VARIED = /[\u2018\u2019\u02bcşţ\u00a0\u202f\u2009\u0307]/;

// Phrases and a text in, hits per concept out: every phrase is tried where its first two characters stand, in one pass.

/** One phrase: `concept` is the index its hits are counted under. */
interface Entry {
  readonly text: string;
  readonly concept: number;
  /** The word may go on behind the phrase. */
  readonly open: boolean;
  /** The phrase may start inside a word. */
  readonly inside: boolean;
}

/** Bits of the sieve: a hash of two characters that no phrase starts with is mostly not in it. */
const SIEVE = 8192;
const hash = (first: number, second: number): number => (first * 37 + second) & (SIEVE - 1);

/** Compiled phrases; runs in time linear in the text for any text. */
export class Matcher {
  /** By the first two characters, as one number; phrases of one character by that. */
  private readonly buckets = new Map<number, Entry[]>();
  private readonly singles = new Map<number, Entry[]>();
  private readonly sieve = new Uint8Array(SIEVE);
  private anyInside = false;

  /**
   * @param phrases "|"-separated phrases of one concept: `*` at the end lets a word go on, `*` in front lets it start inside a word
   * @param anywhere for scripts that do not separate words: every phrase matches anywhere
   */
  add(concept: number, phrases: string, anywhere = false): void {
    for (const phrase of fold(phrases).split('|')) {
      const inside = anywhere || phrase.startsWith('*');
      const open = anywhere || phrase.endsWith('*');
      const text = phrase.replace(/^\*|\*$/g, '');
      if (text === '') continue;
      const single = text.length === 1;
      const [buckets, key] = single ? [this.singles, text.charCodeAt(0)] : [this.buckets, text.charCodeAt(0) * 65536 + text.charCodeAt(1)];
      const entry = { text, concept, open, inside };
      const bucket = buckets.get(key);
      if (bucket) bucket.push(entry);
      else buckets.set(key, [entry]);
      if (!single) this.sieve[hash(text.charCodeAt(0), text.charCodeAt(1))] = 1;
      this.anyInside ||= inside;
    }
  }

  /** Adds the hits in `text` (folded by `fold`) to `counts[offset + concept]`. */
  match(text: string, counts: Float32Array | number[], offset = 0): void {
    const { sieve, buckets, singles, anyInside } = this;
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
      if (sieve[hash(code, next)] === 1) {
        const pair = buckets.get(code * 65536 + next);
        if (pair) this.tryAll(pair, text, at, start, counts, offset);
      }
      if (singles.size > 0) {
        const single = singles.get(code);
        if (single) this.tryAll(single, text, at, start, counts, offset);
      }
    }
  }

  private tryAll(entries: readonly Entry[], text: string, at: number, start: boolean, counts: Float32Array | number[], offset: number): void {
    let matched = -1;
    for (const entry of entries) {
      if (entry.concept === matched || !(start || entry.inside)) continue;
      if (!text.startsWith(entry.text, at)) continue;
      if (!entry.open && isWord(text.charCodeAt(at + entry.text.length))) continue;
      counts[offset + entry.concept]! += 1;
      matched = entry.concept;
    }
  }
}

const ASCII_WORDS = Uint8Array.from({ length: 128 }, (_, code) => ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) ? 1 : 0));

/** Letters and digits; beyond ASCII everything but punctuation and spaces. NaN (past the end) is none. */
export function isWord(code: number): boolean {
  if (code < 128) return ASCII_WORDS[code] === 1;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0x060c && code !== 0x061b && code !== 0x061f && code !== 0x0964 && code !== 0x0965 && code !== 0x06d4;
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

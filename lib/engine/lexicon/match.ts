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

/** Compiled phrases. Build with `compile`; run in time linear in the text for any text. */
export class Matcher {
  private readonly buckets = new Map<number, Entry[]>();
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
      const key = text.length === 1 ? text.charCodeAt(0) : text.charCodeAt(0) * 65536 + text.charCodeAt(1);
      const entry = { text, concept, open, inside };
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(entry);
      else this.buckets.set(key, [entry]);
      this.anyInside ||= inside;
    }
  }

  /** Adds the hits in `text` (folded by `fold`) to `counts[offset + concept]`. */
  match(text: string, counts: Float32Array | number[], offset = 0): void {
    let previous = 32;
    const length = text.length;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (isWord(code)) {
        const start = !isWord(previous);
        if (start || this.anyInside) {
          const pair = this.buckets.get(code * 65536 + text.charCodeAt(at + 1));
          if (pair) this.tryAll(pair, text, at, start, counts, offset);
          const single = this.buckets.get(code);
          if (single) this.tryAll(single, text, at, start, counts, offset);
        }
      }
      previous = code;
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

/** Letters and digits; beyond ASCII everything but punctuation and spaces. NaN (past the end) is none. */
export function isWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return !(code >= 0x2000 && code <= 0x206f && code !== 0x200c && code !== 0x200d) && !(code >= 0x3000 && code <= 0x303f)
    && !(code >= 0xff00 && code <= 0xff0f) && !(code >= 0xff1a && code <= 0xff20) && code !== 0x060c && code !== 0x061b && code !== 0x061f
    && code !== 0x0964 && code !== 0x0965 && code !== 0x06d4 && code === code;
}

/** Lower case, composed, one kind of apostrophe; without Greek accents, Arabic vowel signs, joiners and soft hyphens, which pages set at will. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  const composed = /[\u0370-\u03ff]/.test(lower) ? lower.normalize('NFD').replace(/\u0301/g, '').normalize('NFC') : lower.normalize('NFC');
  return composed.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/ş/g, 'ș').replace(/ţ/g, 'ț').replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u00ad\u0307\u0640\u064b-\u0652\u200b-\u200d]/g, '');
}

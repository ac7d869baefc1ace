// Texts in, what their characters say out: one pass over each text instead of one regular expression per question.

const MONEY = /[$€£¥₹₽₴₺₩₪₫฿₱₦₸₾₼₵৳]\s?\d|\d\s?(?:[$€£¥₹₽₴₺₩₪₫฿₱₦₸₾₼₵৳]|(?:eur|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|ron|rsd|bgn|uah|rub|try|zł|zl|kr|kč|ft|lei|руб|грн|лв|ден|тг|元|円|원|บาท|đ|rp|rs|ريال|درهم|دينار|جنيه|تومان|रुपये|টাকা|sum|ден\.|дин)(?![\p{L}\d]))|(?:\brp|\brs|\bkes|\bngn|r\$|s\/)\.?\s?\d/iu;
const ACCOUNT = /\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}|\b\d{2,6}(?:[-/ ]\d{3,6}){2,5}\b|\b\d{10,20}\b/;
const ADDRESS = /[\w.+-]@[\w-]+\.[a-z]{2,}/i;
const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/;
const DATE = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[-/.年]\s?\d{1,2}|\b(?:19|20)\d\d\b/;
const COPYRIGHT = /\(c\)/i;

/** Marks that end a sentence, in all the scripts that have one of their own. */
export const STOPS = '.!?…。！？।॥؟۔։።។၊။';

/** What a text holds; bits of `Glyphs.marks`. */
export const MARK = { exclaims: 1, quotes: 2, separators: 4, copyright: 8, money: 16, account: 32, address: 64, clock: 128, date: 256 } as const;

/** Per text: how many digits, capitals and ends of sentences, and bits of MARK. */
export interface Glyphs {
  readonly digits: Int32Array;
  readonly capitals: Int32Array;
  readonly sentences: Int32Array;
  readonly marks: Int32Array;
}

/** What a character is; bits above those of MARK, so that both can be gathered at once. */
const DIGIT = 1 << 16;
const CAPITAL = 1 << 17;
const STOP = 1 << 18;
const AT = 1 << 19;
const OPEN = 1 << 20;
const KNOWN = 1 << 21;
const CHARACTERS: readonly (readonly [characters: string, is: number])[] = [
  ['0123456789', DIGIT], [STOPS.replace('…', ''), STOP], ['!！', MARK.exclaims], ['“”„«»"「」『』‹›', MARK.quotes], ['|•·', MARK.separators], ['©', MARK.copyright], ['@', AT], ['(', OPEN],
];

/** Bits per UTF-16 code unit, filled as they are met: most of the table is never needed. */
let table: Int32Array | undefined;

function tableOf(): Int32Array {
  const made = new Int32Array(65_536);
  for (const [characters, is] of CHARACTERS) for (const character of characters) made[character.charCodeAt(0)]! |= is;
  return made;
}

export function readGlyphs(texts: readonly { readonly text: string }[]): Glyphs {
  const glyphs = { digits: new Int32Array(texts.length), capitals: new Int32Array(texts.length), sentences: new Int32Array(texts.length), marks: new Int32Array(texts.length) };
  for (let i = 0; i < texts.length; i++) readText(texts[i]!.text, glyphs, i);
  return glyphs;
}

function readText(text: string, { digits, capitals, sentences, marks }: Glyphs, i: number): void {
  const bits = table ??= tableOf();
  let seen = 0;
  let numbers = 0;
  let large = 0;
  let ends = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let is = bits[code]!;
    if (is === 0) is = bits[code] = /\p{Lu}/u.test(text[at]!) ? KNOWN | CAPITAL : KNOWN;
    if (is === KNOWN) continue;
    seen |= is;
    if (is & DIGIT) numbers++;
    else if (is & CAPITAL) large++;
    // White space in a block's text is folded to blanks.
    else if (is & STOP && (at + 1 === text.length || text.charCodeAt(at + 1) === 32)) ends++;
  }
  let found = seen & 0xffff;
  // The regular expressions run only on texts that hold what they cannot do without.
  if (numbers > 0 && MONEY.test(text)) found |= MARK.money;
  if ((numbers >= 8 || (numbers >= 2 && large >= 2)) && ACCOUNT.test(text)) found |= MARK.account;
  if (seen & AT && ADDRESS.test(text)) found |= MARK.address;
  if (numbers >= 3 && CLOCK.test(text)) found |= MARK.clock;
  if (numbers >= 4 && DATE.test(text)) found |= MARK.date;
  if (seen & OPEN && COPYRIGHT.test(text)) found |= MARK.copyright;
  digits[i] = numbers;
  capitals[i] = large;
  sentences[i] = ends;
  marks[i] = found;
}

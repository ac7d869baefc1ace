// What a block's own text looks like, whatever the language: length, punctuation, figures, sums of money, account numbers.

import { family, flag, log } from './family';
import type { Context } from './context';

export const MONEY = /[$€£¥₹₽₴₺₩₪₫฿₱₦₸₾₼₵৳]\s?\d|\d\s?(?:[$€£¥₹₽₴₺₩₪₫฿₱₦₸₾₼₵৳]|(?:eur|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|ron|rsd|bgn|uah|rub|try|zł|zl|kr|kč|ft|lei|руб|грн|лв|ден|тг|元|円|원|บาท|đ|rp|rs|ريال|درهم|دينار|جنيه|تومان|रुपये|টাকা|sum|ден\.|дин)(?![\p{L}\d]))|(?:\brp|\brs|\bkes|\bngn|r\$|s\/)\.?\s?\d/iu;
export const ACCOUNT = /\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}|\b\d{2,6}(?:[-/ ]\d{3,6}){2,5}\b|\b\d{10,20}\b/;
const ADDRESS = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
export const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/;
export const DATE = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[-/.年]\s?\d{1,2}|\b(?:19|20)\d\d\b/;
const QUOTE = /[“”„«»"「」『』‹›]/;
const ENDS_SENTENCE = /[.!?…。！？।॥؟።၊။]["”»’)\]]*$/;

const text = (context: Context, i: number): string => context.page.blocks[i]!.text;

function share(value: string, pattern: RegExp): number {
  const hits = value.match(pattern);
  return hits === null ? 0 : hits.length / Math.max(1, value.length);
}

export const textFeatures = family('text', {
  words: (c, i) => log(c.words[i]!),
  chars: (c, i) => log(text(c, i).length),
  wordLength: (c, i) => text(c, i).length / Math.max(1, c.words[i]!),
  sentences: (c, i) => log((text(c, i).match(/[.!?。！？।؟።။](?:\s|$)/g) ?? []).length),
  endsSentence: (c, i) => flag(ENDS_SENTENCE.test(text(c, i))),
  endsColon: (c, i) => flag(/[:：]$/.test(text(c, i))),
  endsQuestion: (c, i) => flag(/[?？؟]["”»’)]*$/.test(text(c, i))),
  exclaims: (c, i) => flag(/[!！]/.test(text(c, i))),
  arrow: (c, i) => flag(/[→›»>⟶➜▶]\s*$|^\s*[+▶→]/.test(text(c, i))),
  digits: (c, i) => share(text(c, i), /\d/g),
  capitals: (c, i) => share(text(c, i), /\p{Lu}/gu),
  quotes: (c, i) => flag(QUOTE.test(text(c, i))),
  money: (c, i) => flag(MONEY.test(text(c, i))),
  account: (c, i) => flag(ACCOUNT.test(text(c, i))),
  address: (c, i) => flag(ADDRESS.test(text(c, i))),
  clock: (c, i) => flag(CLOCK.test(text(c, i))),
  date: (c, i) => flag(DATE.test(text(c, i))),
  copyright: (c, i) => flag(/©|\(c\)/i.test(text(c, i))),
  separators: (c, i) => flag(/[|•·]/.test(text(c, i))),
  breaks: (c, i) => log(c.page.blocks[i]!.breaks),
  bold: (c, i) => c.page.blocks[i]!.boldChars / Math.max(1, text(c, i).length),
  long: (c, i) => c.long[i]!,
  empty: (c, i) => flag(text(c, i) === ''),
  /** Share of the title's words (over three letters) that the block has, and of the block's words that the title has. */
  titleCover: (c, i) => overlap(c, i).cover,
  titleShare: (c, i) => overlap(c, i).share,
});

const overlaps = new WeakMap<Context, { title: Set<string> }>();

function overlap(context: Context, i: number): { cover: number; share: number } {
  let known = overlaps.get(context);
  if (!known) {
    const { title, headline } = context.page.facts;
    known = { title: new Set(wordsOf(`${headline} ${headline === '' ? title : ''}`.toLowerCase())) };
    overlaps.set(context, known);
  }
  if (known.title.size === 0 || context.words[i]! > 60) return { cover: 0, share: 0 };
  const own = wordsOf(context.folded[i]!);
  const hits = own.filter((word) => known.title.has(word)).length;
  return { cover: hits / known.title.size, share: hits / Math.max(1, own.length) };
}

const wordsOf = (value: string): string[] => value.split(/[\s\p{P}]+/u).filter((word) => word.length > 2);

// What a block's own text looks like, whatever the language: length, punctuation, figures, sums of money, account numbers.

import type { Context } from './context';
import { family, flag, log } from './family';
import { MARK, STOPS } from './glyphs';
import { perPage } from './memo';

const ENDS_SENTENCE = new RegExp(`[${STOPS}]["”»’)\\]]*$`);
const ENDS_QUESTION = /[?？؟]["”»’)]*$/;
/** Characters from the end that can tell how a text ends. */
const TAIL = 8;
const ARROWS = '→›»>⟶➜▶';
const LEADING_ARROWS = '+▶→';

const text = (context: Context, i: number): string => context.page.blocks[i]!.text;
const perChar = (context: Context, counts: Int32Array, i: number): number => counts[i]! / Math.max(1, text(context, i).length);
const has = (context: Context, i: number, mark: number): number => flag((context.glyphs.marks[i]! & mark) > 0);

/** A pattern bound to the end need not look at all of a long text; a longer row of closing marks than TAIL is none. */
const endsLike = (value: string, pattern: RegExp): boolean => pattern.test(value.slice(-TAIL));

export const textFeatures = family('text', {
  words: (c, i) => log(c.words[i]!),
  chars: (c, i) => log(text(c, i).length),
  wordLength: (c, i) => text(c, i).length / Math.max(1, c.words[i]!),
  sentences: (c, i) => log(c.glyphs.sentences[i]!),
  endsSentence: (c, i) => flag(endsLike(text(c, i), ENDS_SENTENCE)),
  endsColon: (c, i) => flag(text(c, i).endsWith(':') || text(c, i).endsWith('：')),
  endsQuestion: (c, i) => flag(endsLike(text(c, i), ENDS_QUESTION)),
  exclaims: (c, i) => has(c, i, MARK.exclaims),
  arrow: (c, i) => flag(text(c, i) !== '' && (ARROWS.includes(text(c, i)[text(c, i).length - 1]!) || LEADING_ARROWS.includes(text(c, i)[0]!))),
  digits: (c, i) => perChar(c, c.glyphs.digits, i),
  capitals: (c, i) => perChar(c, c.glyphs.capitals, i),
  quotes: (c, i) => has(c, i, MARK.quotes),
  money: (c, i) => has(c, i, MARK.money),
  account: (c, i) => has(c, i, MARK.account),
  address: (c, i) => has(c, i, MARK.address),
  clock: (c, i) => has(c, i, MARK.clock),
  date: (c, i) => has(c, i, MARK.date),
  copyright: (c, i) => has(c, i, MARK.copyright),
  separators: (c, i) => has(c, i, MARK.separators),
  breaks: (c, i) => log(c.page.blocks[i]!.breaks),
  bold: (c, i) => c.page.blocks[i]!.boldChars / Math.max(1, text(c, i).length),
  long: (c, i) => c.long[i]!,
  empty: (c, i) => flag(text(c, i) === ''),
  /** Share of the title's words (over two letters) that the block has, and of the block's words that the title has. */
  titleCover: (c, i) => overlaps(c).cover[i]!,
  titleShare: (c, i) => overlaps(c).share[i]!,
});

/** Longer blocks share words with any title. */
const TITLE_WORDS = 60;

const overlaps = perPage((context): { cover: Float64Array; share: Float64Array } => {
  const { count, words, folded, page: { facts: { title, headline } } } = context;
  const wanted = new Set(wordsOf(`${headline} ${headline === '' ? title : ''}`.toLowerCase()));
  const cover = new Float64Array(count);
  const share = new Float64Array(count);
  if (wanted.size === 0) return { cover, share };
  const list = [...wanted];
  for (let i = 0; i < count; i++) {
    if (words[i]! > TITLE_WORDS || !list.some((word) => folded[i]!.includes(word))) continue;
    const own = wordsOf(folded[i]!);
    let hits = 0;
    for (const word of own) if (wanted.has(word)) hits++;
    cover[i] = hits / wanted.size;
    share[i] = hits / Math.max(1, own.length);
  }
  return { cover, share };
});

const wordsOf = (value: string): string[] => value.split(/[\s\p{P}]+/u).filter((word) => word.length > 2);

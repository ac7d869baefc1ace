// Cues that need no language: sums of money, account numbers and buttons, counted in a card or a box.

import { FIELD } from '../records';
import type { Context } from './context';
import { flag } from './family';
import { MARK } from './glyphs';
import { perPage } from './memo';
import { LINKS } from './targets';

const CUES = ['money', 'account', 'button'] as const;
const BUTTON_WORDS = 6;
const MOST = 8;

/** Blocks of an enclosure (`context.card` or `context.box`) that name a sum, name an account, or are but a button or a button-like link. */
export function asks(context: Context, enclosures: Int32Array, i: number, cue: (typeof CUES)[number]): number {
  const { first, end } = context.page.nodes[enclosures[i]!]!;
  return asksBetween(context, first, end, cue);
}

/** The same of the blocks from `first` to `end`. */
export function asksBetween(context: Context, first: number, end: number, cue: (typeof CUES)[number]): number {
  const sums = running(context);
  const at = CUES.indexOf(cue);
  return Math.min(MOST, sums[end * CUES.length + at]! - sums[first * CUES.length + at]!);
}

const running = perPage(({ count, page: { blocks }, words, links, glyphs: { marks } }) => {
  const width = CUES.length;
  const sums = new Float32Array((count + 1) * width);
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    const alone = block.links.length === 1 && block.linkChars >= block.text.length * 0.9 && links[i * LINKS] === 0;
    const button = words[i]! <= BUTTON_WORDS && ((block.fields & (FIELD.submit | FIELD.button)) > 0 || alone);
    const own = [flag((marks[i]! & MARK.money) > 0), flag((marks[i]! & MARK.account) > 0), flag(button)];
    for (let c = 0; c < width; c++) sums[(i + 1) * width + c] = sums[i * width + c]! + own[c]!;
  }
  return sums;
});

// Page and first verdicts in, what tells an article page from others out: some thirty numbers.

import { CONCEPTS, type Context } from './features/context';
import { log } from './features/family';
import { MARK } from './features/glyphs';
import { looksOf } from './features/looks';
import { TEXT_CONCEPTS } from './lexicon/concepts';
import { K } from './runs';
import { LABELS, type Label } from './types';

const BYLINE = TEXT_CONCEPTS.indexOf('byline');
const SHARE = TEXT_CONCEPTS.indexOf('share');
const RELATED = TEXT_CONCEPTS.indexOf('related');
const COMMENTS = TEXT_CONCEPTS.indexOf('comments');
/** Stories quote; help, terms and product pages seldom do. */
const QUOTE = /[“”„«»"「」『』]/;
const SUBHEAD = /^h[2-6]$/;
const FIGURE = /^fig(?:ure|caption)$/;
/** Texts of this many words that are mostly no link are running text. */
const RUNNING_WORDS = 25;
const LINKED = 0.3;
/** Blocks above the story, and above its headline, in which a news page says who wrote it, and when. */
const TOP = 8;
const ABOVE = 4;
const TOP_WORDS = 25;

/** What the gate's trees tell apart. */
export const PAGE_KINDS: readonly Label[] = ['other', 'article'];

/** Names of the measures, in order. The gate's trees are bound to them. */
export const GATE_MEASURES = [
  'paragraphs', 'bodyWords', 'paragraphWords', 'quoting', 'bodySure', 'textOutside', 'shareOutside', 'articleWords', 'articleShare', 'promoShare', 'promoBlocks',
  'blocks', 'linkShare', 'headline', 'subheads', 'figures', 'times', 'saysArticle', 'saysOther', 'dateNear', 'bylineNear', 'shareTools', 'related',
  'comments', 'sums', 'fields', 'parents', 'alike',
] as const;

/** One row of GATE_MEASURES. @param probabilities per block and label, by the first verdicts */
export function gateMeasures(context: Context, probabilities: Float32Array): number[] {
  const { page: { facts, blocks, nodes }, count, words, glyphs, sums, body } = context;
  const sure = (i: number, label: Label): number => probabilities[i * K + LABELS.indexOf(label)]!;
  let total = 0;
  let article = 0;
  let promo = 0;
  let promoBlocks = 0;
  let paragraphs = 0;
  let inBody = 0;
  let sureInBody = 0;
  let quoting = 0;
  let outside = 0;
  for (let i = 0; i < count; i++) {
    const { text, linkChars } = blocks[i]!;
    total += words[i]!;
    article += words[i]! * sure(i, 'article');
    promo += words[i]! * sure(i, 'promo');
    promoBlocks += sure(i, 'promo');
    if (body.paragraphs[i] === 1) {
      paragraphs++;
      inBody += words[i]!;
      sureInBody += words[i]! * sure(i, 'article');
      if (QUOTE.test(text)) quoting++;
    } else if (words[i]! >= RUNNING_WORDS && linkChars < text.length * LINKED) outside += words[i]!;
  }
  const running = body.first < 0 ? 0 : sums.words[body.last + 1]! - sums.words[body.first]!;
  const says = (types: RegExp): boolean => facts.types.some((type) => types.test(type));
  const has = (tags: RegExp): number => (nodes.some(({ tag }) => tags.test(tag)) ? 1 : 0);
  return [
    log(paragraphs),
    log(running),
    log(inBody / Math.max(1, paragraphs)),
    quoting / Math.max(1, paragraphs),
    sureInBody / Math.max(1, inBody),
    log(outside),
    outside / (1 + outside + inBody),
    log(article),
    article / Math.max(1, total),
    promo / Math.max(1, total),
    log(promoBlocks),
    log(count),
    sums.linkChars[count]! / Math.max(1, sums.chars[count]!),
    blocks.some((block, i) => nodes[block.node]!.tag === 'h1' && words[i]! >= 3) ? 1 : 0,
    log(blocks.filter((block) => SUBHEAD.test(nodes[block.node]!.tag)).length),
    has(FIGURE),
    has(/^time$/),
    says(/article|posting|report|recipe|review/) ? 1 : 0,
    says(/website|product|profile|searchresults|collectionpage|itemlist|qapage|discussionforum/) && !says(/article|posting/) ? 1 : 0,
    ...topMeasures(context),
    log(sums.concepts[count * CONCEPTS + SHARE]!),
    log(sums.concepts[count * CONCEPTS + RELATED]!),
    log(sums.concepts[count * CONCEPTS + COMMENTS]!),
    log(glyphs.marks.filter((marks) => (marks & MARK.money) > 0).length),
    log(blocks.filter(({ fields }) => fields > 0).length),
    parentsOf(context) / Math.max(1, paragraphs),
    log(mostAlike(context)),
  ];
}

/** Whether a date and a byline stand between a little above the headline and the story. */
function topMeasures({ body, words, glyphs, concepts }: Context): [date: number, byline: number] {
  const from = Math.max(0, (body.headline >= 0 && body.headline < body.first ? body.headline : body.first - TOP) - ABOVE);
  const top = Array.from({ length: Math.max(0, body.first + 1 - from) }, (_, i) => from + i).filter((i) => words[i]! <= TOP_WORDS);
  return [
    top.some((i) => (glyphs.marks[i]! & (MARK.date | MARK.clock)) > 0) ? 1 : 0,
    top.some((i) => concepts[i * CONCEPTS + BYLINE]! > 0) ? 1 : 0,
  ];
}

/** Elements among which the body's paragraphs are spread: a story has them in one or a few, a thread in one for each post. */
const parentsOf = ({ page: { nodes, blocks }, body }: Context): number => new Set(blocks.filter((_, i) => body.paragraphs[i] === 1).map(({ node }) => nodes[node]!.parent)).size;

/** The most short blocks amid the body's paragraphs that look the same: what stands above each post of a thread, or beside each item of a list. */
function mostAlike(context: Context): number {
  const { page: { blocks }, words, body } = context;
  const looks = looksOf(context).long;
  const counts = new Map<number, number>();
  let most = 0;
  for (let i = body.first + 1; i < body.last; i++) {
    if (body.paragraphs[i] === 1 || words[i]! > TOP_WORDS) continue;
    const look = looks[blocks[i]!.node]!;
    const count = (counts.get(look) ?? 0) + 1;
    counts.set(look, count);
    if (count > most) most = count;
  }
  return most;
}

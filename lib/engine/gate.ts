// Page and first verdicts in, probability that this is an article page out. Anything else is left alone.

import { CONCEPTS, type Context } from './features/context';
import { MARK } from './features/glyphs';
import { log } from './features/family';
import { TEXT_CONCEPTS } from './lexicon/concepts';
import { FIELD } from './records';
import { gate as fitted } from './model.baked';
import { LABELS } from './types';

const K = LABELS.length;
const ARTICLE = LABELS.indexOf('article');
const PROMO = LABELS.indexOf('promo');
const BYLINE = TEXT_CONCEPTS.indexOf('byline');
const SHARE = TEXT_CONCEPTS.indexOf('share');
const RELATED = TEXT_CONCEPTS.indexOf('related');
const ACCOUNT = TEXT_CONCEPTS.indexOf('account');
const EDITOR = /textbox|editor|compose/i;
const SEARCH = /[?&](?:q|s|query|search)=/;
const TOP = 8;
/** No story of the corpus with less running text leaves it to the reader to see that it is one. */
const SCANTY_WORDS = 60;

/** Least probability at which a page is an article: 99 % of the corpus pass, and three of the 82 written other pages it was fitted on. */
export const ARTICLE_FROM = 0.4;

/** Measures of the page the gate weighs; weights in model.json are fitted by tools/train.ts. */
export const GATE_MEASURES = ['paragraphs', 'bodyWords', 'articleWords', 'articleShare', 'promoShare', 'headline', 'saysArticle', 'saysOther', 'linkShare', 'dateNear', 'bylineNear', 'shareTools', 'related', 'account', 'editable', 'search', 'scanty'] as const;

export function gateMeasures(context: Context, probabilities: Float32Array): number[] {
  const { page: { facts, blocks, nodes }, count, words, sums, body, concepts, glyphs } = context;
  let article = 0;
  let promo = 0;
  let total = 0;
  let best = 0;
  for (let i = 0; i < count; i++) {
    total += words[i]!;
    article += words[i]! * probabilities[i * K + ARTICLE]!;
    promo += words[i]! * probabilities[i * K + PROMO]!;
    best = Math.max(best, words[i]! * probabilities[i * K + ARTICLE]!);
  }
  // What stands between a little above the headline and the story: where a news page says who wrote it, and when.
  const from = Math.max(0, (body.headline >= 0 && body.headline < body.first ? body.headline : body.first - TOP) - 4);
  const top = Array.from({ length: Math.max(0, body.first + 1 - from) }, (_, i) => from + i).filter((i) => words[i]! <= 25);
  let paragraphs = 0;
  for (let i = 0; i < count; i++) paragraphs += body.paragraphs[i]!;
  const running = body.first < 0 ? 0 : sums.words[body.last + 1]! - sums.words[body.first]!;
  const declared = facts.types.some((type) => /article|posting|report|recipe|review/.test(type));
  return [
    log(paragraphs),
    log(running),
    log(article),
    article / Math.max(1, total),
    promo / Math.max(1, total),
    blocks.some((block, i) => nodes[block.node]!.tag === 'h1' && words[i]! >= 3) ? 1 : 0,
    declared ? 1 : 0,
    facts.types.some((type) => /website|product|profile|searchresults|collectionpage|itemlist|qapage|discussionforum/.test(type)) && !facts.types.some((type) => /article|posting/.test(type)) ? 1 : 0,
    sums.linkChars[count]! / Math.max(1, sums.chars[count]!),
    top.some((i) => (glyphs.marks[i]! & (MARK.date | MARK.clock)) > 0) ? 1 : 0,
    top.some((i) => concepts[i * CONCEPTS + BYLINE]! > 0) ? 1 : 0,
    log(sums.concepts[count * CONCEPTS + SHARE]!),
    log(sums.concepts[count * CONCEPTS + RELATED]!),
    log(sums.concepts[count * CONCEPTS + ACCOUNT]!),
    nodes.some((node) => EDITOR.test(node.names)) || blocks.some((block) => (block.fields & FIELD.password) > 0) ? 1 : 0,
    facts.types.some((type) => /searchresults|searchaction/.test(type)) || SEARCH.test(facts.url) ? 1 : 0,
    running < SCANTY_WORDS && !declared ? 1 : 0,
  ];
}

/** Probability (0..1) that the page is an article: a logistic sum of GATE_MEASURES. */
export function gate(context: Context, probabilities: Float32Array): number {
  if (context.body.first < 0) return 0;
  const measures = gateMeasures(context, probabilities);
  let sum = fitted.bias;
  for (let m = 0; m < measures.length; m++) sum += measures[m]! * fitted.weights[m]!;
  return 1 / (1 + Math.exp(-sum));
}

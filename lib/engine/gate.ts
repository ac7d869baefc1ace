// Page and first verdicts in, probability that this is an article page out. Anything else is left alone.

import type { Context } from './features/context';
import model from './model.json';
import { LABELS } from './types';
import { log } from './features/family';

const K = LABELS.length;
const ARTICLE = LABELS.indexOf('article');
const PROMO = LABELS.indexOf('promo');

/** Measures of the page the gate weighs; weights in model.json are fitted by tools/train.ts. */
export const GATE_MEASURES = ['paragraphs', 'bodyWords', 'articleWords', 'articleShare', 'promoShare', 'headline', 'saysArticle', 'saysOther', 'datedPath', 'editor', 'linkShare'] as const;

export function gateMeasures(context: Context, probabilities: Float32Array): number[] {
  const { page: { facts, blocks, nodes }, count, words, sums, body } = context;
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
  let paragraphs = 0;
  for (let i = 0; i < count; i++) paragraphs += body.paragraphs[i]!;
  return [
    log(paragraphs),
    log(body.first < 0 ? 0 : sums.words[body.last + 1]! - sums.words[body.first]!),
    log(article),
    article / Math.max(1, total),
    promo / Math.max(1, total),
    blocks.some((block, i) => nodes[block.node]!.tag === 'h1' && words[i]! >= 3) ? 1 : 0,
    facts.types.some((type) => /article|posting|report|recipe|review/.test(type)) ? 1 : 0,
    facts.types.some((type) => /website|product|profile|searchresults|collectionpage|itemlist|qapage|discussionforum/.test(type)) && !facts.types.some((type) => /article|posting/.test(type)) ? 1 : 0,
    /\d{4,}|-\w+-\w+|\.html?$/.test(facts.url.replace(/^[a-z]+:\/\/[^/]*/i, '')) ? 1 : 0,
    nodes.some((node) => /textbox|searchbox|editor/.test(node.names)) ? 1 : 0,
    sums.linkChars[count]! / Math.max(1, sums.chars[count]!),
  ];
}

/** Probability (0..1) that the page is an article: a logistic sum of GATE_MEASURES. */
export function gate(context: Context, probabilities: Float32Array): number {
  if (context.body.first < 0) return 0;
  const measures = gateMeasures(context, probabilities);
  let sum = model.gate.bias;
  for (let m = 0; m < measures.length; m++) sum += measures[m]! * model.gate.weights[m]!;
  return 1 / (1 + Math.exp(-sum));
}

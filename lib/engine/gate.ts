// Page and first verdicts in, probability that this is an article page out. Anything else is left alone.

import type { Context } from './features/context';
import { log } from './features/family';
import { unpack } from './forest';
import { gateMeasures, GATE_MEASURES, PAGE_KINDS } from './gate-measures';
import { probabilities as scored } from './lanes';
import { gate as fitted } from './model.baked';
import { rowsOf } from './rows';
import type { ShortForest } from './shorten';
import { finish } from './steps';

/** Least probability at which a page is an article. `npm run train` prints what passes from 0.1 to 0.4 on; below it more fronts and sections would be taken for articles, above it more articles be left. */
export const ARTICLE_FROM = 0.25;

/** A page that says it is an article, under a headline, and has as much of a story, of which the first verdicts are as sure, is taken at its word: small sites look like none of the pages that the trees know. */
const BELIEVED = { paragraphs: 5, words: 250, sure: 0.75 };
/** One that says it is a news article in its structured data needs less of a story, and less surely one (the last paragraph of a page still to come could be anything): other pages hardly ever say that, while many call themselves articles in their `og:type`. */
const NEWS = { type: /newsarticle/, paragraphs: 2, words: 80, sure: 0.5 };
const BELIEVED_AT = 0.9;

/** Probability (0..1) that a page is an article. */
export type Gate = (context: Context, probabilities: Float32Array) => number;

/** Boosted trees on the page's measures. @throws Error when the trees are damaged */
export function gateBy(trees: ShortForest): Gate {
  const forest = unpack(trees, GATE_MEASURES.length, PAGE_KINDS);
  return (context, probabilities) => {
    if (context.body.first < 0) return 0;
    const measures = gateMeasures(context, probabilities);
    const probability = finish(scored(forest, [rowsOf(Float32Array.from(measures), GATE_MEASURES.length)]))[1]!;
    return isBelieved(measures, context.page.facts.types.some((type) => NEWS.type.test(type))) ? Math.max(probability, BELIEVED_AT) : probability;
  };
}

let shipped: Gate | undefined;

/** By the model in model.json. */
export const gate: Gate = (context, probabilities) => (shipped ??= gateBy(fitted))(context, probabilities);

function isBelieved(measures: readonly number[], isNews: boolean): boolean {
  const of = (name: (typeof GATE_MEASURES)[number]): number => measures[GATE_MEASURES.indexOf(name)]!;
  const { paragraphs, words, sure } = isNews ? NEWS : BELIEVED;
  return of('saysArticle') === 1 && of('headline') === 1 && of('paragraphs') >= log(paragraphs) && of('bodyWords') >= log(words) && of('bodySure') >= sure;
}

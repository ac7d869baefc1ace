// Page and first verdicts in, probability that this is an article page out. Anything else is left alone.

import type { Context } from './features/context';
import { unpack } from './forest';
import { gateMeasures, GATE_MEASURES, PAGE_KINDS } from './gate-measures';
import { probabilities as scored } from './lanes';
import { gate as fitted } from './model.baked';
import { rowsOf } from './rows';
import type { ShortForest } from './shorten';
import { finish } from './steps';

/** Least probability at which a page is an article. `npm run train` prints what passes from 0.1 to 0.4 on; below it more fronts and sections would be taken for articles, above it more articles be left. */
export const ARTICLE_FROM = 0.2;

/** Probability (0..1) that a page is an article. */
export type Gate = (context: Context, probabilities: Float32Array) => number;

/** Boosted trees on the page's measures. @throws Error when the trees are damaged */
export function gateBy(trees: ShortForest): Gate {
  const forest = unpack(trees, GATE_MEASURES.length, PAGE_KINDS);
  return (context, probabilities) => {
    if (context.body.first < 0) return 0;
    return finish(scored(forest, [rowsOf(Float32Array.from(gateMeasures(context, probabilities)), GATE_MEASURES.length)]))[1]!;
  };
}

let shipped: Gate | undefined;

/** By the model in model.json. */
export const gate: Gate = (context, probabilities) => (shipped ??= gateBy(fitted))(context, probabilities);

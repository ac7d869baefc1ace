// Feature rows in, label probabilities out, by the trained model; and why: which features moved a block to its label.

import type { Context } from './features/context';
import { FEATURES } from './features';
import { explain, unpack } from './forest';
import { probabilities } from './lanes';
import * as model from './model.baked';
import { rowsOf } from './rows';
import type { ShortForest } from './shorten';
import { CONTEXT_FEATURES, contextColumnSteps } from './smooth';
import { LABELS, type Reason } from './types';

/** Columns of the second stage. */
export const COLUMNS: readonly string[] = [...FEATURES, ...CONTEXT_FEATURES];

export interface Scores {
  /** Row-major [count, LABELS.length]; rows sum to 1. */
  readonly probabilities: Float32Array;
  /** What moved block `i` towards `label`, strongest first, at most `limit`. */
  reasons(i: number, label: number, limit?: number): Reason[];
}

/** Trees on each block's own features, and trees that also see what the first made of its surroundings. */
export interface TwoStages<Trees> { readonly first: Trees; readonly second: Trees }

/** Pauses after every few rows, and returns the scores at the end. */
export type Scorer = (context: Context, features: Float32Array) => Generator<undefined, Scores>;

let shipped: Scorer | undefined;

/** Scores by the model in model.json. */
export function* score(context: Context, features: Float32Array): Generator<undefined, Scores> {
  shipped ??= scorer(model);
  yield;
  return yield* shipped(context, features);
}

/** @throws Error when `stages` are damaged */
export function scorer(stages: TwoStages<ShortForest>): Scorer {
  const first = unpack(stages.first, FEATURES.length, LABELS);
  const second = unpack(stages.second, COLUMNS.length, LABELS);
  return function* (context, features) {
    const { count } = context;
    const own = rowsOf(features, count, FEATURES.length);
    yield;
    const said = yield* probabilities(first, [own]);
    yield;
    const seen = yield* contextColumnSteps(context, said);
    yield;
    const around = rowsOf(seen, count, CONTEXT_FEATURES.length);
    yield;
    return {
      probabilities: yield* probabilities(second, [own, around]),
      reasons(i, label, limit = 8) {
        const row = rowOf(features, seen, i);
        return strongest(explain(second, row, label), row, limit);
      },
    };
  };
}

function rowOf(features: Float32Array, seen: Float32Array, i: number): Float32Array {
  const row = new Float32Array(COLUMNS.length);
  row.set(features.subarray(i * FEATURES.length, (i + 1) * FEATURES.length));
  row.set(seen.subarray(i * CONTEXT_FEATURES.length, (i + 1) * CONTEXT_FEATURES.length), FEATURES.length);
  return row;
}

function strongest(weights: ReadonlyMap<number, number>, row: Float32Array, limit: number): Reason[] {
  return [...weights].sort(([, a], [, b]) => b - a).filter(([, weight]) => weight > 0.01).slice(0, limit)
    .map(([column, weight]) => ({ feature: COLUMNS[column]!, value: row[column]!, weight: Math.round(weight * 1000) / 1000 }));
}

// Feature rows in, label probabilities out, by a trained model; and why: which features moved a block to its label.

import type { Context } from './features/context';
import { FEATURES } from './features';
import { explain, unpack } from './forest';
import { probabilities } from './lanes';
import { rowsOf } from './rows';
import { K } from './runs';
import type { ShortForest } from './shorten';
import { CONTEXT_FEATURES, contextColumnSteps, unsettled } from './smooth';
import { LABELS, type Reason } from './types';

/** Columns of the second stage. */
export const COLUMNS: readonly string[] = [...FEATURES, ...CONTEXT_FEATURES];

export interface Scores {
  /** Row-major [count, LABELS.length]; rows sum to 1. */
  readonly probabilities: Float32Array;
  /** What moved block `i` towards `label`, strongest first, at most `limit`. */
  reasons(i: number, label: number, limit?: number): Reason[];
}

/** Trees on each block's own features, and for what these are not sure of trees that also see what they made of its surroundings. */
export interface TwoStages<Trees> { readonly first: Trees; readonly second: Trees }

/** Pauses after every few rows, and returns the scores at the end. */
export type Scorer = (context: Context, features: Float32Array) => Generator<undefined, Scores>;

/** @throws Error when `stages` are damaged */
export function scorer(stages: TwoStages<ShortForest>): Scorer {
  const first = unpack(stages.first, FEATURES.length, LABELS);
  const second = unpack(stages.second, COLUMNS.length, LABELS);
  return function* (context, features) {
    const own = rowsOf(features, FEATURES.length);
    yield;
    const scores = yield* probabilities(first, [own]);
    yield;
    const open = unsettled(scores);
    const seen = yield* contextColumnSteps(context, scores, open);
    yield;
    const parts = [rowsOf(features, FEATURES.length, open), rowsOf(seen, CONTEXT_FEATURES.length)];
    yield;
    const again = yield* probabilities(second, parts);
    open.forEach((i, n) => scores.set(again.subarray(n * K, (n + 1) * K), i * K));
    return {
      probabilities: scores,
      reasons(i, label, limit = 8) {
        const n = open.indexOf(i);
        const row = joined(rowAt(features, FEATURES.length, i), n < 0 ? new Float32Array(0) : rowAt(seen, CONTEXT_FEATURES.length, n));
        return strongest(explain(n < 0 ? first : second, row, label), row, limit);
      },
    };
  };
}

const rowAt = (matrix: Float32Array, width: number, i: number): Float32Array => matrix.subarray(i * width, (i + 1) * width);

function joined(left: Float32Array, right: Float32Array): Float32Array {
  const row = new Float32Array(left.length + right.length);
  row.set(left);
  row.set(right, left.length);
  return row;
}

function strongest(weights: ReadonlyMap<number, number>, row: Float32Array, limit: number): Reason[] {
  return [...weights].sort(([, a], [, b]) => b - a).filter(([, weight]) => weight > 0.01).slice(0, limit)
    .map(([column, weight]) => ({ feature: COLUMNS[column]!, value: row[column]!, weight: Math.round(weight * 1000) / 1000 }));
}

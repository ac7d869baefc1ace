// Feature rows in, label probabilities out, by the trained model; and why: which features moved a block to its label.

import type { Context } from './features/context';
import { FEATURES } from './features';
import { addMargins, explain, softmaxRows, unpack, type Forest, type PackedForest } from './forest';
import model from './model.json';
import { CONTEXT_FEATURES, contextRows } from './smooth';
import { LABELS, type Reason } from './types';

const K = LABELS.length;
const COLUMNS = [...FEATURES, ...CONTEXT_FEATURES];
/** Rows between two pauses. */
const STEP = 64;

export interface Scores {
  /** Row-major [count, LABELS.length]; rows sum to 1. */
  readonly probabilities: Float32Array;
  /** What moved block `i` towards `label`, strongest first, at most `limit`. */
  reasons(i: number, label: number, limit?: number): Reason[];
}

/** What the trainer writes: trees on each block's own features, and trees that also see what the first made of its surroundings. */
export interface TwoStages { readonly first: PackedForest; readonly second: PackedForest }

/** Pauses after every few rows, and returns the scores at the end. */
export type Scorer = (context: Context, features: Float32Array) => Generator<undefined, Scores>;

let shipped: Scorer | undefined;

/**
 * Scores by the model in model.json.
 *
 * @throws Error when the model was trained on other features than the engine computes
 */
export function score(context: Context, features: Float32Array): Generator<undefined, Scores> {
  shipped ??= scorer(model);
  return shipped(context, features);
}

/** @throws Error when `stages` were trained on other features than the engine computes */
export function scorer(stages: TwoStages): Scorer {
  const first = unpack(stages.first, FEATURES, LABELS);
  const second = unpack(stages.second, COLUMNS, LABELS);
  return function* (context, features) {
    const seen = yield* run(first, features, context.count);
    const rows = contextRows(context, features, seen);
    yield;
    return {
      probabilities: yield* run(second, rows, context.count),
      reasons(i, label, limit = 8) {
        const row = rows.subarray(i * COLUMNS.length, (i + 1) * COLUMNS.length);
        return strongest(explain(second, row, label), row, limit);
      },
    };
  };
}

function* run(forest: Forest, rows: Float32Array, count: number): Generator<undefined, Float32Array> {
  const width = count === 0 ? 0 : rows.length / count;
  const out = new Float32Array(count * K);
  for (let i = 0; i < count; i++) {
    addMargins(forest, rows, i * width, out, i * K);
    if (i % STEP === STEP - 1) yield;
  }
  softmaxRows(out, K);
  return out;
}

function strongest(weights: ReadonlyMap<number, number>, row: Float32Array, limit: number): Reason[] {
  return [...weights].sort(([, a], [, b]) => b - a).filter(([, weight]) => weight > 0.01).slice(0, limit)
    .map(([column, weight]) => ({ feature: COLUMNS[column]!, value: row[column]!, weight: Math.round(weight * 1000) / 1000 }));
}

// Feature rows in, label probabilities out, by the trained model; and why: which features moved a block to its label.

import type { Context } from './features/context';
import { FEATURES } from './features';
import { changesOf, type Changes } from './changes';
import { explain, softmaxRows, unpack, type PackedForest } from './forest';
import model from './model.json';
import { addLeaves, lookAtAll, lookAtChanged, type QuickForest } from './quick';
import { CONTEXT_FEATURES, contextColumns } from './smooth';
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
    const { count } = context;
    const changes = changesOf(features, count, FEATURES.length);
    const seen = contextColumns(context, yield* run(first.quick, features, changes, count));
    yield;
    return {
      probabilities: yield* run(second.quick, features, changes, count, seen),
      reasons(i, label, limit = 8) {
        const row = rowOf(features, seen, i);
        return strongest(explain(second, row, label), row, limit);
      },
    };
  };
}

/** @param seen what the first stage made of each block's surroundings; its columns stand behind the features */
function* run(forest: QuickForest, features: Float32Array, changes: Changes, count: number, seen?: Float32Array): Generator<undefined, Float32Array> {
  const out = new Float32Array(count * K);
  for (let from = 0; from < count; from += STEP) {
    addRows(forest, features, changes, seen, out, from, Math.min(count, from + STEP));
    yield;
  }
  softmaxRows(out, K);
  return out;
}

/** Margins of rows `from` (inclusive) to `end` (exclusive). */
function addRows(forest: QuickForest, features: Float32Array, changes: Changes, seen: Float32Array | undefined, out: Float32Array, from: number, end: number): void {
  const width = FEATURES.length;
  const all = forest.columns.length;
  const own = seen ? firstFrom(forest.columns, width) : all;
  for (let i = from; i < end; i++) {
    // In a pause, the rows of another page may have been looked at.
    if (i === from) lookAtAll(forest, features, i * width, 0, own);
    else lookAtChanged(forest, features, i * width, changes.columns, changes.first[i]!, changes.first[i + 1]!);
    if (seen) lookAtAll(forest, seen, i * CONTEXT_FEATURES.length - width, own, all);
    addLeaves(forest, K, out, i * K);
  }
}

/** Index of the first of ascending `columns` that is `least` or more. */
function firstFrom(columns: Int16Array, least: number): number {
  const index = columns.findIndex((column) => column >= least);
  return index < 0 ? columns.length : index;
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

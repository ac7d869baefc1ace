// Samples in, a two-stage model out: trees on each block's own features, then trees that also see what the first made of its surroundings.

import { unpack, type Forest } from '../lib/engine/forest';
import { FEATURES } from '../lib/engine/features';
import { probabilities as steps } from '../lib/engine/lanes';
import { rowsOf } from '../lib/engine/rows';
import { CONTEXT_FEATURES, contextColumns } from '../lib/engine/smooth';
import type { TwoStages } from '../lib/engine/score';
import { shorten, type PackedForest } from '../lib/engine/shorten';
import { finish } from '../lib/engine/stages';
import { LABELS } from '../lib/engine/types';
import { scorerOf } from './scorer';
import { bin, findEdges } from './trees/bins';
import { trainTrees, type TreeOptions } from './trees/train';
import { pack } from './pack';
import { generator } from './random';
import type { Sample } from './dataset';

const K = LABELS.length;
const COLUMNS = [...FEATURES, ...CONTEXT_FEATURES];

export interface LearnOptions {
  readonly first: TreeOptions;
  readonly second: TreeOptions;
  /** Parts of the training set whose first-stage scores come from a model that did not see them. */
  readonly parts: number;
}

const TREES = { classes: K, leaves: 12, shrinkage: 0.12, lambda: 3, minHessian: 3, minGain: 0.1, columns: 0.4, top: 0.2, rest: 0.15 };
export const OPTIONS: LearnOptions = { first: { ...TREES, rounds: 40, seed: 11 }, second: { ...TREES, rounds: 60, seed: 12 }, parts: 3 };

/** What training knows of a page besides its features. */
export interface Example extends Sample {
  /** Weight of each of its rows. */
  readonly weight: number;
}

/** What names of classes and paths give away, and what cue phrases do: a masked example must be learnt without. */
const MASKS = { names: /^name\.|^link\.\w+\.(?:newsletter|donate|paywall|account|tags|author)$/, concepts: /^(?:says|dense|card|box|boxdense|heading|near|previous|next)\.[a-z]+$/ } as const;

/** A copy of `features` in which the columns of `kinds` are silent. */
export function masked(features: Float32Array, kinds: readonly (keyof typeof MASKS)[]): Float32Array {
  const copy = features.slice();
  FEATURES.forEach((name, column) => {
    if (kinds.some((kind) => MASKS[kind].test(name))) for (let at = column; at < copy.length; at += FEATURES.length) copy[at] = 0;
  });
  return copy;
}

export interface Learnt {
  readonly stages: TwoStages<PackedForest>;
  /** Scores of every example by stages that were not trained on its publisher; empty unless asked for. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

export function learn(examples: readonly Example[], { log, holdOut = false, options = OPTIONS }: { log?: (line: string) => void; holdOut?: boolean; options?: LearnOptions } = {}): Learnt {
  const publishers = [...new Set(examples.map((example) => example.source.publisher))].sort();
  const part = assign(publishers, options.parts, 5);
  const inPart = (p: number): Example[] => examples.filter((example) => part.get(example.source.publisher) === p);
  const outside = (p: number): Example[] => examples.filter((example) => part.get(example.source.publisher) !== p);

  const seen = new Map<Example, Float32Array>();
  for (let p = 0; p < options.parts; p++) {
    const forest = compile(fit(outside(p), (e) => e.features, FEATURES, options.first), FEATURES);
    for (const example of inPart(p)) seen.set(example, probabilities(forest, example.features, FEATURES.length));
    log?.(`first stage without part ${p + 1} of ${options.parts}`);
  }
  const rowsOf = (e: Example): Float32Array => joined(e.features, contextColumns(e.context, seen.get(e)!), e.context.count);
  const held = new Map<Example, Float32Array>();
  for (let p = 0; holdOut && p < options.parts; p++) {
    const forest = compile(fit(outside(p), rowsOf, COLUMNS, options.second), COLUMNS);
    for (const example of inPart(p)) held.set(example, probabilities(forest, rowsOf(example), COLUMNS.length));
    log?.(`second stage without part ${p + 1} of ${options.parts}`);
  }
  const first = fit(examples, (e) => e.features, FEATURES, options.first);
  log?.('first stage');
  const second = fit(examples, rowsOf, COLUMNS, options.second);
  log?.('second stage');
  return { stages: { first, second }, held };
}

const compile = (packed: PackedForest, names: readonly string[]): Forest => unpack(shorten(packed, names), names.length, LABELS);

export function fit(examples: readonly Example[], rowsOf: (example: Example) => Float32Array, names: readonly string[], options: TreeOptions): PackedForest {
  const width = names.length;
  let count = 0;
  for (const { labels } of examples) for (const label of labels) if (label >= 0) count++;
  const matrix = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let row = 0;
  for (const example of examples) {
    const rows = rowsOf(example);
    for (let i = 0; i < example.labels.length; i++) {
      if (example.labels[i]! < 0) continue;
      matrix.set(rows.subarray(i * width, (i + 1) * width), row * width);
      labels[row] = example.labels[i]!;
      weights[row] = example.weight;
      row++;
    }
  }
  const edges = findEdges(matrix, count, width, options.seed);
  return pack(trainTrees(bin(matrix, count, edges), labels, weights, options), names, edges);
}

/** Row-major [count, K] of a stage for one page. */
export function probabilities(forest: Forest, rows: Float32Array, width: number): Float32Array {
  return finish(steps(forest, [rowsOf(rows, rows.length / width, width)]));
}

/** Probabilities after both stages, row-major [count, K]. */
export function predictor(model: TwoStages<PackedForest>): (sample: Sample) => Float32Array {
  const score = scorerOf(model);
  return (sample) => score(sample).probabilities;
}

/** Two row-major matrices of `count` rows side by side. */
function joined(left: Float32Array, right: Float32Array, count: number): Float32Array {
  if (count === 0) return left;
  const [a, b] = [left.length / count, right.length / count];
  const rows = new Float32Array(left.length + right.length);
  for (let i = 0; i < count; i++) {
    rows.set(left.subarray(i * a, (i + 1) * a), i * (a + b));
    rows.set(right.subarray(i * b, (i + 1) * b), i * (a + b) + a);
  }
  return rows;
}

/** Spreads publishers over `parts`, shuffled by `seed`. */
export function assign(publishers: readonly string[], parts: number, seed: number): Map<string, number> {
  const random = generator(seed);
  const order = publishers.map((publisher) => ({ publisher, key: random() })).sort((a, b) => a.key - b.key);
  return new Map(order.map(({ publisher }, i) => [publisher, i % parts]));
}

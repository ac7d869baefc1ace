// Samples in, a two-stage model out: trees on each block's own features, then trees that also see what the first made of its surroundings.

import { unpack, type Forest } from '../lib/engine/forest';
import { FEATURES } from '../lib/engine/features';
import { probabilities as steps } from '../lib/engine/lanes';
import { allRows, rowsOf } from '../lib/engine/rows';
import { CONTEXT_FEATURES, contextColumns, unsettled } from '../lib/engine/smooth';
import type { TwoStages } from '../lib/engine/score';
import { shorten, type PackedForest } from '../lib/engine/shorten';
import { finish } from '../lib/engine/steps';
import { LABELS } from '../lib/engine/types';
import { scorerOf } from './scorer';
import type { TreeOptions } from './trees/train';
import { average } from './average';
import { emptyTable, Fitters, type Table } from './fit';
import { findEdges } from './trees/bins';
import { generator } from './random';
import type { Sample } from './dataset';

const K = LABELS.length;
const COLUMNS = [...FEATURES, ...CONTEXT_FEATURES];

export interface LearnOptions {
  readonly first: TreeOptions;
  readonly second: TreeOptions;
  /** Parts of the training set; each stage has a forest for every one, trained on the others. */
  readonly parts: number;
}

const TREES = { classes: K, leaves: 16, shrinkage: 0.32, lambda: 3, minHessian: 3, minGain: 0.1, columns: 0.4, top: 0.2, rest: 0.15 };
export const OPTIONS: LearnOptions = { first: { ...TREES, rounds: 15, seed: 11 }, second: { ...TREES, rounds: 23, seed: 12 }, parts: 5 };

/** What training knows of a page besides its features. */
export interface Example extends Sample {
  /** Weight of each of its rows. */
  readonly weight: number;
}

/** What names of classes and paths give away, and what cue phrases do: a masked example must be learnt without. */
const MASKS = { names: /^name\.|^link\.\w+\.(?:newsletter|donate|paywall|account|tags|author)$/, concepts: /^(?:ideas|says|dense|card|box|boxdense|heading|near|previous|next)\.[a-z]+$/ } as const;

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
  /** Scores of every example by trees that were not trained on its publisher. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

/** Each stage is the average of forests of which none saw all publishers: what one of them makes of a page by chance weighs a fifth. */
export async function learn(examples: readonly Example[], { log, threads = 0, options = OPTIONS }: { log?: (line: string) => void; threads?: number; options?: LearnOptions } = {}): Promise<Learnt> {
  const part = assign([...new Set(examples.map((example) => example.source.publisher))].sort(), options.parts, 5);
  const parts = Array.from({ length: options.parts }, (_, p) => ({
    inside: examples.filter((example) => part.get(example.source.publisher) === p),
    outside: examples.filter((example) => part.get(example.source.publisher) !== p),
    name: `without part ${p + 1} of ${options.parts}`,
  }));
  const fitters = new Fitters(threads);
  const stage = async (rowsFor: RowsFor, names: readonly string[], of: TreeOptions, title: string): Promise<Stage> => {
    // The same for all parts: forests that ask the same questions are packed in less, and answered faster.
    const edges = edgesOf(examples, rowsFor, names);
    const forests = await Promise.all(parts.map(async ({ outside, name }, p) => {
      const forest = await fitters.fit(() => tableOf(outside, rowsFor, names), edges, { ...of, seed: of.seed + 100 * p });
      log?.(`${title} ${name}`);
      return forest;
    }));
    const held = parts.flatMap(({ inside }, p) => {
      const forest = compile(forests[p]!, names);
      return inside.map((example) => [example, probabilities(forest, rowsFor(example).values, names.length)] as const);
    });
    return { forest: average(forests), held: new Map(held) };
  };
  try {
    const first = await stage((e) => ({ values: e.features, of: allRows(e.context.count) }), FEATURES, options.first, 'first stage');
    const open = (e: Example): LearntRows => openRows(e, first.held.get(e)!);
    const second = await stage(open, COLUMNS, options.second, 'second stage');
    const held = new Map(examples.map((e) => [e, settled(first.held.get(e)!, second.held.get(e)!)]));
    return { stages: { first: first.forest, second: second.forest }, held };
  } finally {
    await fitters.close();
  }
}

interface Stage {
  readonly forest: PackedForest;
  /** What the forest that did not see an example's publisher says of it. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

/** Rows of a page that a stage learns, row-major [of.length, columns], and the blocks they are of. */
interface LearntRows {
  readonly values: Float32Array;
  readonly of: Int32Array;
}
type RowsFor = (example: Example) => LearntRows;

/** What the first stage leaves to the second. @param said what the first says of all blocks */
function openRows({ features, context }: Example, said: Float32Array): LearntRows {
  const of = unsettled(said);
  const seen = contextColumns(context, said, of);
  const [own, around] = [FEATURES.length, CONTEXT_FEATURES.length];
  const values = new Float32Array(of.length * (own + around));
  of.forEach((i, n) => {
    values.set(features.subarray(i * own, (i + 1) * own), n * (own + around));
    values.set(seen.subarray(n * around, (n + 1) * around), n * (own + around) + own);
  });
  return { values, of };
}

/** Both stages' scores in one: the second's for the blocks left to it. */
function settled(first: Float32Array, second: Float32Array): Float32Array {
  const scores = first.slice();
  unsettled(first).forEach((i, n) => scores.set(second.subarray(n * K, (n + 1) * K), i * K));
  return scores;
}

const compile = (packed: PackedForest, names: readonly string[]): Forest => unpack(shorten(packed, names), names.length, LABELS);

function tableOf(examples: readonly Example[], rowsFor: RowsFor, names: readonly string[]): Table {
  const width = names.length;
  const pages = examples.map((example) => ({ example, ...rowsFor(example) }));
  const table = emptyTable(names, pages.reduce((count, { example, of }) => count + of.filter((i) => example.labels[i]! >= 0).length, 0));
  let row = 0;
  for (const { example, values, of } of pages) {
    of.forEach((i, n) => {
      if (example.labels[i]! < 0) return;
      table.matrix.set(values.subarray(n * width, (n + 1) * width), row * width);
      table.labels[row] = example.labels[i]!;
      table.weights[row] = example.weight;
      row++;
    });
  }
  return table;
}

/** Rows that are enough to tell where a column's quantiles are. */
const EDGE_ROWS = 30_000;

/** Thresholds that trees may test, per column, from every so manyth row. */
function edgesOf(examples: readonly Example[], rowsFor: RowsFor, names: readonly string[]): Float32Array[] {
  const width = names.length;
  const rows = examples.reduce((count, example) => count + example.context.count, 0);
  const step = Math.max(1, Math.ceil(rows / EDGE_ROWS));
  const sample: Float32Array[] = [];
  let row = 0;
  for (const example of examples) {
    const { values, of } = rowsFor(example);
    of.forEach((_, n) => { if (row++ % step === 0) sample.push(values.slice(n * width, (n + 1) * width)); });
  }
  const matrix = new Float32Array(sample.length * width);
  sample.forEach((values, n) => matrix.set(values, n * width));
  return findEdges(matrix, sample.length, width);
}

/** Row-major [rows, K] of a stage for rows of one page. */
export function probabilities(forest: Forest, rows: Float32Array, width: number): Float32Array {
  return finish(steps(forest, [rowsOf(rows, width)]));
}

/** Probabilities after both stages, row-major [count, K]. */
export function predictor(model: TwoStages<PackedForest>): (sample: Sample) => Float32Array {
  const score = scorerOf(model);
  return (sample) => score(sample).probabilities;
}

/** Spreads publishers over `parts`, shuffled by `seed`. */
export function assign(publishers: readonly string[], parts: number, seed: number): Map<string, number> {
  const random = generator(seed);
  const order = publishers.map((publisher) => ({ publisher, key: random() })).sort((a, b) => a.key - b.key);
  return new Map(order.map(({ publisher }, i) => [publisher, i % parts]));
}

// Samples in, a two-stage model out: trees on each block's own features, then trees that also see what the first made of its surroundings.

import { unpack, type Forest } from '../lib/engine/forest';
import { FEATURES } from '../lib/engine/features';
import { probabilities as steps } from '../lib/engine/lanes';
import { rowsOf } from '../lib/engine/rows';
import { CONTEXT_FEATURES, contextColumns } from '../lib/engine/smooth';
import type { TwoStages } from '../lib/engine/score';
import { shorten, type PackedForest } from '../lib/engine/shorten';
import { finish } from '../lib/engine/steps';
import { LABELS } from '../lib/engine/types';
import { scorerOf } from './scorer';
import type { TreeOptions } from './trees/train';
import { average } from './average';
import { emptyTable, Fitters, type Table } from './fit';
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

const TREES = { classes: K, leaves: 12, shrinkage: 0.15, lambda: 3, minHessian: 3, minGain: 0.1, columns: 0.4, top: 0.2, rest: 0.15 };
export const OPTIONS: LearnOptions = { first: { ...TREES, rounds: 28, seed: 11 }, second: { ...TREES, rounds: 42, seed: 12 }, parts: 3 };

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
  /** Scores of every example by trees that were not trained on its publisher. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

/** Each stage is the average of forests of which none saw all publishers: what one of them makes of a page by chance weighs a third. */
export async function learn(examples: readonly Example[], { log, threads = 0, options = OPTIONS }: { log?: (line: string) => void; threads?: number; options?: LearnOptions } = {}): Promise<Learnt> {
  const part = assign([...new Set(examples.map((example) => example.source.publisher))].sort(), options.parts, 5);
  const parts = Array.from({ length: options.parts }, (_, p) => ({
    inside: examples.filter((example) => part.get(example.source.publisher) === p),
    outside: examples.filter((example) => part.get(example.source.publisher) !== p),
    name: `without part ${p + 1} of ${options.parts}`,
  }));
  const fitters = new Fitters(threads);
  const stage = async (rows: RowsOf, names: readonly string[], of: TreeOptions, title: string): Promise<Stage> => {
    const forests = await Promise.all(parts.map(async ({ outside, name }, p) => {
      const forest = await fitters.fit(() => tableOf(outside, rows, names), { ...of, seed: of.seed + 100 * p });
      log?.(`${title} ${name}`);
      return forest;
    }));
    const held = parts.flatMap(({ inside }, p) => {
      const forest = compile(forests[p]!, names);
      return inside.map((example) => [example, probabilities(forest, rows(example), names.length)] as const);
    });
    return { forest: average(forests), held: new Map(held) };
  };
  try {
    const first = await stage((e) => e.features, FEATURES, options.first, 'first stage');
    const second = await stage((e) => joined(e.features, contextColumns(e.context, first.held.get(e)!), e.context.count), COLUMNS, options.second, 'second stage');
    return { stages: { first: first.forest, second: second.forest }, held: second.held };
  } finally {
    await fitters.close();
  }
}

interface Stage {
  readonly forest: PackedForest;
  /** What the forest that did not see an example's publisher says of it. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

type RowsOf = (example: Example) => Float32Array;

const compile = (packed: PackedForest, names: readonly string[]): Forest => unpack(shorten(packed, names), names.length, LABELS);

function tableOf(examples: readonly Example[], rowsOf: RowsOf, names: readonly string[]): Table {
  const width = names.length;
  let count = 0;
  for (const { labels } of examples) for (const label of labels) if (label >= 0) count++;
  const table = emptyTable(names, count);
  let row = 0;
  for (const example of examples) {
    const rows = rowsOf(example);
    for (let i = 0; i < example.labels.length; i++) {
      if (example.labels[i]! < 0) continue;
      table.matrix.set(rows.subarray(i * width, (i + 1) * width), row * width);
      table.labels[row] = example.labels[i]!;
      table.weights[row] = example.weight;
      row++;
    }
  }
  return table;
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

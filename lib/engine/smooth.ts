// First scores in, context columns out: what the neighbours, the card, the box, look-alikes and the governing heading were taken for.

import type { Context } from './features/context';
import { looksOf } from './features/looks';
import { allRows } from './rows';
import { K } from './runs';
import { finish } from './steps';
import { LABELS } from './types';

const OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4] as const;
const SPAN = 20;
/** Blocks between two pauses. */
const STEP = 256;

/**
 * What the first stage is this sure of is settled. A second stage that learnt every block agreed with it: on every fourth corpus page, all of which it was trained on,
 * it named another label for one of the 13,000 blocks of which the first was surer than 0.9, and for none above 0.95.
 */
const SETTLED_FROM = 0.95;

/** Blocks that the first stage leaves to the second, ascending. @param first its probabilities, row-major [count, LABELS.length] */
export function unsettled(first: Float32Array): Int32Array {
  return allRows(first.length / K).filter((i) => {
    for (let k = 0; k < K; k++) if (first[i * K + k]! >= SETTLED_FROM) return false;
    return true;
  });
}

/** Names of the columns of `contextColumns`; they stand behind a block's own features. */
export const CONTEXT_FEATURES: readonly string[] = [
  ...['self', 'card', 'box', 'parent', 'alike', 'alikeParent', 'heading', 'before', 'after', 'governed', 'fore', 'rest'].flatMap((place) => LABELS.map((label) => `seen.${place}.${label}`)),
  ...OFFSETS.flatMap((offset) => LABELS.map((label) => `seen.${offset}.${label}`)),
];

/**
 * @param first probabilities of the first stage, row-major [count, LABELS.length]
 * @param of the blocks that are asked for
 * @returns row-major [of.length, CONTEXT_FEATURES.length]
 */
export const contextColumns = (context: Context, first: Float32Array, of?: Int32Array): Float32Array => finish(contextColumnSteps(context, first, of));

/** The same, in steps. */
export function* contextColumnSteps(context: Context, first: Float32Array, of = allRows(context.count)): Generator<undefined, Float32Array> {
  const { count, page: { nodes, blocks } } = context;
  const rows = new Float32Array(of.length * CONTEXT_FEATURES.length);
  const sums = runningSums(context, first);
  const alike = meansOfAlike(context, first, sums.weight, 0);
  const alikeParent = meansOfAlike(context, first, sums.weight, 1);
  const governed = governedEnds(context);
  yield;
  let to = 0;
  const put = (source: Float32Array, from: number): void => { for (let k = 0; k < K; k++) rows[to++] = source[from + k]!; };
  const mean = (from: number, end: number): void => {
    const total = sums.total[end]! - sums.total[from]!;
    for (let k = 0; k < K; k++) rows[to++] = total > 0 ? (sums.rows[end * K + k]! - sums.rows[from * K + k]!) / total : -1;
  };
  for (let n = 0; n < of.length; n++) {
    const i = of[n]!;
    const node = blocks[i]!.node;
    const card = nodes[context.card[i]!]!;
    const box = nodes[context.box[i]!]!;
    const parent = nodes[nodes[node]!.parent >= 0 ? nodes[node]!.parent : node]!;
    put(first, i * K);
    mean(card.first, card.end);
    mean(box.first, box.end);
    mean(parent.first, parent.end);
    put(alike, i * K);
    put(alikeParent, i * K);
    if (context.heading[i]! >= 0) put(first, context.heading[i]! * K);
    else for (let k = 0; k < K; k++) rows[to++] = -1;
    mean(Math.max(0, i - 12), i);
    mean(Math.min(count, i + 1), Math.min(count, i + 13));
    mean(i + 1, governed[i]!);
    const [foreFirst, foreEnd, restFirst, restEnd] = siblingsOf(context, i);
    mean(foreFirst, foreEnd);
    mean(restFirst, restEnd);
    for (const offset of OFFSETS) {
      if (i + offset >= 0 && i + offset < count) put(first, (i + offset) * K);
      else for (let k = 0; k < K; k++) rows[to++] = -1;
    }
    if (n % STEP === STEP - 1) yield;
  }
  return rows;
}

/** For every block the end of the run of blocks it governs as their heading; its own successor when it governs none. */
function governedEnds({ heading, count }: Context): Int32Array {
  const ends = Int32Array.from({ length: count }, (_, i) => i + 1);
  for (let i = 0; i < count; i++) if (heading[i]! >= 0) ends[heading[i]!] = i + 1;
  return ends;
}

/** What stands before and behind a block in the lowest ancestor that holds more than it: [first, start) and [end, last), at most SPAN blocks each. */
function siblingsOf({ page: { nodes, blocks } }: Context, i: number): readonly [number, number, number, number] {
  let node = nodes[blocks[i]!.node]!;
  while (node.parent >= 0 && nodes[node.parent]!.first === node.first && nodes[node.parent]!.end === node.end) node = nodes[node.parent]!;
  const parent = node.parent >= 0 ? nodes[node.parent]! : node;
  return [Math.max(parent.first, node.first - SPAN), node.first, node.end, Math.min(parent.end, node.end + SPAN)];
}

/** Long blocks say more than short ones, but not in proportion. */
const weightOf = (words: number): number => Math.sqrt(1 + words);

function runningSums({ count, words }: Context, first: Float32Array): { rows: Float32Array; total: Float32Array; weight: Float32Array } {
  const rows = new Float32Array((count + 1) * K);
  const total = new Float32Array(count + 1);
  const weight = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    weight[i] = weightOf(words[i]!);
    total[i + 1] = total[i]! + weight[i]!;
    for (let k = 0; k < K; k++) rows[(i + 1) * K + k] = rows[i * K + k]! + first[i * K + k]! * weight[i]!;
  }
  return { rows, total, weight };
}

/** Mean scores over the blocks whose node (or its ancestor `up` levels higher) looks the same. */
function meansOfAlike(context: Context, first: Float32Array, weight: Float32Array, up: number): Float32Array {
  const { count, page: { nodes, blocks } } = context;
  const looks = looksOf(context).long;
  const width = K + 1;
  const sums = new Float32Array((nodes.length + 1) * width);
  const keys = Int32Array.from(blocks, (block) => {
    let node = block.node;
    for (let step = 0; step < up && nodes[node]!.parent >= 0; step++) node = nodes[node]!.parent;
    return looks[node]! * width;
  });
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < K; k++) sums[keys[i]! + k]! += first[i * K + k]! * weight[i]!;
    sums[keys[i]! + K]! += weight[i]!;
  }
  const means = new Float32Array(count * K);
  for (let i = 0; i < count; i++) for (let k = 0; k < K; k++) means[i * K + k] = sums[keys[i]! + k]! / sums[keys[i]! + K]!;
  return means;
}

// Boosted trees in their short form in, trees in flat arrays out, and why they say what they say.

import { ZERO, type ShortForest } from './shorten';
import type { Label } from './types';

/**
 * Trees in flat arrays. Node n asks test `t = test[n]`: a row that holds it (`row[column[t]] <= threshold[t]`) goes to n + 1, one that fails it
 * to `right[n]`. A leaf has the test -1 and the value `leaf[n] * scale`. Trees stand one after the other, label by label within a round.
 */
export interface Forest {
  readonly labels: number;
  readonly scale: number;
  /** Tests of column number c, by ascending threshold, are `first[c]` to `first[c + 1]`. */
  readonly first: Int32Array;
  readonly column: Int16Array;
  readonly threshold: Float32Array;
  /** Number of a column of the rows, -1 for one that no test asks for. */
  readonly indexOf: Int16Array;
  readonly test: Int16Array;
  readonly right: Int32Array;
  readonly leaf: Int8Array;
  readonly roots: Int32Array;
  /** Most leaves of a tree. */
  readonly leaves: number;
  /** Filled by `explain` on first use. */
  means?: Float32Array;
}

/**
 * @param width columns of a row
 * @throws Error when the short form is damaged
 */
export function unpack(short: ShortForest, width: number, labels: readonly Label[]): Forest {
  const columns = numbers(short.columns);
  // Run once in every page, before the browser has made it fast: loops, and no lists where numbers stand side by side.
  const thresholds = short.thresholds.split('|').map((list) => (list === '' ? [] : list.split(' ')));
  const indexOf = new Int16Array(width).fill(-1);
  const first = new Int32Array(columns.length + 1);
  for (let c = 0; c < columns.length; c++) {
    indexOf[columns[c]!] = c;
    first[c + 1] = first[c]! + thresholds[c]!.length;
  }
  const column = new Int16Array(first[columns.length]!);
  const threshold = new Float32Array(column.length);
  for (let c = 0, t = 0; c < columns.length; c++) {
    for (const value of thresholds[c]!) {
      column[t] = columns[c]!;
      threshold[t++] = Number(value);
    }
  }
  const tests = numbers(short.tests);
  const places = numbers(short.places);
  const leaves = numbers(short.leaves);
  const forest = {
    labels: labels.length, scale: short.scale, first, indexOf, column, threshold,
    test: new Int16Array(tests.length), right: new Int32Array(tests.length), leaf: new Int8Array(tests.length), leaves: 0,
  };
  const roots: number[] = [];
  // Inner nodes whose right side is still to come; the left side follows its node at once.
  const open: number[] = [];
  let inner = 0;
  let outer = 0;
  let begun = 0;
  let whole = true;
  for (let node = 0; node < tests.length; node++) {
    const test = tests[node]!;
    if (whole) {
      roots.push(node);
      begun = outer;
      whole = false;
    }
    if (test > 0) {
      forest.test[node] = first[test - 1]! + places[inner++]!;
      open.push(node);
      continue;
    }
    forest.test[node] = -1;
    const value = leaves[outer++]!;
    forest.leaf[node] = value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    forest.leaves = Math.max(forest.leaves, outer - begun);
    const above = open.pop();
    if (above === undefined) whole = true;
    else forest.right[above] = node + 1;
  }
  if (!whole || inner !== places.length || outer !== leaves.length) throw new Error('The model is damaged: a tree ends early. Train it again.');
  return { ...forest, roots: Int32Array.from(roots) };
}

function numbers(text: string): Uint16Array {
  const result = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) result[at] = text.charCodeAt(at) - ZERO;
  return result;
}

/** Turns `labels` margins per row into probabilities, in place. */
export function softmaxRows(margins: Float32Array, labels: number): void {
  for (let at = 0; at < margins.length; at += labels) {
    let max = -Infinity;
    for (let k = 0; k < labels; k++) max = Math.max(max, margins[at + k]!);
    let sum = 0;
    for (let k = 0; k < labels; k++) sum += margins[at + k] = Math.exp(margins[at + k]! - max);
    for (let k = 0; k < labels; k++) margins[at + k]! /= sum;
  }
}

/**
 * Share of each column in the margin of `label` for one row: along the path, the change of a node's mean leaf value is
 * credited to the column tested above it (Saabas 2014, "Interpreting random forests").
 */
export function explain(forest: Forest, row: Float32Array, label: number): Map<number, number> {
  const { test, column, threshold, right, roots, labels } = forest;
  const means = forest.means ??= nodeMeans(forest);
  const weights = new Map<number, number>();
  for (let tree = label; tree < roots.length; tree += labels) {
    let node = roots[tree]!;
    for (let t = test[node]!; t >= 0; t = test[node]!) {
      const next = row[column[t]!]! <= threshold[t]! ? node + 1 : right[node]!;
      weights.set(column[t]!, (weights.get(column[t]!) ?? 0) + means[next]! - means[node]!);
      node = next;
    }
  }
  return weights;
}

/** Mean leaf value below every node, leaves counted alike. */
function nodeMeans({ test, leaf, right, scale }: Forest): Float32Array {
  const means = new Float32Array(test.length);
  const leaves = new Int32Array(test.length);
  for (let node = test.length - 1; node >= 0; node--) {
    if (test[node]! < 0) {
      means[node] = leaf[node]! * scale;
      leaves[node] = 1;
      continue;
    }
    const a = node + 1;
    const b = right[node]!;
    leaves[node] = leaves[a]! + leaves[b]!;
    means[node] = (means[a]! * leaves[a]! + means[b]! * leaves[b]!) / leaves[node]!;
  }
  return means;
}

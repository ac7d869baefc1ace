// Packed boosted trees and feature rows in, margins out. The packing is written by tools/pack.ts and by nothing else.

import { addLeaves, lookAtAll, quicken, type QuickForest } from './quick';
import type { Label } from './types';

/** What the trainer writes for one stage. */
export interface PackedForest {
  /** Columns the trees test, by name; a test names its column by its place in this list. */
  readonly columns: readonly string[];
  /** Candidate thresholds per column; a test names its threshold by its place. */
  readonly thresholds: readonly (readonly number[])[];
  /** Leaf values are stored as signed bytes times this. */
  readonly scale: number;
  /** Base64. Trees in preorder, label by label within a round; a node is three bytes (column low, column high, threshold), a leaf 255 and its byte. */
  readonly trees: string;
}

const LEAF = 255;

/** Trees in flat arrays. Node n: `value <= threshold[n]` goes to n + 1, else to `right[n]`; `column[n]` is -1 for a leaf with value `threshold[n]`. */
export interface Forest {
  readonly labels: number;
  readonly column: Int16Array;
  readonly threshold: Float32Array;
  readonly right: Int32Array;
  readonly roots: Int32Array;
  readonly quick: QuickForest;
  /** Filled by `explain` on first use. */
  means?: Float32Array;
}

/** @throws Error when a column of the model is not among `names`, or the packing is damaged */
export function unpack(packed: PackedForest, names: readonly string[], labels: readonly Label[]): Forest {
  const place = new Map(names.map((name, index) => [name, index]));
  const columns = packed.columns.map((name) => {
    const index = place.get(name);
    if (index === undefined) throw new Error(`The model uses a feature the engine does not compute: ${name}. Train it again.`);
    return index;
  });
  const bytes = Uint8Array.from(atob(packed.trees), (char) => char.charCodeAt(0));
  const column: number[] = [];
  const threshold: number[] = [];
  const right: number[] = [];
  const roots: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    roots.push(column.length);
    // Inner nodes whose right side is still to come; the left side follows its node at once.
    const open: number[] = [];
    for (let complete = false; !complete;) {
      if (at >= bytes.length) throw new Error('The model is damaged: a tree ends early. Train it again.');
      const node = column.length;
      right.push(0);
      if (bytes[at] === LEAF) {
        column.push(-1);
        threshold.push((((bytes[at + 1]! << 24) >> 24)) * packed.scale);
        at += 2;
        const inner = open.pop();
        if (inner === undefined) complete = true;
        else right[inner] = node + 1;
      } else {
        const index = bytes[at]! + bytes[at + 1]! * LEAF;
        column.push(columns[index]!);
        threshold.push(packed.thresholds[index]![bytes[at + 2]!]!);
        at += 3;
        open.push(node);
      }
    }
  }
  const trees = { column: Int16Array.from(column), threshold: Float32Array.from(threshold), right: Int32Array.from(right), roots: Int32Array.from(roots) };
  return { labels: labels.length, ...trees, quick: quicken(trees, names.length) };
}

/** Margins (log-odds up to a constant) of one row: adds `labels` values to `out` from `to` on. */
export function addMargins(forest: Forest, rows: Float32Array, from: number, out: Float32Array, to: number): void {
  lookAtAll(forest.quick, rows, from, 0, forest.quick.columns.length);
  addLeaves(forest.quick, forest.labels, out, to);
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
  const { column, threshold, right, roots, labels } = forest;
  const means = forest.means ??= nodeMeans(forest);
  const weights = new Map<number, number>();
  for (let tree = label; tree < roots.length; tree += labels) {
    let node = roots[tree]!;
    while (column[node]! >= 0) {
      const next = row[column[node]!]! <= threshold[node]! ? node + 1 : right[node]!;
      weights.set(column[node]!, (weights.get(column[node]!) ?? 0) + means[next]! - means[node]!);
      node = next;
    }
  }
  return weights;
}

/** Mean leaf value below every node, leaves counted alike. */
function nodeMeans({ column, threshold, right }: Forest): Float32Array {
  const means = new Float32Array(column.length);
  const leaves = new Int32Array(column.length);
  for (let node = column.length - 1; node >= 0; node--) {
    if (column[node]! < 0) {
      means[node] = threshold[node]!;
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

// Packed boosted trees in, trees in flat arrays out, and why they say what they say. The packing is written by tools/pack.ts and by nothing else.

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

/** @throws Error when a column of the model is not among `names`, or the packing is damaged */
export function unpack(packed: PackedForest, names: readonly string[], labels: readonly Label[]): Forest {
  const places = new Map(names.map((name, index) => [name, index]));
  const indexOf = new Int16Array(names.length).fill(-1);
  const first: number[] = [0];
  const column: number[] = [];
  packed.columns.forEach((name, c) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`The model uses a feature the engine does not compute: ${name}. Train it again.`);
    indexOf[place] = c;
    first.push(first[c]! + packed.thresholds[c]!.length);
    column.push(...packed.thresholds[c]!.map(() => place));
  });
  const bytes = Uint8Array.from(atob(packed.trees), (char) => char.charCodeAt(0));
  const test: number[] = [];
  const leaf: number[] = [];
  const right: number[] = [];
  const roots: number[] = [];
  let leaves = 0;
  for (let at = 0; at < bytes.length;) {
    roots.push(test.length);
    // Inner nodes whose right side is still to come; the left side follows its node at once.
    const open: number[] = [];
    for (let complete = false, own = 0; !complete;) {
      if (at >= bytes.length) throw new Error('The model is damaged: a tree ends early. Train it again.');
      const node = test.length;
      right.push(0);
      if (bytes[at] === LEAF) {
        test.push(-1);
        leaf.push(bytes[at + 1]!);
        at += 2;
        leaves = Math.max(leaves, ++own);
        const inner = open.pop();
        if (inner === undefined) complete = true;
        else right[inner] = node + 1;
      } else {
        test.push(first[bytes[at]! + bytes[at + 1]! * LEAF]! + bytes[at + 2]!);
        leaf.push(0);
        at += 3;
        open.push(node);
      }
    }
  }
  return {
    labels: labels.length, scale: packed.scale, first: Int32Array.from(first), column: Int16Array.from(column), threshold: Float32Array.from(packed.thresholds.flat()),
    indexOf, test: Int16Array.from(test), right: Int32Array.from(right), leaf: Int8Array.from(leaf), roots: Int32Array.from(roots), leaves,
  };
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

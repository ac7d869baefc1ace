// Binned rows with gradients in, one regression tree out: grown leaf by leaf, always where the loss falls most.

import { BINS } from './bins';

export interface GrowOptions {
  readonly leaves: number;
  readonly shrinkage: number;
  /** L2 penalty on leaf values, least sum of hessians in a leaf, least gain of a split. */
  readonly lambda: number;
  readonly minHessian: number;
  readonly minGain: number;
}

/** A binary tree in arrays: node n tests `column[n] <= threshold[n]` (bin) and goes to `left[n]`/`right[n]`; a negative child ~c is leaf c. */
export interface Tree {
  readonly column: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly g: number;
  readonly h: number;
  readonly histogram: Float64Array;
  readonly split: { gain: number; column: number; threshold: number };
  /** Where in the tree this leaf hangs: node and side, node -1 for the root. */
  readonly node: number;
  readonly right: boolean;
}

/**
 * @param rows indices of the rows to grow on; reordered in place
 * @param used columns that may be tested
 */
export function growTree(bins: readonly Uint8Array[], rows: Int32Array, gradient: Float32Array, hessian: Float32Array, used: Int32Array, options: GrowOptions): Tree {
  const tree: Tree = { column: [], threshold: [], left: [], right: [], value: [] };
  const histogram = histogramOf(bins, rows, 0, rows.length, gradient, hessian, used);
  let g = 0;
  let h = 0;
  for (const r of rows) { g += gradient[r]!; h += hessian[r]!; }
  const open: Leaf[] = [{ start: 0, end: rows.length, g, h, histogram, split: bestSplit(histogram, used, g, h, options), node: -1, right: false }];
  const scratch = new Int32Array(rows.length);
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let pick = 0;
    for (let i = 1; i < open.length; i++) if (open[i]!.split.gain > open[pick]!.split.gain) pick = i;
    const leaf = open[pick]!;
    if (!(leaf.split.gain > options.minGain)) break;
    open.splice(pick, 1);
    const { column, threshold } = leaf.split;
    const node = tree.column.length;
    tree.column.push(column);
    tree.threshold.push(threshold);
    tree.left.push(0);
    tree.right.push(0);
    attach(tree, leaf, node);
    const middle = partition(rows, leaf.start, leaf.end, bins[column]!, threshold, scratch);
    const smallLeft = middle - leaf.start <= leaf.end - middle;
    const [from, to] = smallLeft ? [leaf.start, middle] : [middle, leaf.end];
    const small = histogramOf(bins, rows, from, to, gradient, hessian, used);
    const large = leaf.histogram;
    for (let i = 0; i < large.length; i++) large[i]! -= small[i]!;
    for (const right of [false, true]) {
      const own = right !== smallLeft ? small : large;
      const [start, end] = right ? [middle, leaf.end] : [leaf.start, middle];
      let sumG = 0;
      let sumH = 0;
      for (let i = start; i < end; i++) { sumG += gradient[rows[i]!]!; sumH += hessian[rows[i]!]!; }
      open.push({ start, end, g: sumG, h: sumH, histogram: own, split: bestSplit(own, used, sumG, sumH, options), node, right });
    }
  }
  for (const leaf of open) {
    attach(tree, leaf, ~tree.value.length);
    tree.value.push((-leaf.g / (leaf.h + options.lambda)) * options.shrinkage);
  }
  return tree;
}

function attach(tree: Tree, leaf: Leaf, child: number): void {
  if (leaf.node < 0) return;
  if (leaf.right) tree.right[leaf.node] = child;
  else tree.left[leaf.node] = child;
}

function histogramOf(bins: readonly Uint8Array[], rows: Int32Array, start: number, end: number, gradient: Float32Array, hessian: Float32Array, used: Int32Array): Float64Array {
  const histogram = new Float64Array(used.length * BINS * 2);
  const n = end - start;
  const g = new Float32Array(n);
  const h = new Float32Array(n);
  for (let i = 0; i < n; i++) { g[i] = gradient[rows[start + i]!]!; h[i] = hessian[rows[start + i]!]!; }
  for (let u = 0; u < used.length; u++) {
    const column = bins[used[u]!]!;
    const base = u * BINS * 2;
    for (let i = 0; i < n; i++) {
      const at = base + column[rows[start + i]!]! * 2;
      histogram[at]! += g[i]!;
      histogram[at + 1]! += h[i]!;
    }
  }
  return histogram;
}

function bestSplit(histogram: Float64Array, used: Int32Array, g: number, h: number, { lambda, minHessian }: GrowOptions): Leaf['split'] {
  const best = { gain: 0, column: -1, threshold: 0 };
  const parent = (g * g) / (h + lambda);
  for (let u = 0; u < used.length; u++) {
    let leftG = 0;
    let leftH = 0;
    for (let b = 0; b < BINS - 1; b++) {
      const at = (u * BINS + b) * 2;
      if (histogram[at + 1] === 0) continue;
      leftG += histogram[at]!;
      leftH += histogram[at + 1]!;
      const rightH = h - leftH;
      if (leftH < minHessian) continue;
      if (rightH < minHessian) break;
      const rightG = g - leftG;
      const gain = (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - parent;
      if (gain > best.gain) { best.gain = gain; best.column = used[u]!; best.threshold = b; }
    }
  }
  return best;
}

/** Moves rows that go left to the front of [start, end), keeping their order; returns where the right part starts. */
function partition(rows: Int32Array, start: number, end: number, column: Uint8Array, threshold: number, scratch: Int32Array): number {
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const r = rows[i]!;
    if (column[r]! <= threshold) rows[left++] = r;
    else scratch[right++] = r;
  }
  rows.set(scratch.subarray(0, right), left);
  return left;
}

/** Value of the leaf that a binned row falls into. */
export function leafOf(tree: Tree, bins: readonly Uint8Array[], row: number): number {
  if (tree.column.length === 0) return tree.value[0] ?? 0;
  let node = 0;
  while (node >= 0) node = bins[tree.column[node]!]![row]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
  return tree.value[~node]!;
}

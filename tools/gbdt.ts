// Binned rows and labels in, gradient-boosted trees out: multi-class, histogram-based, grown leaf by leaf, seeded.
// No maintained JavaScript library trains boosted trees on Node 20 (searched the registry: a 2017 asm.js port is all there is).

export interface TreeOptions {
  readonly classes: number;
  readonly rounds: number;
  readonly leaves: number;
  readonly shrinkage: number;
  /** L2 penalty on leaf values, least sum of hessians in a leaf, least gain of a split. */
  readonly lambda: number;
  readonly minHessian: number;
  readonly minGain: number;
  /** Share of the columns a tree may use. */
  readonly columns: number;
  /** Gradient-based sampling (LightGBM's GOSS): share of rows kept for their large gradient, and share drawn from the rest. */
  readonly top: number;
  readonly rest: number;
  readonly seed: number;
}

/** A binary tree in arrays: node n tests `column[n] <= threshold[n]` (bin) and goes to `left[n]`/`right[n]`; a negative child ~c is leaf c. */
export interface Tree {
  readonly column: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

/** Column-major bins: value of row r in column f is `bins[f][r]`. */
export interface Binned {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
}

export const BINS = Number(process.env.BINS ?? 48);

/** Upper edges per column from row-major samples, at most BINS - 1, at quantiles between distinct values. */
export function findEdges(matrix: Float32Array, rows: number, columns: number, seed: number): Float32Array[] {
  const random = generator(seed);
  const sample = Array.from({ length: Math.min(rows, 30_000) }, (_, i) => (rows <= 30_000 ? i : Math.floor(random() * rows)));
  return Array.from({ length: columns }, (_, f) => {
    const values = Float32Array.from(sample, (r) => matrix[r * columns + f]!).sort();
    const distinct = [...new Set(values)];
    const edges = new Set<number>();
    if (distinct.length <= BINS) {
      for (let i = 0; i + 1 < distinct.length; i++) edges.add(short((distinct[i]! + distinct[i + 1]!) / 2));
      return Float32Array.from([...edges].sort((a, b) => a - b));
    }
    for (let b = 1; b < BINS; b++) {
      const at = Math.floor((b * values.length) / BINS);
      const value = values[at]!;
      const next = distinct[distinct.indexOf(value) + 1];
      if (next !== undefined) edges.add(short((value + next) / 2));
    }
    return Float32Array.from([...edges].sort((a, b) => a - b));
  });
}

/** Four significant digits: what the packed model holds is what the trees were grown on. */
const short = (value: number): number => Math.fround(Number(value.toPrecision(4)));

/** Index of the first edge not below `value`. */
export function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function bin(matrix: Float32Array, rows: number, edges: readonly Float32Array[]): Binned {
  const columns = edges.length;
  const bins = edges.map((edge, f) => {
    const column = new Uint8Array(rows);
    for (let r = 0; r < rows; r++) column[r] = binOf(edge, matrix[r * columns + f]!);
    return column;
  });
  return { rows, bins };
}

/** Small seeded generator (mulberry32): same seed, same numbers on every machine. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Trains `rounds` × `classes` trees on softmax loss.
 * @param labels class per row
 * @param weights weight per row
 * @returns trees[round][class]
 */
export function trainTrees({ rows, bins }: Binned, labels: Uint8Array, weights: Float32Array, options: TreeOptions, onRound?: (round: number, loss: number) => void): Tree[][] {
  const { classes } = options;
  const random = generator(options.seed);
  const margins = new Float32Array(rows * classes);
  const probabilities = new Float32Array(rows * classes);
  const gradient = new Float32Array(rows);
  const hessian = new Float32Array(rows);
  const forest: Tree[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    const loss = softmax(margins, probabilities, labels, weights, classes);
    onRound?.(round, loss);
    const trees: Tree[] = [];
    for (let k = 0; k < classes; k++) {
      for (let r = 0; r < rows; r++) {
        const p = probabilities[r * classes + k]!;
        gradient[r] = weights[r]! * (p - (labels[r] === k ? 1 : 0));
        hessian[r] = weights[r]! * Math.max(1e-4, p * (1 - p));
      }
      const kept = sampleRows(gradient, hessian, options, random);
      const used = sampleColumns(bins.length, options.columns, random);
      const tree = growTree(bins, kept, gradient, hessian, used, options);
      trees.push(tree);
      for (let r = 0; r < rows; r++) margins[r * classes + k]! += leafOf(tree, bins, r);
    }
    forest.push(trees);
  }
  return forest;
}

function softmax(margins: Float32Array, probabilities: Float32Array, labels: Uint8Array, weights: Float32Array, classes: number): number {
  let loss = 0;
  let total = 0;
  for (let r = 0; r < labels.length; r++) {
    let max = -Infinity;
    for (let k = 0; k < classes; k++) max = Math.max(max, margins[r * classes + k]!);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += probabilities[r * classes + k] = Math.exp(margins[r * classes + k]! - max);
    for (let k = 0; k < classes; k++) probabilities[r * classes + k]! /= sum;
    loss -= weights[r]! * Math.log(Math.max(1e-9, probabilities[r * classes + labels[r]!]!));
    total += weights[r]!;
  }
  return loss / total;
}

function sampleRows(gradient: Float32Array, hessian: Float32Array, { top, rest }: TreeOptions, random: () => number): Int32Array {
  const rows = gradient.length;
  if (top + rest >= 1) return Int32Array.from({ length: rows }, (_, r) => r);
  const probe = Float32Array.from({ length: 4096 }, () => Math.abs(gradient[Math.floor(random() * rows)]!)).sort();
  const limit = probe[Math.floor(probe.length * (1 - top))]!;
  const share = rest / (1 - top);
  const kept: number[] = [];
  for (let r = 0; r < rows; r++) {
    if (Math.abs(gradient[r]!) >= limit) kept.push(r);
    else if (random() < share) {
      gradient[r]! /= share;
      hessian[r]! /= share;
      kept.push(r);
    }
  }
  return Int32Array.from(kept);
}

function sampleColumns(columns: number, share: number, random: () => number): Int32Array {
  const picked: number[] = [];
  for (let f = 0; f < columns; f++) if (random() < share) picked.push(f);
  return Int32Array.from(picked);
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

function growTree(bins: readonly Uint8Array[], rows: Int32Array, gradient: Float32Array, hessian: Float32Array, used: Int32Array, options: TreeOptions): Tree {
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

function bestSplit(histogram: Float64Array, used: Int32Array, g: number, h: number, { lambda, minHessian }: TreeOptions): Leaf['split'] {
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

function leafOf(tree: Tree, bins: readonly Uint8Array[], row: number): number {
  if (tree.column.length === 0) return tree.value[0] ?? 0;
  let node = 0;
  while (node >= 0) node = bins[tree.column[node]!]![row]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
  return tree.value[~node]!;
}

/** Margins [rows, classes] of binned rows. */
export function predictBinned(forest: readonly (readonly Tree[])[], { rows, bins }: Binned, classes: number): Float32Array {
  const margins = new Float32Array(rows * classes);
  for (const trees of forest) {
    trees.forEach((tree, k) => {
      for (let r = 0; r < rows; r++) margins[r * classes + k]! += leafOf(tree, bins, r);
    });
  }
  return margins;
}

// Row-major values in, small whole numbers (bins) out, so that trees can be grown by counting.

import { generator } from '../random';

/** Column-major bins: value of row r in column f is `bins[f][r]`. */
export interface Binned {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
}

/** Most bins of a column. */
export const BINS = 32;

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

// Row-major values in, small whole numbers (bins) out, so that trees can be grown by counting.

/** Column-major bins: value of row r in column f is `bins[f][r]`. */
export interface Binned {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
}

/** Most bins of a column. */
export const BINS = 32;

/** Upper edges per column of row-major values, at most BINS - 1, at quantiles between distinct values. */
export function findEdges(matrix: Float32Array, rows: number, columns: number): Float32Array[] {
  return Array.from({ length: columns }, (_, f) => {
    const values = Float32Array.from({ length: rows }, (_, r) => matrix[r * columns + f]!).sort();
    const distinct = [...new Set(values)];
    const edges = new Set<number>();
    if (distinct.length <= BINS) {
      for (let i = 0; i + 1 < distinct.length; i++) edges.add(between(distinct[i]!, distinct[i + 1]!));
    } else {
      const place = new Map(distinct.map((value, index) => [value, index]));
      for (let b = 1; b < BINS; b++) {
        const value = values[Math.floor((b * rows) / BINS)]!;
        const next = distinct[place.get(value)! + 1];
        if (next !== undefined) edges.add(between(value, next));
      }
    }
    return Float32Array.from([...edges].sort((a, b) => a - b));
  });
}

/** Digits that tell any two Float32 apart. */
export const DIGITS = 9;

/** The shortest decimal at or above `low` and below `high`: what the packed model holds is what the trees were grown on. */
function between(low: number, high: number): number {
  for (let digits = 1; digits < DIGITS; digits++) {
    const value = Math.fround(Number(((low + high) / 2).toPrecision(digits)));
    if (low <= value && value < high) return value;
  }
  return low;
}

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

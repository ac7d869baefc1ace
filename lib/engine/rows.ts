// A matrix in, its rows (or some of them) with what changes from one to the next out.

/** Some rows of a row-major matrix. */
export interface Rows {
  readonly values: Float32Array;
  readonly width: number;
  /** Places of the rows in the matrix, ascending. */
  readonly at: Int32Array;
  /** Columns in which the n-th of them differs from the one before: `columns[first[n]]` to `columns[first[n + 1]]`; all of them in the first. */
  readonly first: Int32Array;
  readonly columns: Int16Array;
}

/** @param at places of the rows that count, ascending */
export function rowsOf(values: Float32Array, width: number, at: Int32Array = allRows(values.length / width)): Rows {
  const first = new Int32Array(at.length + 1);
  let columns = new Int16Array(Math.max(width, at.length * 64));
  let found = 0;
  if (at.length > 0) while (found < width) columns[found] = found++;
  for (let n = 1; n < at.length; n++) {
    first[n] = found;
    if (found + width > columns.length) {
      const wider = new Int16Array(2 * columns.length + width);
      wider.set(columns);
      columns = wider;
    }
    const here = at[n]! * width;
    const before = at[n - 1]! * width;
    for (let column = 0; column < width; column++) if (values[here + column] !== values[before + column]) columns[found++] = column;
  }
  first[at.length] = found;
  return { values, width, at, first, columns };
}

export const allRows = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

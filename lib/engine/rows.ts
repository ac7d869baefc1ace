// A matrix in, its rows with what changes from one to the next out.

/** Row-major [count, width]. */
export interface Rows {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
  /** Columns in which row i differs from row i - 1: `columns[first[i]]` to `columns[first[i + 1]]`; in row 0 all of them. */
  readonly first: Int32Array;
  readonly columns: Int16Array;
}

export function rowsOf(values: Float32Array, count: number, width: number): Rows {
  const first = new Int32Array(count + 1);
  let columns = new Int16Array(Math.max(width, count * 64));
  let found = 0;
  if (count > 0) while (found < width) columns[found] = found++;
  for (let i = 1; i < count; i++) {
    first[i] = found;
    if (found + width > columns.length) {
      const wider = new Int16Array(2 * columns.length + width);
      wider.set(columns);
      columns = wider;
    }
    const start = i * width;
    for (let column = 0; column < width; column++) if (values[start + column] !== values[start + column - width]) columns[found++] = column;
  }
  first[count] = found;
  return { values, count, width, first, columns };
}

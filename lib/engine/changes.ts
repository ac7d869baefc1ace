// Feature rows in, what changes from one row to the next out.

export interface Changes {
  /** Columns in which row i differs from row i - 1: `columns[first[i]]` to `columns[first[i + 1]]`; of row 0 there are none. */
  readonly first: Int32Array;
  readonly columns: Int16Array;
}

/** @param rows row-major [count, width] */
export function changesOf(rows: Float32Array, count: number, width: number): Changes {
  const first = new Int32Array(count + 1);
  let columns = new Int16Array(Math.max(256, count * 64));
  let found = 0;
  for (let i = 1; i < count; i++) {
    first[i] = found;
    if (found + width > columns.length) {
      const wider = new Int16Array(2 * columns.length + width);
      wider.set(columns);
      columns = wider;
    }
    const start = i * width;
    for (let column = 0; column < width; column++) if (rows[start + column] !== rows[start + column - width]) columns[found++] = column;
  }
  first[count] = found;
  return { first, columns };
}

// A page in, its tables of data out: ranges of blocks that belong together whatever each cell alone looks like.

import type { Context } from './features/context';
import type { Run } from './runs';

/** A table of data has this many cells at least; smaller ones say enough in every cell. The corpus gives the same figures for 9 to 20. */
const LEAST_CELLS = 12;
/** Of which each stands beside another one: rows of a single cell are a layout, whatever they hold. */
const LEAST_ROW = 2;
/** Share of a table's blocks that are its cells themselves; in tables for layout, blocks stand inside of cells. */
const CELLS = 0.7;

export function dataTables({ page: { blocks, nodes } }: Context): Run[] {
  const rows = new Map<number, number>();
  for (const { node } of blocks) {
    const { tag, parent } = nodes[node]!;
    if (tag === 'td' || tag === 'th') rows.set(parent, (rows.get(parent) ?? 0) + 1);
  }
  const cells = new Map<number, number>();
  for (const [row, count] of rows) {
    let table = row;
    while (table >= 0 && nodes[table]!.tag !== 'table') table = nodes[table]!.parent;
    if (table >= 0 && count >= LEAST_ROW) cells.set(table, (cells.get(table) ?? 0) + count);
  }
  return [...cells].flatMap(([table, count]) => {
    const { first, end } = nodes[table]!;
    return count >= LEAST_CELLS && count >= (end - first) * CELLS ? [{ first, end }] : [];
  });
}

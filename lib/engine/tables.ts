// A page in, its tables of data out: ranges of blocks that belong together whatever each cell alone looks like.

import type { Context } from './features/context';
import type { Run } from './runs';

/** A table of data has this many cells at least; smaller ones say enough in every cell. The corpus gives the same figures for 9 to 20. */
const LEAST_CELLS = 12;
/** Share of a table's blocks that are its cells themselves; in tables for layout, blocks stand inside of cells. */
const CELLS = 0.7;

export function dataTables({ page: { blocks, nodes } }: Context): Run[] {
  const cells = new Map<number, number>();
  for (const { node } of blocks) {
    if (nodes[node]!.tag !== 'td' && nodes[node]!.tag !== 'th') continue;
    let table = nodes[node]!.parent;
    while (table >= 0 && nodes[table]!.tag !== 'table') table = nodes[table]!.parent;
    if (table >= 0) cells.set(table, (cells.get(table) ?? 0) + 1);
  }
  return [...cells].flatMap(([table, count]) => {
    const { first, end } = nodes[table]!;
    return count >= LEAST_CELLS && count >= (end - first) * CELLS ? [{ first, end }] : [];
  });
}

// Packed forests in, one that says what they say on average out.

import type { PackedForest } from '../lib/engine/shorten';

const LEAF = 255;

/** Margins of the result are the means of theirs, but for the rounding of leaf values to bytes. All must have trees for the same labels. */
export function average(forests: readonly PackedForest[]): PackedForest {
  const columns = [...new Set(forests.flatMap((forest) => forest.columns))].sort();
  const thresholds = columns.map((name) => [...new Set(forests.flatMap((forest) => forest.thresholds[forest.columns.indexOf(name)] ?? []))].sort((a, b) => a - b));
  const scale = Number((Math.max(...forests.map((forest) => forest.scale)) / forests.length).toPrecision(6));
  const bytes = forests.flatMap((forest) => rewritten(forest, columns, thresholds, scale * forests.length));
  return { columns, thresholds, scale, trees: Buffer.from(bytes).toString('base64') };
}

/** The forest's bytes with the columns, thresholds and scale of another. */
function rewritten(forest: PackedForest, columns: readonly string[], thresholds: readonly (readonly number[])[], scale: number): number[] {
  const column = forest.columns.map((name) => columns.indexOf(name));
  const place = forest.thresholds.map((values, c) => values.map((value) => thresholds[column[c]!]!.indexOf(value)));
  const bytes: number[] = [];
  const old = Buffer.from(forest.trees, 'base64');
  for (let at = 0; at < old.length;) {
    if (old[at] === LEAF) {
      bytes.push(LEAF, Math.round((old.readInt8(at + 1) * forest.scale) / scale) & 255);
      at += 2;
    } else {
      const c = old[at]! + old[at + 1]! * LEAF;
      bytes.push(column[c]! % LEAF, Math.floor(column[c]! / LEAF), place[c]![old[at + 2]!]!);
      at += 3;
    }
  }
  return bytes;
}

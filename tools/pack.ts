// Trained trees in, the packed form of lib/engine/shorten.ts out.

import type { PackedForest } from '../lib/engine/shorten';
import { DIGITS } from './trees/bins';
import type { Tree } from './trees/grow';

/** Leaf values are rounded to this many steps on either side of 0: their errors cancel over some hundred trees, and few different values compress well. */
const STEPS = 31;

/** @param edges thresholds per column as used in training */
export function pack(forest: readonly (readonly Tree[])[], names: readonly string[], edges: readonly Float32Array[]): PackedForest {
  const trees = forest.flat();
  const used = [...new Set(trees.flatMap((tree) => tree.column))].sort((a, b) => a - b);
  const place = new Map(used.map((column, index) => [column, index]));
  const thresholdsUsed = used.map((column) => [...new Set(trees.flatMap((tree) => tree.threshold.filter((_, n) => tree.column[n] === column)))].sort((a, b) => a - b));
  const largest = Math.max(...trees.flatMap((tree) => tree.value.map(Math.abs)));
  const scale = largest / STEPS;
  const bytes: number[] = [];
  for (const tree of trees) {
    const visit = (node: number): void => {
      if (node < 0) {
        bytes.push(255, Math.round(tree.value[~node]! / scale) & 255);
        return;
      }
      const column = place.get(tree.column[node]!)!;
      bytes.push(column % 255, Math.floor(column / 255), thresholdsUsed[column]!.indexOf(tree.threshold[node]!));
      visit(tree.left[node]!);
      visit(tree.right[node]!);
    };
    visit(tree.column.length === 0 ? ~0 : 0);
  }
  return {
    columns: used.map((column) => names[column]!),
    thresholds: used.map((column, index) => thresholdsUsed[index]!.map((bin) => shortest(edges[column]![bin]!))),
    scale: Number(scale.toPrecision(6)),
    trees: Buffer.from(bytes).toString('base64'),
  };
}

/** The shortest decimal that is this Float32. */
function shortest(value: number): number {
  for (let digits = 1; digits < DIGITS; digits++) if (Math.fround(Number(value.toPrecision(digits))) === value) return Number(value.toPrecision(digits));
  return value;
}

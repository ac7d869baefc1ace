// Confidence and rightness of many blocks in, a table of bins out: how much of what is said with 0.9 is right.

import type { Outcome } from './judge';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly blocks: number;
  /** Mean confidence, and share that was right. */
  readonly said: number;
  readonly right: number;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1];

export function calibrationTable(outcomes: readonly Outcome[]): Bin[] {
  const all = outcomes.flatMap(({ certainty }) => certainty);
  return EDGES.slice(0, -1).flatMap((from, index): Bin[] => {
    const to = EDGES[index + 1]!;
    const inside = all.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (inside.length === 0) return [];
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    return [{ from, to, blocks: inside.length, said, right: inside.filter(({ right }) => right).length / inside.length }];
  });
}

/** Mean distance between what is said and what is right, bins weighted by blocks (expected calibration error, Naeini et al. 2015). */
export function calibrationError(bins: readonly Bin[]): number {
  const blocks = bins.reduce((sum, bin) => sum + bin.blocks, 0);
  return bins.reduce((sum, bin) => sum + bin.blocks * Math.abs(bin.said - bin.right), 0) / Math.max(1, blocks);
}

// The form every feature family has: names in a fixed order, and a function that writes their values for one block.

import type { Context } from './context';

export interface FeatureFamily {
  readonly names: readonly string[];
  /**
   * Writes `names.length` values for block `i` to `row` from `at` on.
   *
   * @param again the values of block `i - 1` stand there already: what is the same for both need not be written
   */
  fill(context: Context, i: number, row: Float32Array, at: number, again: boolean): void;
}

export type Measure = (context: Context, i: number) => number;

/** A family from a table of name and measure. */
export function family(prefix: string, table: Readonly<Record<string, Measure>>): FeatureFamily {
  const measures = Object.values(table);
  return {
    names: Object.keys(table).map((name) => `${prefix}.${name}`),
    fill(context, i, row, at) {
      for (let f = 0; f < measures.length; f++) row[at + f] = measures[f]!(context, i);
    },
  };
}

export const flag = (value: boolean): number => (value ? 1 : 0);
/** Of counts, mostly small ones. */
export const log = (value: number): number => (value < LOGS.length && value === value >>> 0 ? LOGS[value]! : Math.log2(1 + value));
const LOGS = Float64Array.from({ length: 256 }, (_, value) => Math.log2(1 + value));
/** Distance that means little beyond `limit`. */
export const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

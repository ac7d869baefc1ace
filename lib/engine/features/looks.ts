// Nodes in, a number for what each looks like out: same tag and same names, same number.

import type { NodeRecord } from '../records';
import { perPage } from './memo';

export interface Looks {
  /** By tag and the first 40 characters of the names, per node. */
  readonly short: Int32Array;
  /** By tag, the first 60 characters of the names and the depth, per node. */
  readonly long: Int32Array;
}

export const looksOf = perPage(({ page: { nodes } }): Looks => ({ short: numbers(nodes, 40, false), long: numbers(nodes, 60, true) }));

function numbers(nodes: readonly NodeRecord[], length: number, byDepth: boolean): Int32Array {
  const known = new Map<string, Map<string, number>>();
  const levels = new Map<number, number>();
  let next = 0;
  return Int32Array.from(nodes, ({ tag, names, depth }) => {
    let ofTag = known.get(tag);
    if (!ofTag) known.set(tag, ofTag = new Map<string, number>());
    const name = names.length > length ? names.slice(0, length) : names;
    let look = ofTag.get(name);
    if (look === undefined) ofTag.set(name, look = next++);
    if (!byDepth) return look;
    const key = look * MOST_DEPTH + Math.min(depth, MOST_DEPTH - 1);
    let level = levels.get(key);
    if (level === undefined) levels.set(key, level = levels.size);
    return level;
  });
}

/** Deeper nodes are not told apart. */
const MOST_DEPTH = 4096;

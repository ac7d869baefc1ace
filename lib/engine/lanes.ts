// A forest and rows in, margins out: 32 rows at once, each a lane, that is one bit of a whole number.
//
// After the vectorised QuickScorer (Lucchese et al., SIGIR 2016), turned round for scripts, which have wide numbers but no vectors. Two
// things make it five times as fast as going down every tree with every row. Neighbouring blocks share most of what is known of them (their
// card, box, heading, page): of some 400 columns about 60 change from row to row, so the answers to a test are not worked out lane by lane
// but turned over from that lane on where they change. And a tree is gone down once with all lanes, which part only where answers differ.

import { softmaxRows, type Forest } from './forest';
import type { Rows } from './rows';

const LANES = 32;

/** Probabilities, row-major [count, labels]; parameters as of `margins`. Pauses after every 32 rows. */
export function* probabilities(forest: Forest, parts: readonly Rows[]): Generator<undefined, Float32Array> {
  const out = yield* margins(forest, parts);
  softmaxRows(out, forest.labels);
  return out;
}

/**
 * Margins (log-odds up to a constant), row-major [count, labels]. Leaves are added up as whole numbers, so no order of rows or trees changes them.
 *
 * @param parts as many rows of each of several matrices, whose columns side by side are those of the forest
 */
export function* margins(forest: Forest, parts: readonly Rows[]): Generator<undefined, Float32Array> {
  const { labels, first, threshold, scale } = forest;
  const count = parts[0]!.at.length;
  const out = new Float32Array(count * labels);
  // Lane n of `failed[t]` tells whether its row fails test t. Before the first row, none is failed.
  const failed = new Int32Array(threshold.length);
  const place = first.slice(0, -1);
  for (let from = 0; from < count; from += LANES) {
    const lanes = Math.min(LANES, count - from);
    // Every lane starts from the row before, which was in the last one: an arithmetic shift copies its bit to all.
    for (let t = 0; t < failed.length; t++) failed[t]! >>= LANES - 1;
    for (let lane = 0; lane < lanes; lane++) answer(forest, parts, from + lane, -1 << lane, failed, place);
    const turns = goDown(forest, failed, lanes === LANES ? -1 : (1 << lanes) - 1);
    for (let label = 0; label < labels; label++) {
      for (let lane = 0, sum = 0; lane < lanes; lane++) out[(from + lane) * labels + label] = (sum += turns[label * LANES + lane]!) * scale;
    }
    yield;
  }
  return out;
}

/**
 * Brings the answers up to the `i`-th row.
 *
 * @param lanes those of the row and of all behind it
 * @param place the first test of each column that the row before holds; tests stand by ascending threshold, so it fails those before
 */
function answer({ indexOf, first, threshold }: Forest, parts: readonly Rows[], i: number, lanes: number, failed: Int32Array, place: Int32Array): void {
  let offset = 0;
  for (const { values, width, at: rows, first: changes, columns } of parts) {
    for (let at = changes[i]!; at < changes[i + 1]!; at++) {
      const c = indexOf[offset + columns[at]!]!;
      if (c < 0) continue;
      const value = values[rows[i]! * width + columns[at]!]!;
      let now = place[c]!;
      while (now < first[c + 1]! && value > threshold[now]!) failed[now++]! ^= lanes;
      while (now > first[c]! && value <= threshold[now - 1]!) failed[--now]! ^= lanes;
      place[c] = now;
    }
    offset += width;
  }
}

/** Goes down all trees with all lanes. Returns by how much the sum of a label changes at a lane, against the lane before: [label * LANES + lane]. */
function goDown({ labels, test, right, leaf, roots, leaves }: Forest, failed: Int32Array, all: number): Int32Array {
  const turns = new Int32Array(labels * LANES);
  // Right sides still to go down, and the lanes that do.
  const nodes = new Int32Array(leaves);
  const masks = new Int32Array(leaves);
  for (let tree = 0; tree < roots.length; tree++) {
    const to = (tree % labels) * LANES;
    let node = roots[tree]!;
    let mask = all;
    let open = 0;
    for (;;) {
      const t = test[node]!;
      if (t >= 0) {
        const failing = mask & failed[t]!;
        if (failing === mask) node = right[node]!;
        else {
          if (failing !== 0) {
            nodes[open] = right[node]!;
            masks[open++] = failing;
            mask ^= failing;
          }
          node++;
        }
        continue;
      }
      let value = leaf[node]!;
      // Lanes side by side share the leaf: it counts from the first of them on, and no longer behind the last.
      for (let edges = mask ^ (mask << 1); edges !== 0; edges &= edges - 1) {
        turns[to + LANES - 1 - Math.clz32(edges & -edges)]! += value;
        value = -value;
      }
      if (open === 0) break;
      node = nodes[--open]!;
      mask = masks[open]!;
    }
  }
  return turns;
}

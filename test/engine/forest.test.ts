// In: trees trained on made-up rows. Out: proof that packing loses nothing and that the fast sums are those of a plain walk.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMargins, explain, softmaxRows, unpack, type Forest } from '../../lib/engine/forest';
import type { Label } from '../../lib/engine/types';
import { pack } from '../../tools/pack';
import { generator } from '../../tools/random';
import { bin, findEdges } from '../../tools/trees/bins';
import { leafOf, type Tree } from '../../tools/trees/grow';
import { trainTrees } from '../../tools/trees/train';

const NAMES = Array.from({ length: 300 }, (_, f) => `f${f}`);
const CLASSES: readonly Label[] = ['article', 'promo', 'other'];
const ROWS = 900;
const OPTIONS = { classes: 3, rounds: 6, leaves: 9, shrinkage: 0.2, lambda: 1, minHessian: 1, minGain: 0.01, columns: 0.9, top: 0.5, rest: 0.5, seed: 4 };

const random = generator(9);
// Mostly zero, as features are; the class hangs on columns on both sides of 255, the limit of a byte.
const matrix = Float32Array.from({ length: ROWS * NAMES.length }, () => (random() < 0.6 ? 0 : Math.round(random() * 40) / 8));
const labels = Uint8Array.from({ length: ROWS }, (_, r) => (matrix[r * NAMES.length + 3]! > 1 ? 0 : matrix[r * NAMES.length + 280]! > matrix[r * NAMES.length + 254]! ? 1 : 2));
const edges = findEdges(matrix, ROWS, NAMES.length, 4);
const binned = bin(matrix, ROWS, edges);
const train = (): Tree[][] => trainTrees(binned, labels, new Float32Array(ROWS).fill(1), OPTIONS);
const trees = train();
const packed = pack(trees, NAMES, edges);

/** Margins of one row as the forest gives them. */
function margins(forest: Forest, row: Float32Array): number[] {
  const out = new Float32Array(CLASSES.length);
  addMargins(forest, row, 0, out, 0);
  return [...out];
}

/** The same by walking down every tree. */
function walked({ column, threshold, right, roots }: Forest, row: Float32Array): number[] {
  const out = new Float32Array(CLASSES.length);
  roots.forEach((root, tree) => {
    let node = root;
    while (column[node]! >= 0) node = row[column[node]!]! <= threshold[node]! ? node + 1 : right[node]!;
    out[tree % CLASSES.length]! += threshold[node]!;
  });
  return [...out];
}

describe('training', () => {
  it('gives the same trees from the same rows', () => {
    expect(train()).toEqual(trees);
  });

  it('learns what there is to learn', () => {
    const forest = unpack(packed, NAMES, CLASSES);
    const right = [...labels].filter((label, r) => {
      const sums = margins(forest, matrix.subarray(r * NAMES.length, (r + 1) * NAMES.length));
      return sums.indexOf(Math.max(...sums)) === label;
    });
    expect(right.length / ROWS).toBeGreaterThan(0.95);
  });
});

describe('a packed forest', () => {
  it('reaches the leaves that the trained trees reach, to the precision of a leaf', () => {
    const forest = unpack(packed, NAMES, CLASSES);
    for (let r = 0; r < 50; r++) {
      const trained = CLASSES.map((_, k) => trees.reduce((sum, round) => sum + leafOf(round[k]!, binned.bins, r), 0));
      margins(forest, matrix.subarray(r * NAMES.length, (r + 1) * NAMES.length)).forEach((sum, k) => expect(Math.abs(sum - trained[k]!)).toBeLessThan(packed.scale * OPTIONS.rounds));
    }
  });

  it('names the features it tests, and is refused where one is not computed', () => {
    expect(packed.columns).toContain('f280');
    expect(() => unpack(packed, NAMES.slice(0, 280), CLASSES)).toThrow(/f280.*Train it again/);
  });

  it('is refused when it ends early', () => {
    expect(() => unpack({ ...packed, trees: btoa(atob(packed.trees).slice(0, -2)) }, NAMES, CLASSES)).toThrow(/damaged/);
  });
});

describe('fast sums', () => {
  it('are those of a plain walk to the last bit, whatever row came before', () => {
    const forest = unpack(packed, NAMES, CLASSES);
    const value = fc.oneof(fc.constantFrom(0, 0, -1, 5, ...packed.thresholds.flat()), fc.float({ noNaN: true }));
    const change = fc.tuple(fc.nat(NAMES.length - 1), value);
    fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 60 }), { maxLength: 12 }), (steps) => {
      const row = new Float32Array(NAMES.length);
      for (const changes of steps) {
        for (const [column, to] of changes) row[column] = to;
        expect(margins(forest, row)).toEqual(walked(forest, row));
      }
    }));
  });
});

describe('reasons', () => {
  it('are the columns on the way, and add up to what the way changed', () => {
    const forest = unpack(packed, NAMES, CLASSES);
    const row = matrix.slice(0, NAMES.length);
    const weights = explain(forest, row, 0);
    expect(weights.has(3)).toBe(true);
    const roots = [...forest.roots].filter((_, tree) => tree % CLASSES.length === 0).reduce((sum, root) => sum + forest.means![root]!, 0);
    expect([...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(margins(forest, row)[0]! - roots, 4);
  });
});

it('margins become probabilities', () => {
  const rows = Float32Array.from([0, 0, 0, 900, 0, -900]);
  softmaxRows(rows, 3);
  expect([...rows].map((value) => Number(value.toFixed(3)))).toEqual([0.333, 0.333, 0.333, 1, 0, 0]);
});

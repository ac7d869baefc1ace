// In: trees trained on made-up rows. Out: proof that packing loses nothing and that the fast sums are those of a plain walk.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, softmaxRows, unpack, type Forest } from '../../lib/engine/forest';
import { margins as steps } from '../../lib/engine/lanes';
import { rowsOf } from '../../lib/engine/rows';
import { shorten } from '../../lib/engine/shorten';
import { finish } from '../../lib/engine/steps';
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
const edges = findEdges(matrix, ROWS, NAMES.length);
const binned = bin(matrix, ROWS, edges);
const train = (): Tree[][] => trainTrees(binned, labels, new Float32Array(ROWS).fill(1), OPTIONS);
const trees = train();
const packed = pack(trees, NAMES, edges);
const short = shorten(packed, NAMES);
const unpacked = (): Forest => unpack(short, NAMES.length, CLASSES);

/** Margins of rows of `NAMES.length` values, one list per row. */
function allMargins(forest: Forest, rows: Float32Array): number[][] {
  const count = rows.length / NAMES.length;
  const out = finish(steps(forest, [rowsOf(rows, NAMES.length)]));
  return Array.from({ length: count }, (_, i) => [...out.subarray(i * CLASSES.length, (i + 1) * CLASSES.length)]);
}

const margins = (forest: Forest, row: Float32Array): number[] => allMargins(forest, row)[0]!;

/** The same by walking down every tree. */
function walked({ test, column, threshold, right, leaf, scale, roots }: Forest, row: Float32Array): number[] {
  const sums = CLASSES.map(() => 0);
  roots.forEach((root, tree) => {
    let node = root;
    for (let t = test[node]!; t >= 0; t = test[node]!) node = row[column[t]!]! <= threshold[t]! ? node + 1 : right[node]!;
    sums[tree % CLASSES.length]! += leaf[node]!;
  });
  return sums.map((sum) => Math.fround(sum * scale));
}

describe('training', () => {
  it('gives the same trees from the same rows', () => {
    expect(train()).toEqual(trees);
  });

  it('learns what there is to learn', () => {
    const forest = unpacked();
    const right = [...labels].filter((label, r) => {
      const sums = margins(forest, matrix.subarray(r * NAMES.length, (r + 1) * NAMES.length));
      return sums.indexOf(Math.max(...sums)) === label;
    });
    expect(right.length / ROWS).toBeGreaterThan(0.95);
  });
});

describe('a packed forest', () => {
  it('reaches the leaves that the trained trees reach, to the precision of a leaf', () => {
    const forest = unpacked();
    for (let r = 0; r < 50; r++) {
      const trained = CLASSES.map((_, k) => trees.reduce((sum, round) => sum + leafOf(round[k]!, binned.bins, r), 0));
      margins(forest, matrix.subarray(r * NAMES.length, (r + 1) * NAMES.length)).forEach((sum, k) => expect(Math.abs(sum - trained[k]!)).toBeLessThan(packed.scale * OPTIONS.rounds));
    }
  });

  it('names the features it tests, and is refused where one is not computed', () => {
    expect(packed.columns).toContain('f280');
    expect(() => shorten(packed, NAMES.slice(0, 280))).toThrow(/f280.*Train it again/);
  });

  it('is refused when it ends early', () => {
    for (const part of ['tests', 'places', 'leaves'] as const) {
      expect(() => unpack({ ...short, [part]: short[part].slice(0, -1) }, NAMES.length, CLASSES), part).toThrow(/damaged/);
    }
  });
});

describe('many rows at once', () => {
  const value = fc.oneof(fc.constantFrom(0, 0, -1, 5, ...packed.thresholds.flat()), fc.float({ noNaN: true }));
  const changes = fc.array(fc.tuple(fc.nat(NAMES.length - 1), value), { maxLength: 60 });

  /** Rows of which each differs from the one before by some changes. */
  function rowsFrom(steps: readonly (readonly (readonly [number, number])[])[]): Float32Array {
    const rows = new Float32Array(steps.length * NAMES.length);
    steps.forEach((step, i) => {
      if (i > 0) rows.copyWithin(i * NAMES.length, (i - 1) * NAMES.length, i * NAMES.length);
      for (const [column, to] of step) rows[i * NAMES.length + column] = to;
    });
    return rows;
  }

  it('give what a plain walk gives, to the last bit', () => {
    const forest = unpacked();
    fc.assert(fc.property(fc.array(changes, { minLength: 1, maxLength: 70 }), (steps) => {
      const rows = rowsFrom(steps);
      expect(allMargins(forest, rows)).toEqual(steps.map((_, i) => walked(forest, rows.subarray(i * NAMES.length, (i + 1) * NAMES.length))));
    }));
  });

  it('give the same when their columns come in two parts', () => {
    const forest = unpacked();
    const half = (rows: Float32Array, from: number, width: number) => rowsOf(Float32Array.from({ length: (rows.length / NAMES.length) * width }, (_, at) => rows[Math.floor(at / width) * NAMES.length + from + (at % width)]!), width);
    const rows = matrix.slice(0, 40 * NAMES.length);
    expect(finish(steps(forest, [half(rows, 0, 260), half(rows, 260, 40)]))).toEqual(finish(steps(forest, [rowsOf(rows, NAMES.length)])));
  });
});

describe('reasons', () => {
  it('are the columns on the way, and add up to what the way changed', () => {
    const forest = unpacked();
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

// In: forests trained on different rows. Out: proof that their average says what they say on the whole.
import { expect, it } from 'vitest';
import { unpack } from '../../lib/engine/forest';
import { margins } from '../../lib/engine/lanes';
import { rowsOf } from '../../lib/engine/rows';
import { shorten, type PackedForest } from '../../lib/engine/shorten';
import { finish } from '../../lib/engine/steps';
import type { Label } from '../../lib/engine/types';
import { average } from '../../tools/average';
import { emptyTable, fit } from '../../tools/fit';
import { generator } from '../../tools/random';
import { findEdges } from '../../tools/trees/bins';

const LABELS: readonly Label[] = ['article', 'promo', 'other'];
/** More columns than a byte counts. */
const NAMES = Array.from({ length: 300 }, (_, f) => `f${f}`);
const ROUNDS = 5;
const ROWS = 400;

function forestOf(seed: number): PackedForest {
  const table = emptyTable(NAMES, ROWS);
  table.matrix.set(matrixOf(seed));
  table.labels.set(Uint8Array.from({ length: ROWS }, (_, r) => (table.matrix[r * NAMES.length + seed]! > 0.5 ? 0 : table.matrix[r * NAMES.length + 290]! > 0.4 ? 1 : 2)));
  table.weights.fill(1);
  return fit({ table, edges: findEdges(table.matrix, ROWS, NAMES.length), options: { classes: 3, rounds: ROUNDS, leaves: 6, shrinkage: 0.2, lambda: 1, minHessian: 1, minGain: 0.01, columns: 0.9, top: 0.5, rest: 0.5, seed } });
}

function matrixOf(seed: number): Float32Array {
  const random = generator(seed);
  return Float32Array.from({ length: ROWS * NAMES.length }, () => random());
}

function marginsOf(forest: PackedForest, matrix: Float32Array): Float32Array {
  return finish(margins(unpack(shorten(forest, NAMES), NAMES.length, LABELS), [rowsOf(matrix, NAMES.length)]));
}

it('margins of the average are the means of those of its forests, to the precision of a leaf', () => {
  const forests = [3, 5, 280].map(forestOf);
  const matrix = matrixOf(77);
  const each = forests.map((forest) => marginsOf(forest, matrix));
  const joint = average(forests);
  const precision = joint.scale * ROUNDS * forests.length;
  marginsOf(joint, matrix).forEach((margin, i) => {
    expect(Math.abs(margin - each.reduce((sum, own) => sum + own[i]! / forests.length, 0))).toBeLessThan(precision);
  });
  expect(Math.max(...each[0]!) - Math.max(...each[1]!)).not.toBe(0);
  expect(joint.columns).toEqual(expect.arrayContaining(['f3', 'f5', 'f280', 'f290']));
});

it('the average of one forest is that forest', () => {
  const forest = forestOf(3);
  const matrix = matrixOf(78);
  expect(marginsOf(average([forest]), matrix)).toEqual(marginsOf(forest, matrix));
});

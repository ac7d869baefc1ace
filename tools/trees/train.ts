// Binned rows and labels in, gradient-boosted trees out: multi-class, histogram-based, seeded.
// No maintained JavaScript library trains boosted trees on Node 20 (searched the registry: a 2017 asm.js port is all there is).

import { softmaxRows } from '../../lib/engine/forest';
import { generator } from '../random';
import type { Binned } from './bins';
import { growTree, leafOf, type GrowOptions, type Tree } from './grow';

export interface TreeOptions extends GrowOptions {
  readonly classes: number;
  readonly rounds: number;
  /** Share of the columns a tree may use. */
  readonly columns: number;
  /** Gradient-based sampling (LightGBM's GOSS): share of rows kept for their large gradient, and share drawn from the rest. */
  readonly top: number;
  readonly rest: number;
  readonly seed: number;
}

/**
 * Trains `rounds` × `classes` trees on softmax loss.
 * @param labels class per row
 * @param weights weight per row
 * @returns trees[round][class]
 */
export function trainTrees({ rows, bins }: Binned, labels: Uint8Array, weights: Float32Array, options: TreeOptions): Tree[][] {
  const { classes } = options;
  const random = generator(options.seed);
  const margins = new Float32Array(rows * classes);
  const probabilities = new Float32Array(rows * classes);
  const gradient = new Float32Array(rows);
  const hessian = new Float32Array(rows);
  const forest: Tree[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    probabilities.set(margins);
    softmaxRows(probabilities, classes);
    const trees: Tree[] = [];
    for (let k = 0; k < classes; k++) {
      for (let r = 0; r < rows; r++) {
        const p = probabilities[r * classes + k]!;
        gradient[r] = weights[r]! * (p - (labels[r] === k ? 1 : 0));
        hessian[r] = weights[r]! * Math.max(1e-4, p * (1 - p));
      }
      const kept = sampleRows(gradient, hessian, options, random);
      const used = sampleColumns(bins.length, options.columns, random);
      const tree = growTree(bins, kept, gradient, hessian, used, options);
      trees.push(tree);
      for (let r = 0; r < rows; r++) margins[r * classes + k]! += leafOf(tree, bins, r);
    }
    forest.push(trees);
  }
  return forest;
}

function sampleRows(gradient: Float32Array, hessian: Float32Array, { top, rest }: TreeOptions, random: () => number): Int32Array {
  const rows = gradient.length;
  if (top + rest >= 1) return Int32Array.from({ length: rows }, (_, r) => r);
  const probe = Float32Array.from({ length: 4096 }, () => Math.abs(gradient[Math.floor(random() * rows)]!)).sort();
  const limit = probe[Math.floor(probe.length * (1 - top))]!;
  const share = rest / (1 - top);
  const kept: number[] = [];
  for (let r = 0; r < rows; r++) {
    if (Math.abs(gradient[r]!) >= limit) kept.push(r);
    else if (random() < share) {
      gradient[r]! /= share;
      hessian[r]! /= share;
      kept.push(r);
    }
  }
  return Int32Array.from(kept);
}

function sampleColumns(columns: number, share: number, random: () => number): Int32Array {
  const picked: number[] = [];
  for (let f = 0; f < columns; f++) if (random() < share) picked.push(f);
  return Int32Array.from(picked);
}

// Article pages and other pages in, weights of the gate out: logistic regression by gradient descent on standardised measures.

import type { Context } from '../lib/engine/features/context';
import { gateMeasures } from '../lib/engine/gate';

export interface GatePage { readonly context: Context; readonly scores: Float32Array }

const STEPS = 4000;
const RATE = 0.3;
const PENALTY = 0.002;

export function fitGate(articles: readonly GatePage[], others: readonly GatePage[]): { bias: number; weights: number[]; report: string } {
  const rows = [...articles.map((page) => ({ page, gold: 1, weight: 0.5 / articles.length })), ...others.map((page) => ({ page, gold: 0, weight: 0.5 / others.length }))]
    .filter(({ page }) => page.context.body.first >= 0)
    .map(({ page, gold, weight }) => ({ x: gateMeasures(page.context, page.scores), gold, weight }));
  const width = rows[0]!.x.length;
  const mean = Array.from({ length: width }, (_, m) => rows.reduce((sum, row) => sum + row.x[m]!, 0) / rows.length);
  const spread = Array.from({ length: width }, (_, m) => Math.sqrt(rows.reduce((sum, row) => sum + (row.x[m]! - mean[m]!) ** 2, 0) / rows.length) || 1);
  const weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(width).fill(0);
    let slopeBias = 0;
    for (const { x, gold, weight } of rows) {
      let sum = bias;
      for (let m = 0; m < width; m++) sum += weights[m]! * (x[m]! - mean[m]!) / spread[m]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - gold);
      slopeBias += error;
      for (let m = 0; m < width; m++) slope[m]! += error * (x[m]! - mean[m]!) / spread[m]!;
    }
    bias -= RATE * slopeBias;
    for (let m = 0; m < width; m++) weights[m]! -= RATE * (slope[m]! + PENALTY * weights[m]!);
  }
  const short = (value: number): number => Number(value.toPrecision(5));
  const plain = weights.map((weight, m) => short(weight / spread[m]!));
  const plainBias = short(bias - weights.reduce((sum, weight, m) => sum + weight * mean[m]! / spread[m]!, 0));
  const says = (row: (typeof rows)[number]): boolean => row.x.reduce((sum, value, m) => sum + value * plain[m]!, plainBias) >= 0;
  const missed = rows.filter((row) => row.gold === 1 && !says(row)).length;
  const wrong = rows.filter((row) => row.gold === 0 && says(row)).length;
  return { bias: plainBias, weights: plain, report: `${missed} of ${articles.length} articles missed, ${wrong} of ${others.length} other pages taken for articles (in sample)` };
}

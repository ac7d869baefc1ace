// Held-out scores in, isotonic calibration out: pool-adjacent-violators over the score of the label that was chosen.

import { decide } from '../lib/engine/decide';
import { LABELS } from '../lib/engine/types';
import type { Example } from './learn';

const K = LABELS.length;
const STEPS = 24;

export interface Calibration { readonly scores: number[]; readonly right: number[] }

export function fitCalibration(pages: readonly { example: Example; scores: Float32Array }[]): Calibration {
  const points: { score: number; right: number; weight: number }[] = [];
  for (const { example, scores } of pages) {
    const labels = decide(example.context, scores);
    labels.forEach((label, i) => {
      const gold = example.labels[i]!;
      if (gold >= 0) points.push({ score: scores[i * K + label]!, right: gold === label ? 1 : 0, weight: example.weight });
    });
  }
  points.sort((a, b) => a.score - b.score);
  const bins: { score: number; right: number; weight: number }[] = [];
  const size = Math.ceil(points.length / STEPS);
  for (let at = 0; at < points.length; at += size) {
    const part = points.slice(at, at + size);
    const weight = part.reduce((sum, point) => sum + point.weight, 0);
    const mean = (of: (point: (typeof part)[number]) => number): number => part.reduce((sum, point) => sum + of(point) * point.weight, 0) / weight;
    let bin = { score: mean((point) => point.score), right: mean((point) => point.right), weight };
    while (bins.length > 0 && bins[bins.length - 1]!.right > bin.right) {
      const before = bins.pop()!;
      const both = before.weight + bin.weight;
      bin = { score: (before.score * before.weight + bin.score * bin.weight) / both, right: (before.right * before.weight + bin.right * bin.weight) / both, weight: both };
    }
    bins.push(bin);
  }
  const short = (value: number): number => Number(value.toFixed(4));
  return { scores: bins.map((bin) => short(bin.score)), right: bins.map((bin) => short(bin.right)) };
}

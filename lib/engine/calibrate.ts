// Raw probabilities in, confidence that holds out: of what is said with 0.9, nine in ten are right.

import { calibration } from './model.baked';
import { K } from './runs';

/** Confidence of each block's label, 0..1: isotonic steps fitted on cross-validated scores (Zadrozny and Elkan 2002), linear between them. */
export function calibrate(probabilities: Float32Array, labels: Uint8Array): Float32Array {
  const confidence = new Float32Array(labels.length);
  for (let i = 0; i < labels.length; i++) confidence[i] = interpolate(calibration, probabilities[i * K + labels[i]!]!);
  return confidence;
}

function interpolate({ scores, right }: { readonly scores: readonly number[]; readonly right: readonly number[] }, score: number): number {
  if (scores.length === 0) return score;
  let high = 0;
  while (high < scores.length && scores[high]! < score) high++;
  if (high === 0) return right[0]!;
  if (high === scores.length) return right[high - 1]!;
  const share = (score - scores[high - 1]!) / (scores[high]! - scores[high - 1]!);
  return right[high - 1]! + share * (right[high]! - right[high - 1]!);
}

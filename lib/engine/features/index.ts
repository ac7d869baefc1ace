// Context in, feature matrix out: one row per block, one column per name in FEATURES.

import { companyFeatures } from './company';
import { conceptFeatures } from './concepts';
import type { Context } from './context';
import type { FeatureFamily } from './family';
import { linkFeatures } from './links';
import { markupFeatures } from './markup';
import { nameFeatures } from './names';
import { factFeatures, neighbourFeatures, pageFeatures } from './neighbours';
import { enclosureFeatures, structureFeatures } from './structure';
import { textFeatures } from './text';
import { voiceFeatures } from './voice';

const FAMILIES: readonly FeatureFamily[] = [
  textFeatures, conceptFeatures, nameFeatures, linkFeatures, markupFeatures, structureFeatures, enclosureFeatures, neighbourFeatures, factFeatures, pageFeatures, voiceFeatures, companyFeatures,
];

/** Names of the columns, in order. The model is bound to them. */
export const FEATURES: readonly string[] = FAMILIES.flatMap((family) => family.names);

/** Row-major matrix of shape [context.count, FEATURES.length]. */
export function featureMatrix(context: Context): Float32Array {
  const matrix = new Float32Array(context.count * FEATURES.length);
  fillFeatures(context, matrix, 0, context.count);
  return matrix;
}

/** Fills the rows of blocks `from` (inclusive) to `end` (exclusive) of such a matrix. */
export function fillFeatures(context: Context, matrix: Float32Array, from: number, end: number): void {
  for (let i = from; i < end; i++) {
    let at = i * FEATURES.length;
    // A block has much in common with the one before: their card, their box, the heading above.
    const again = i > from;
    if (again) matrix.copyWithin(at, at - FEATURES.length, at);
    for (const family of FAMILIES) {
      family.fill(context, i, matrix, at, again);
      at += family.names.length;
    }
  }
}

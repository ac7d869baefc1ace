// Context in, feature matrix out: one row per block, one column per name in FEATURES.

import { companyFeatures } from './company';
import { conceptFeatures } from './concepts';
import { finish } from '../steps';
import type { Context } from './context';
import type { FeatureFamily } from './family';
import { ideaFeatures } from './ideas';
import { linkFeatures } from './links';
import { markupFeatures } from './markup';
import { nameFeatures } from './names';
import { factFeatures, neighbourFeatures, pageFeatures } from './neighbours';
import { enclosureFeatures, structureFeatures } from './structure';
import { textFeatures } from './text';
import { voiceFeatures } from './voice';

const FAMILIES: readonly FeatureFamily[] = [
  textFeatures, conceptFeatures, nameFeatures, linkFeatures, markupFeatures, structureFeatures, enclosureFeatures, neighbourFeatures, factFeatures, pageFeatures, voiceFeatures, companyFeatures, ideaFeatures,
];

/** Names of the columns, in order. The model is bound to them. */
export const FEATURES: readonly string[] = FAMILIES.flatMap((family) => family.names);

/** Blocks between two pauses. */
const STEP = 48;

/** Row-major matrix of shape [context.count, FEATURES.length]. */
export const featureMatrix = (context: Context): Float32Array => finish(featureSteps(context));

/** The same, in steps. */
export function* featureSteps(context: Context): Generator<undefined, Float32Array> {
  const matrix = new Float32Array(context.count * FEATURES.length);
  if (context.count === 0) return matrix;
  let at = 0;
  // With its first block a family works out what it has to know of the whole page.
  for (const family of FAMILIES) {
    family.fill(context, 0, matrix, at, false);
    at += family.names.length;
    yield;
  }
  for (let from = 1; from < context.count; from += STEP) {
    fill(context, matrix, from, Math.min(context.count, from + STEP));
    yield;
  }
  return matrix;
}

/** Fills the rows of blocks `from` (inclusive) to `end` (exclusive). */
function fill(context: Context, matrix: Float32Array, from: number, end: number): void {
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

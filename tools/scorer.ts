// A model in, a function from a page read by the tools to its scores out: the engine's own scoring, run without pauses.

import { FEATURES } from '../lib/engine/features';
import { COLUMNS, scorer, type Scores, type TwoStages } from '../lib/engine/score';
import { shorten, type PackedForest } from '../lib/engine/shorten';
import { finish } from '../lib/engine/steps';
import type { Sample } from './dataset';

export type PageScorer = (page: Pick<Sample, 'context' | 'features'>) => Scores;

/** @throws Error when the stages were trained on other features than the engine computes */
export function scorerOf({ first, second }: TwoStages<PackedForest>): PageScorer {
  const steps = scorer({ first: shorten(first, FEATURES), second: shorten(second, COLUMNS) });
  return ({ context, features }) => finish(steps(context, features));
}

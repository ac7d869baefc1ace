// A model in, a function from a page read by the tools to its scores out: the engine's own scoring, run without pauses.

import { score, scorer, type Scores, type TwoStages } from '../lib/engine/score';
import { finish } from '../lib/engine/stages';
import type { Sample } from './dataset';

export type PageScorer = (page: Pick<Sample, 'context' | 'features'>) => Scores;

export function scorerOf(stages: TwoStages): PageScorer {
  const steps = scorer(stages);
  return ({ context, features }) => finish(steps(context, features));
}

/** The model in lib/engine/model.json. */
export const shippedScorer: PageScorer = ({ context, features }) => finish(score(context, features));

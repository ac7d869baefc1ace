// The corpus in, the shipped model's scores on it out: pages it was trained on, so a check against loss and no measure of quality.

import { ARTICLE_FROM, gate } from '../../lib/engine/gate';
import { score as scoreBlocks } from '../../lib/engine/shipped';
import { finish } from '../../lib/engine/steps';
import { corpusSamples } from '../dataset';
import { score, type Scores } from '../metrics';
import type { PageScorer } from '../scorer';
import { judge } from './judge';

/** By the model in lib/engine/model.json. */
export const shippedScorer: PageScorer = ({ context, features }) => finish(scoreBlocks(context, features));

export async function shippedOnCorpus(): Promise<Scores> {
  return score((await corpusSamples()).map((sample) => {
    const scores = shippedScorer(sample);
    return judge(sample, scores, gate(sample.context, scores.probabilities) >= ARTICLE_FROM).page;
  }));
}

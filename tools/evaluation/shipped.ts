// The corpus in, the shipped model's scores on it out: pages it was trained on, so a check against loss and no measure of quality.

import { corpusSamples } from '../dataset';
import { score, type Scores } from '../metrics';
import { shippedScorer } from '../scorer';
import { judge } from './judge';

export async function shippedOnCorpus(): Promise<Scores> {
  return score((await corpusSamples()).map((sample) => judge(sample, shippedScorer(sample)).page));
}

// Pages in, what a model is made of out, but for its calibration: the trees of two stages, and those of the gate.

import type { TwoStages } from '../lib/engine/score';
import type { PackedForest } from '../lib/engine/shorten';
import type { Examples } from './examples';
import { fitGate, type GateFit, type GateGroup, type GatePage } from './gate-fit';
import { learn, predictor, type Example } from './learn';

export interface Fitted {
  readonly stages: TwoStages<PackedForest>;
  readonly gate: GateFit;
  /** Scores of every example by trees that were not trained on its publisher. */
  readonly held: ReadonlyMap<Example, Float32Array>;
}

/** Among these ARTICLE_FROM of lib/engine/gate.ts is chosen. */
const PASSING_FROM = [0.1, 0.2, 0.25, 0.3, 0.4];

export async function fitModel({ corpus, made, whole, generated, fronts, plain, others }: Examples, how: Parameters<typeof learn>[1] = {}): Promise<Fitted> {
  const { stages, held } = await learn([...corpus, ...made, ...fronts, ...plain], how);
  const predict = predictor(stages);
  const known = (examples: readonly Example[]): GatePage[] => examples.map((example) => ({ context: example.context, scores: held.get(example)!, publisher: example.source.publisher }));
  const groups: GateGroup[] = [
    { name: 'corpus pages', pages: known(corpus), article: true, share: 0.25 },
    { name: 'corpus pages without what surrounds the story', pages: known(plain), article: true, share: 0.1 },
    { name: 'whole articles', pages: known(whole), article: true, share: 0.2 },
    { name: 'generated articles', pages: known(generated), article: true, share: 0.05 },
    { name: 'corpus pages without their story', pages: known(fronts), article: false, share: 0.2 },
    { name: 'other pages', pages: others.map((sample) => ({ context: sample.context, scores: predict(sample), publisher: sample.source.publisher })), article: false, share: 0.2 },
  ];
  const gate = fitGate(groups);
  for (const from of PASSING_FROM) how.log?.(`gate, by trees that have not seen the publisher: ${groups.map((group) => `${gate.held.get(group)!.filter((p) => p >= from).length} of ${group.pages.length} ${group.name}`).join(', ')} pass from ${from} on`);
  return { stages, gate, held };
}

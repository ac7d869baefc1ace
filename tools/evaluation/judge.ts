// A labelled page and the scores of its blocks in; what was right, what was wrong, and why, out.

import { calibrate } from '../../lib/engine/calibrate';
import { decide } from '../../lib/engine/decide';
import type { Scores } from '../../lib/engine/score';
import { LABELS, type Label, type Reason } from '../../lib/engine/types';
import { unitLabels, type Sample } from '../dataset';
import { GOLD, type ScoredPage } from '../metrics';

/** A block that was given another label than its gold one. No text of the page: the report is published, the pages are not ours. */
export interface Mistake {
  /** First unit of the block. */
  readonly unit: number;
  readonly tag: string;
  readonly words: number;
  readonly gold: Label;
  readonly predicted: Label;
  readonly confidence: number;
  /** What spoke for the label it was given. */
  readonly reasons: readonly Reason[];
}

export interface Outcome {
  readonly page: ScoredPage;
  /** Whether the page without its story is taken for an article: it must not be, no more than the site's front. */
  readonly frontTaken: boolean;
  readonly mistakes: readonly Mistake[];
  /** Confidence of every labelled block, and whether its label was right. */
  readonly certainty: readonly { readonly confidence: number; readonly right: boolean }[];
}

const REASONS = 5;

/** From probabilities on, the page goes through the engine's own stages. */
export function judge(sample: Sample, { probabilities, reasons }: Scores, isArticle: boolean, frontTaken = false): Outcome {
  const { context, corpus, source } = sample;
  if (!corpus) throw new Error(`${source.id} has no gold labels by unit`);
  const labels = decide(context, probabilities);
  const confidence = calibrate(probabilities, labels);
  const predicted = unitLabels(sample, Array.from(labels, (label) => LABELS[label]!));

  const certainty: { confidence: number; right: boolean }[] = [];
  const mistakes: Mistake[] = [];
  const units = firstUnits(sample);
  sample.labels.forEach((gold, i) => {
    if (gold < 0) return;
    const right = gold === labels[i];
    certainty.push({ confidence: confidence[i]!, right });
    if (right) return;
    mistakes.push({
      unit: units.get(i) ?? -1,
      tag: context.page.nodes[context.page.blocks[i]!.node]!.tag,
      words: context.words[i]!,
      gold: LABELS[gold]!,
      predicted: LABELS[labels[i]!]!,
      confidence: confidence[i]!,
      reasons: reasons(i, labels[i]!, REASONS),
    });
  });
  return { page: { id: source.id, publisher: source.publisher, language: source.language, gold: corpus.labels, predicted, words: corpus.words, isArticle }, frontTaken, mistakes, certainty };
}

function firstUnits({ extracted }: Sample): Map<number, number> {
  const first = new Map<number, number>();
  for (const { mark, block } of extracted.units) if (block >= 0 && !first.has(block)) first.set(block, Number(mark));
  return first;
}

/** Words of a page's units that got a wrong label, as a share of all. */
export function wrongShare({ gold, predicted, words }: ScoredPage): number {
  let wrong = 0;
  let all = 0;
  [...gold].forEach((letter, unit) => {
    const label = GOLD[letter];
    if (!label) return;
    all += 1 + words[unit]!;
    if (label !== predicted[unit]) wrong += 1 + words[unit]!;
  });
  return wrong / Math.max(1, all);
}

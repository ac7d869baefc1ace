// Blocks in, classification out: the stages after segment(), in order, with pauses between them for whoever must not block a page.

import { calibrate } from './calibrate';
import { decide } from './decide';
import { featureSteps } from './features';
import { contextSteps } from './features/context';
import { ARTICLE_FROM, gate } from './gate';
import { group } from './group';
import { misread } from './misread';
import type { Scores } from './score';
import { score } from './shipped';
import type { Segmented } from './segment';
import { LABELS, type Classification, type ClassifiedBlock, type ClassifyOptions, type Label, type Reason } from './types';

/** The verdict is the same however long the pauses; the document is not touched after the blocks were cut. */
export function* stages({ page, elements, nodeElements }: Segmented, { force = false }: ClassifyOptions): Generator<undefined, Classification> {
  const context = yield* contextSteps(page);
  yield;
  const scores = yield* score(context, yield* featureSteps(context));
  const articleConfidence = gate(context, scores.probabilities);
  const isArticle = articleConfidence >= ARTICLE_FROM;
  yield;
  const labels = decide(context, scores.probabilities);
  const confidence = calibrate(scores.probabilities, labels);
  yield;
  // Who asks for it knows that there is something to hide: a frame may be one prompt and nothing else.
  const readable = force || (isArticle && !misread(context, labels));
  const { groups, mixed } = readable ? group(context, labels, confidence, nodeElements) : { groups: [], mixed: [] };
  yield;
  return {
    isArticle,
    articleConfidence,
    language: context.language.language,
    blocks: page.blocks.map((block, i) => new Block(elements[i]!, labels[i]!, confidence[i]!, block.text.slice(0, 120), context.words[i]!, scores, i)),
    groups,
    mixed,
  };
}

/** Reasons cost more than the verdict, so they are worked out when somebody asks. */
class Block implements ClassifiedBlock {
  readonly label: Label;
  private known: readonly Reason[] | undefined;

  constructor(
    readonly element: Element, private readonly index: number, readonly confidence: number, readonly text: string, readonly words: number,
    private readonly scores: Scores, private readonly row: number,
  ) {
    this.label = LABELS[index]!;
  }

  get reasons(): readonly Reason[] {
    return this.known ??= this.scores.reasons(this.row, this.index);
  }
}

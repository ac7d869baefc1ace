// The one way in: a document in; its blocks with label, confidence and reasons, and the prompts they form, out.

import { buildContext } from './features/context';
import { featureMatrix } from './features';
import { decide } from './decide';
import { gate } from './gate';
import { group } from './group';
import { score, type Scores } from './score';
import { segment } from './segment';
import { LABELS, type Classification, type ClassifiedBlock, type ClassifyOptions, type Label, type Reason } from './types';
import { calibrate } from './calibrate';

export { KINDS, LABELS } from './types';
export type { Classification, ClassifiedBlock, ClassifyOptions, Kind, Label, MixedElement, PromptGroup, Reason } from './types';

/**
 * Classifies every block of `document`. Reads the document and never writes to it; deterministic.
 *
 * @throws Error only when the model does not fit the engine (a build mistake), never because of the document
 */
export function classify(document: Document, options: ClassifyOptions = {}): Classification {
  const { page, elements, nodeElements } = segment(document, options.url);
  const context = buildContext(page);
  const scores = score(context, featureMatrix(context));
  const articleConfidence = gate(context, scores.probabilities);
  const isArticle = articleConfidence >= 0.5;
  const labels = decide(context, scores.probabilities);
  const confidence = calibrate(scores.probabilities, labels);
  const { groups, mixed } = isArticle || options.force ? group(context, labels, confidence, nodeElements) : { groups: [], mixed: [] };
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

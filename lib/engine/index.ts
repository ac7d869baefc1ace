// The one way in: a document in; its blocks with label, confidence and reasons, and the prompts they form, out.

import { segment } from './segment';
import { stages } from './stages';
import { finish } from './steps';
import type { Classification, ClassifyOptions } from './types';

export { createLiveClassifier } from './incremental';
export type { LiveClassifier } from './incremental';
export { KINDS, LABELS } from './types';
export type { Classification, ClassifiedBlock, ClassifyOptions, Kind, Label, MixedElement, PromptGroup, Reason } from './types';

/**
 * Classifies every block of `document`. Reads the document and never writes to it; deterministic.
 *
 * @throws Error only when the model does not fit the engine (a build mistake), never because of the document
 */
export function classify(document: Document, options: ClassifyOptions = {}): Classification {
  return finish(stages(segment(document, options.url, options.around), options));
}

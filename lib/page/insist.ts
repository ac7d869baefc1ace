// In: a classifier. Out: the same, which takes the page for an article once the reader has said that it is one.
import type { LiveClassifier } from '../engine/incremental';
import type { ClassifyOptions } from '../engine/types';

export interface Insistence {
  readonly classifier: LiveClassifier;
  /** What the reader says of the page; false leaves it to the gate again. */
  insist(isArticle: boolean): void;
}

export function createInsistence(create: (options: ClassifyOptions) => LiveClassifier): Insistence {
  const options = { force: false };
  const classifier = create(options);
  return {
    classifier: {
      ...classifier,
      *classify() {
        const verdict = yield* classifier.classify();
        return options.force ? { ...verdict, isArticle: true, articleConfidence: 1 } : verdict;
      },
    },
    insist(isArticle) {
      options.force = isArticle;
    },
  };
}

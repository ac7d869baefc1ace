// In: a document whose prompts say so in `data-kind` and `data-sure`. Out: the classification a perfect engine would give.
import type { Classification, ClassifiedBlock, Kind, PromptGroup } from '../../lib/engine/types';
import type { PageClassifier } from '../../lib/page/reader';

export function fakeClassify(document: Document): Classification {
  const elements = Array.from(document.querySelectorAll('[data-kind]'));
  const groups = elements.map(
    (element, index): PromptGroup => ({
      kind: element.getAttribute('data-kind') as Kind,
      blocks: [index],
      elements: [element],
      confidence: 0.9,
      hide: element.getAttribute('data-sure') !== 'no',
    }),
  );
  const blocks = elements.map((element): ClassifiedBlock => {
    const text = element.textContent.trim();
    return { element, label: element.getAttribute('data-kind') as Kind, confidence: 0.9, reasons: [], text, words: text.split(/\s+/).length };
  });
  const isArticle = document.querySelector('article') !== null;
  return { isArticle, articleConfidence: 0.9, language: 'en', blocks, groups: isArticle ? groups : [], mixed: [] };
}

/** A classifier that remembers nothing of the page from one time to the next. */
export function fakeClassifier(classify: () => Classification): PageClassifier {
  return {
    touch: () => undefined,
    renew: () => undefined,
    reset: () => undefined,
    *classify() {
      yield;
      return classify();
    },
  };
}

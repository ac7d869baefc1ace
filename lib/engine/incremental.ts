// A live document and word of its changes in, classifications out: each equal to a full run, with only the changes read again.

import { around, urlOf } from './dom';
import { recut, type Remembered } from './reuse';
import { stages } from './stages';
import type { Classification, ClassifyOptions } from './types';

export interface LiveClassifier {
  /** The child list, text or an attribute of this node has changed, or it has got a shadow root. */
  touch(node: Node): void;
  /** This node came into the page, perhaps from elsewhere, and may have changed on its way. */
  renew(node: Node): void;
  /** The page is a new one: the next run reads all of it. */
  reset(): void;
  /** Classifies the page as it is now, in steps. The first step reads the document; from then on changes belong to the next run. */
  classify(): Generator<undefined, Classification>;
}

export function createLiveClassifier(document: Document, options: ClassifyOptions = {}): LiveClassifier {
  let before: Remembered | undefined;
  let dirty = new Set<Element>();
  let fresh = new Set<Element>();

  /** An element is read again with everything around it. */
  function touch(node: Node): void {
    if (!before) return;
    for (let at: Node | null = node; at; at = around(at)) {
      if (at.nodeType !== 1) continue;
      if (dirty.has(at as Element)) return;
      dirty.add(at as Element);
    }
  }

  function reset(): void {
    before = undefined;
    dirty = new Set();
    fresh = new Set();
  }

  return {
    touch,
    renew(node) {
      if (!before) return;
      touch(node);
      if (node.nodeType === 1) fresh.add(node as Element);
    },
    reset,
    *classify() {
      const url = options.url ?? urlOf(document);
      if (before && before.segmented.page.facts.url !== url) reset();
      const changes = { dirty, fresh };
      const known = before;
      reset();
      before = recut(document, url, known, changes) ?? recut(document, url, undefined, changes);
      const { segmented } = before!;
      yield;
      return yield* stages(segmented, options);
    },
  };
}

// In: a document and its classifier. Out: readings of the page, frames and shadow roots included, in steps.
import type { Classification } from '../engine/types';
import { findAll, isParsed, shadowOf, tagOf, walkElements } from './dom';
import { frameDocument, judgeFrame } from './frames';
import type { Steps } from './slices';

export interface Reading {
  readonly classification: Classification;
  /** False when the page was still being parsed as its blocks were cut. */
  readonly whole: boolean;
  /** Open shadow roots and readable frame documents, whose changes nobody else reports. */
  readonly inner: readonly Node[];
  /** Custom elements without an open shadow root, as yet. */
  readonly hosts: readonly Element[];
}

/** Classifies the page as it is, with only what was reported as changed read again. */
export interface PageClassifier {
  /** The child list or text of a node has changed. */
  touch(node: Node): void;
  /** A node came into the page, perhaps from elsewhere. */
  renew(node: Node): void;
  /** Forgets all it knows: the next run is a full one. */
  reset(): void;
  classify(): Steps<Classification>;
}

/** Elements between two pauses of the search for shadow roots. */
const STEP = 400;

export function* read(document: Document, page: PageClassifier, classifyFrame: (document: Document) => Classification): Generator<unknown, Reading> {
  const whole = isParsed(document);
  const classification = yield* iterate(page.classify());
  if (!classification.isArticle) return { classification, whole, inner: [], hosts: [] };
  const { roots, hosts } = yield* shadowRoots(document);
  const inner: Node[] = roots;
  const groups = [...classification.groups];
  for (const frame of findAll(document, 'iframe')) {
    const content = frameDocument(frame);
    if (!content) continue;
    inner.push(content);
    const group = judgeFrame(frame, classifyFrame(content));
    if (group && !groups.some(({ elements }) => elements.some((element) => element.contains(frame)))) groups.push(group);
    yield;
  }
  return { classification: { ...classification, groups }, whole, inner, hosts };
}

function* iterate<T>(steps: Steps<T>): Generator<unknown, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
}

function* shadowRoots(document: Document): Generator<unknown, { roots: ShadowRoot[]; hosts: Element[] }> {
  const roots: ShadowRoot[] = [];
  const hosts: Element[] = [];
  const queue: Node[] = [document];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const walker = walkElements(document, at);
    for (let count = 0; walker.nextNode(); count++) {
      const element = walker.currentNode as Element;
      const root = shadowOf(element);
      if (root) {
        roots.push(root);
        queue.push(root);
      } else if (tagOf(element).includes('-')) {
        hosts.push(element);
      }
      if (count % STEP === STEP - 1) yield;
    }
  }
  return { roots, hosts };
}

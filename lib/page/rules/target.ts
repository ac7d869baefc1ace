// In: the element that the reader pointed at. Out: the elements that a correction there is about, and what they are to be.
import type { Classification, Label, PromptGroup } from '../../engine/types';
import { bodyOf, holds, parentOf } from '../dom';
import { isKind } from './apply';
import { storyWordsIn } from './match';

/** `hide`: take this away. `keep`: this is no clutter. */
export type Wish = 'hide' | 'keep';

export interface Target {
  readonly elements: readonly Element[];
  readonly label: Label;
}

/** What is pointed at is often one line of a box: the box is meant, up to so many words. */
const BOX_WORDS = 150;

/** Undefined where there is nothing to put right. */
export function targetOf(pointed: Element, wish: Wish, classification: Classification): Target | undefined {
  const group = groupAt(pointed, classification);
  if (wish === 'keep') return group && { elements: group.elements, label: 'other' };
  if (group) return { elements: group.elements, label: group.kind };
  const box = boxAround(pointed, classification);
  const label = classification.blocks.find(({ element }) => holds(element, pointed))?.label;
  return { elements: [box], label: label !== undefined && isKind(label) ? label : 'promo' };
}

function groupAt(pointed: Element, { groups }: Classification): PromptGroup | undefined {
  return groups.find(({ elements }) => elements.some((element) => holds(element, pointed)));
}

function boxAround(pointed: Element, classification: Classification): Element {
  const own = storyWordsIn([pointed], classification);
  const body = bodyOf(pointed.ownerDocument);
  const wordsIn = (element: Element) => classification.blocks.reduce((sum, block) => (holds(element, block.element) ? sum + block.words : sum), 0);
  let box = pointed;
  for (let at = parentOf(pointed); at && at !== body && storyWordsIn([at], classification) <= own && wordsIn(at) <= BOX_WORDS; at = parentOf(at)) box = at;
  return box;
}

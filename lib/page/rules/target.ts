// In: the element that the reader pointed at. Out: the elements that a correction there is about, and what they are to be.
import { isKind, type Classification, type Label, type PromptGroup } from '../../engine/types';
import { bodyOf, holds, parentOf, tagOf } from '../dom';
import { isWordless, storyWordsIn } from './match';

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
  const box = boxAround(meant(pointed, classification), classification);
  if (isStory(box, classification)) return undefined;
  const label = classification.blocks.find(({ element }) => holds(element, pointed))?.label;
  return { elements: [box], label: label !== undefined && isKind(label) ? label : 'promo' };
}

function groupAt(pointed: Element, { groups }: Classification): PromptGroup | undefined {
  return groups.find(({ elements }) => elements.some((element) => holds(element, pointed)));
}

/** The mouse is on a line of a drawing, or on a word of a paragraph: neither is meant alone. A picture is meant with its caption, though that is part of the story. */
function meant(pointed: Element, classification: Classification): Element {
  const above: Element[] = [];
  for (let at: Element | null = pointed; at; at = parentOf(at)) above.push(at);
  const figure = above.find((element) => tagOf(element) === 'figure');
  if (figure && wordsIn(figure, classification) <= BOX_WORDS) return figure;
  const drawing = above.findLast((element) => tagOf(element) === 'svg');
  if (drawing) return drawing;
  if (isWordless(pointed, classification) || classification.blocks.some(({ element }) => holds(pointed, element))) return pointed;
  return above.find((element) => classification.blocks.some((block) => block.element === element)) ?? pointed;
}

function boxAround(pointed: Element, classification: Classification): Element {
  const own = storyWordsIn([pointed], classification);
  const body = bodyOf(pointed.ownerDocument);
  let box = pointed;
  for (let at = parentOf(pointed); at && at !== body && storyWordsIn([at], classification) <= own && wordsIn(at, classification) <= BOX_WORDS; at = parentOf(at)) box = at;
  return box;
}

const wordsIn = (element: Element, { blocks }: Classification): number =>
  blocks.reduce((sum, block) => (holds(element, block.element) ? sum + block.words : sum), 0);

/** Who points between two paragraphs points at what holds them all, and does not mean that. */
function isStory(box: Element, classification: Classification): boolean {
  const all = classification.blocks.reduce((sum, { label, words }) => (label === 'article' ? sum + words : sum), 0);
  return storyWordsIn([box], classification) > all / 2;
}

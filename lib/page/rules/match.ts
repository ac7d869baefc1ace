// In: rules and a classified page. Out: the elements each rule finds, and how much of the story lies in them.
import { isKind, type Classification } from '../../engine/types';
import { findAll, holds, isMatch, parentOf, shadowRootOf, tagOf, textOf } from '../dom';
import { START_LENGTH, type Rule } from './rule';

/** Never the subject of a rule that hides: they hold the page or the story. */
const NEVER = 'html, body, main, article, h1';

/** What they hold is no text of the page: names of drawings, what stands in for a film. */
const PICTURES = new Set(['svg', 'canvas', 'video', 'audio', 'object', 'iframe']);

/** The story's part in what a rule finds may grow by this factor, and so many words more, as from one article to the next. */
const STORY_GROWTH = 1.5;
const STORY_SLACK = 12;

/** Where rules look: the document, and the open shadow roots that its blocks lie in. */
export type Scopes = readonly (Document | ShadowRoot)[];

export function scopesOf(document: Document, { blocks }: Classification): Scopes {
  const roots = new Set<ShadowRoot>();
  for (const { element } of blocks) {
    const root = shadowRootOf(element);
    if (root) roots.add(root);
  }
  return [document, ...roots];
}

export type Pattern = Pick<Rule, 'selector' | 'start'>;

export function findMatches(scopes: readonly (Document | ShadowRoot | Element)[], { selector, start }: Pattern): Element[] {
  const found = scopes.flatMap((scope) => findAll(scope, selector));
  return start === undefined ? found : found.filter((element) => startOf(element) === start);
}

/** Whether a rule finds this element, or one that it lies in. */
export function matchesAround(element: Element, { selector, start }: Pattern): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (isMatch(at, selector) && (start === undefined || startOf(at) === start)) return true;
  }
  return false;
}

/** The beginning of an element's text, spelling and spacing evened out. */
export function startOf(element: Element): string {
  return textOf(element).slice(0, 2000).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, START_LENGTH);
}

/** Words that the model counts to the story in these elements; Infinity where one of them is the page or the story itself. */
export function storyWordsIn(elements: readonly Element[], { blocks }: Classification): number {
  if (elements.some((element) => isMatch(element, NEVER) || findAll(element, 'h1').length > 0)) return Infinity;
  return blocks.reduce((sum, { element, label, words }) => (label === 'article' && elements.some((one) => holds(one, element)) ? sum + words : sum), 0);
}

/** Whether hiding these would take more of the story than the reader saw when the rule was made. */
export function isUnsafe({ label, storyWords }: Rule, elements: readonly Element[], classification: Classification): boolean {
  return isKind(label) && storyWordsIn(elements, classification) > storyWords * STORY_GROWTH + STORY_SLACK;
}

/** A picture, a film, an empty frame: nothing of it is in any block. */
export function isWordless(element: Element, { blocks }: Classification): boolean {
  if (blocks.some((block) => holds(element, block.element))) return false;
  return PICTURES.has(tagOf(element)) || textOf(element).trim() === '';
}

// In: a page that is still being parsed. Out: the moments to look at the part that is there, and the prompts in it that are whole.
import type { Classification, PromptGroup } from '../engine/types';

/** Below this many elements there is nothing to judge … */
const FEW = 60;
/** … and after a look the page has to grow by this factor: all looks together cost little more than one at the end. */
const GROWTH = 1.6;
/** On a part of a page the gate has to be this sure that it is an article. */
const SURE = 0.8;

/** Says, once per frame at most, whether the page has grown enough for another look. */
export function createGrowth(document: Document): () => boolean {
  const elements = document.getElementsByTagName('*');
  let looked = FEW / GROWTH;
  return () => {
    if (elements.length < looked * GROWTH) return false;
    looked = elements.length;
    return true;
  };
}

/** Sure prompts that the parser has left behind, so that nothing can be added to them any more. */
export function wholePrompts({ isArticle, articleConfidence, groups }: Classification): PromptGroup[] {
  if (!isArticle || articleConfidence < SURE) return [];
  return groups.filter(({ hide, elements }) => hide && elements.every(isClosed));
}

/** Whether the parser has gone past the end tag of an element. */
function isClosed(element: Element): boolean {
  for (let at: Node | null = element; at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

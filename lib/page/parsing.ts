// In: a page that is still being parsed. Out: the moments to look at the part that is there, and the prompts in it that are whole.
import type { Classification, PromptGroup } from '../engine/types';

/** Below this many elements there is nothing to judge … */
const FEW = 20;
/** … and after a look the page has to grow by this factor: all looks together cost little more than one at the end. */
const GROWTH = 1.6;
/** Nothing new for so long, in ms, and a look is worth it however little has come. */
const SILENCE_MS = 60;
/** On a part of a page the gate has to be this sure that it is an article. */
const SURE = 0.8;

export interface Parsing {
  /** More of the page is there. */
  grew(): void;
  stop(): void;
}

/** Calls for a look whenever the page has grown enough, or the line has fallen silent. */
export function followParsing(document: Document, look: () => void): Parsing {
  const elements = document.getElementsByTagName('*');
  let looked = FEW / GROWTH;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function lookNow(): void {
    looked = elements.length;
    look();
  }

  return {
    grew() {
      clearTimeout(silence);
      const { length } = elements;
      if (length >= looked * GROWTH) lookNow();
      else if (length >= FEW) silence = setTimeout(lookNow, SILENCE_MS);
    },
    stop() {
      clearTimeout(silence);
    },
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

// In: frames whose content may be read. Out: those that are one prompt as a whole, as groups of the page around them.
import { isKind, KINDS, recordOf, type Classification, type PromptGroup } from '../engine/types';
import { isHtmlPage } from './dom';

/** Of the words in a frame, this share has to be prompt … */
const PROMPT_SHARE = 0.6;
/** … and no more words than this: what is longer is a page of its own. */
const MAX_WORDS = 300;

/** The document of a frame of the same origin, once it is there. */
export function frameDocument(frame: Element): Document | undefined {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner && isHtmlPage(inner) ? inner : undefined;
  } catch {
    return undefined;
  }
}

/** @param inside what the frame's document was classified as, without asking whether it is an article */
export function judgeFrame(frame: Element, inside: Classification): PromptGroup | undefined {
  const words = recordOf(KINDS, () => 0);
  let all = 0;
  for (const block of inside.blocks) {
    all += block.words;
    if (isKind(block.label)) words[block.label] += block.words;
  }
  const kind = KINDS.reduce((most, one) => (words[one] > words[most] ? one : most));
  if (all === 0 || all > MAX_WORDS || words[kind] < all * PROMPT_SHARE) return undefined;
  const blocks = inside.blocks.filter(({ label }) => label === kind);
  const confidence = blocks.reduce((sum, block) => sum + block.confidence * block.words, 0) / words[kind];
  return { kind, blocks: [], elements: [frame], confidence, hide: inside.groups.some((group) => group.kind === kind && group.hide) };
}

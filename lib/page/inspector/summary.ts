// In: a classification. Out: what the inspector counts in it. Pure.
import { LABELS, type Classification, type ClassifiedBlock, type Label } from '../../engine/types';
import type { Place } from './words';

export interface LabelSummary {
  readonly label: Label;
  readonly blocks: number;
  /** Share of the page's words, 0..1. */
  readonly share: number;
}

export interface Filter {
  readonly labels: ReadonlySet<Label>;
  /** Only blocks with a confidence below `UNSURE_BELOW`. */
  readonly unsureOnly: boolean;
}

const UNSURE_BELOW = 0.7;
/** A shorter text of the story may be a caption or a credit that stands anywhere. */
const STORY_WORDS = 12;

export function summarise({ blocks }: Classification): LabelSummary[] {
  const total = Math.max(1, blocks.reduce((sum, { words }) => sum + words, 0));
  return LABELS.map((label) => {
    const own = blocks.filter((block) => block.label === label);
    return { label, blocks: own.length, share: own.reduce((sum, { words }) => sum + words, 0) / total };
  });
}

export const isUnsure = ({ confidence }: ClassifiedBlock): boolean => confidence < UNSURE_BELOW;

export function isShown(block: ClassifiedBlock, { labels, unsureOnly }: Filter): boolean {
  return labels.has(block.label) && (!unsureOnly || isUnsure(block));
}

/** Where a block stands to the paragraphs of the story. */
export function placeOf(index: number, { blocks }: Classification): Place {
  const isStory = ({ label, words }: ClassifiedBlock) => label === 'article' && words >= STORY_WORDS;
  if (index < blocks.findIndex(isStory)) return 'before';
  return index > blocks.findLastIndex(isStory) ? 'after' : 'inside';
}

// In: nothing. Out: what the popup is told of a prompt, and its bounds. Apart from prompts.ts, since the background knows no document.
import type { Kind } from '../engine/types';

/** More prompts than this are not listed. */
export const MAX_LISTED = 60;
/** In characters. */
export const MAX_TITLE = 90;
export const MAX_LINK = 500;

/** How a prompt is marked; `shown` is one without a mark. */
export const PROMPT_STATES = ['hidden', 'outlined', 'shown'] as const;

export interface PromptInfo {
  /** Its own for as long as the page is open. */
  readonly id: number;
  readonly kind: Kind;
  /** First words, at most `MAX_TITLE` characters. */
  readonly title: string;
  readonly words: number;
  readonly state: (typeof PROMPT_STATES)[number];
  /** False when it is not sure enough to be hidden. */
  readonly sure: boolean;
  /** Where an appeal leads to, http or https; '' for other kinds and where there is no link. */
  readonly link: string;
}

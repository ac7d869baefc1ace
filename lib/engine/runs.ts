// Labels in, runs of neighbours with one label out; labels by their index into LABELS.

import { KINDS, LABELS, type Kind, type Label } from './types';

/** Width of a row of probabilities. */
export const K = LABELS.length;
export const ARTICLE = LABELS.indexOf('article');
export const FUNDRAISING = LABELS.indexOf('fundraising');
export const NEWSLETTER = LABELS.indexOf('newsletter');
export const PROMO = LABELS.indexOf('promo');
export const OTHER = LABELS.indexOf('other');

/** Consecutive blocks taken for one kind: `first` (inclusive) to `end` (exclusive). */
export interface Run {
  readonly first: number;
  readonly end: number;
}

export const isPrompt = (label: number): boolean => label !== ARTICLE && label !== OTHER;
export const kindOf = (label: number): Kind | undefined => KINDS.find((kind) => kind === (LABELS[label] as Label));

/** Runs of prompts, in order. */
export function runsOf(labels: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < labels.length;) {
    let end = first + 1;
    while (end < labels.length && labels[end] === labels[first]) end++;
    if (isPrompt(labels[first]!)) runs.push({ first, end });
    first = end;
  }
  return runs;
}

// In: a session's state. Out: what the popup and the badge are told about the page.
import { KINDS, LABELS, recordOf, type ClassifiedBlock, type Kind, type Label, type PromptGroup } from '../engine/types';
import type { Mode } from '../settings';

/**
 * `loading`: not parsed, or not read yet. `off`: switched off, nothing was looked at. `unsupported`: no HTML page with a body.
 * `failed`: the page could not be read; nothing on it was touched. `gave-up`: it fought back, or would have cost too much.
 */
export const PAGE_STATUSES = ['loading', 'off', 'unsupported', 'not-article', 'article', 'failed', 'gave-up'] as const;
export type PageStatus = (typeof PAGE_STATUSES)[number];

/** Prompts of one kind: how many are sure enough to hide, and how many are not. */
export interface Found {
  readonly sure: number;
  readonly unsure: number;
}

export interface PageReport {
  readonly status: PageStatus;
  /** When this page was opened, in ms since 1970: tells it from the next one in the same tab. */
  readonly visit: number;
  /** The key this page's site settings are kept under. */
  readonly site: string;
  readonly mode: Mode;
  /** What is on the page, also of kinds that are switched off. */
  readonly found: Readonly<Record<Kind, Found>>;
  /** What the page is made of, in words; all 0 until it is read. */
  readonly words: Readonly<Record<Label, number>>;
  /** How many prompts are hidden or outlined right now. */
  readonly marked: number;
  /** How many more would be, had the page not put them back again and again. */
  readonly insisted: number;
}

/** What a session has to say: `groups` are all prompts, `marked` those that are marked, or would be if the page let it. */
interface State extends Pick<PageReport, 'status' | 'site' | 'mode'> {
  readonly groups: readonly PromptGroup[];
  readonly marked: readonly PromptGroup[];
  readonly blocks: readonly ClassifiedBlock[];
  readonly hasSurrendered: (element: Element) => boolean;
}

export function describePage({ status, site, mode, groups, marked, blocks, hasSurrendered }: State): PageReport {
  const insisted = marked.filter(({ elements }) => elements.every(hasSurrendered)).length;
  const visit = Math.round(performance.timeOrigin);
  return { status, visit, site, mode, found: countFound(groups), words: countWords(blocks), marked: marked.length - insisted, insisted };
}

/** Counts the words under each label. */
function countWords(blocks: readonly ClassifiedBlock[]): Readonly<Record<Label, number>> {
  const words = recordOf(LABELS, () => 0);
  for (const block of blocks) words[block.label] += block.words;
  return words;
}

/** Counts the prompts of each kind. */
function countFound(groups: readonly PromptGroup[]): Readonly<Record<Kind, Found>> {
  return recordOf(KINDS, (kind) => {
    const ofKind = groups.filter((group) => group.kind === kind);
    const sure = ofKind.filter((group) => group.hide).length;
    return { sure, unsure: ofKind.length - sure };
  });
}

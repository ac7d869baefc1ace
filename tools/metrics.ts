// Gold and predicted labels per unit in, the corpus' scores out (definitions: the corpus' own README).

import { KINDS, LABELS, type Kind, type Label } from '../lib/engine/types';

/** Letter of the gold file → product label; X is not scored. */
export const GOLD: Readonly<Record<string, Label | undefined>> = { A: 'article', F: 'fundraising', N: 'newsletter', P: 'promo', M: 'other', O: 'other' };

export interface ScoredPage {
  readonly id: string;
  readonly publisher: string;
  readonly language: string;
  /** Gold letter, predicted label and number of words per unit, in document order. */
  readonly gold: string;
  readonly predicted: readonly Label[];
  readonly words: readonly number[];
  /** Whether the gate took the page for an article. */
  readonly isArticle: boolean;
}

export interface Ratio { readonly hits: number; readonly of: number }
export interface PrecisionRecall { readonly precision: number; readonly recall: number; readonly f1: number; readonly support: number }

export interface Scores {
  readonly pages: number;
  readonly units: Readonly<Record<Label, PrecisionRecall>>;
  readonly prompts: Readonly<Record<Kind, PrecisionRecall>>;
  /** Share of gold article words that got a promotional label; share of pages with any such unit, and with over 1 % of the words. */
  readonly articleWordsHidden: number;
  readonly pagesWithArticleHidden: number;
  readonly pagesWithOverOnePercentHidden: number;
  readonly clutterWordsHidden: number;
  readonly recognised: number;
}

const isKind = (label: Label): label is Kind => (KINDS as readonly string[]).includes(label);

export function score(pages: readonly ScoredPage[]): Scores {
  const count = { gold: tally(), predicted: tally(), both: tally() };
  const prompts = Object.fromEntries(KINDS.map((kind) => [kind, { found: 0, gold: 0, right: 0, predicted: 0 }])) as Record<Kind, { found: number; gold: number; right: number; predicted: number }>;
  let articleWords = 0;
  let articleHidden = 0;
  let clutterWords = 0;
  let clutterHidden = 0;
  let pagesAny = 0;
  let pagesOver = 0;
  for (const page of pages) {
    let own = 0;
    let ownHidden = 0;
    let any = false;
    [...page.gold].forEach((letter, unit) => {
      const gold = GOLD[letter];
      if (!gold) return;
      const predicted = page.predicted[unit]!;
      const words = page.words[unit] ?? 0;
      count.gold[gold]++;
      count.predicted[predicted]++;
      if (gold === predicted) count.both[gold]++;
      if (gold === 'article') {
        own += words;
        if (isKind(predicted)) { ownHidden += words; any = true; }
      } else if (isKind(gold)) {
        clutterWords += words;
        if (isKind(predicted)) clutterHidden += words;
      }
    });
    articleWords += own;
    articleHidden += ownHidden;
    if (any) pagesAny++;
    if (ownHidden > own * 0.01) pagesOver++;
    countPrompts(page, prompts);
  }
  return {
    pages: pages.length,
    units: fromLabels((label) => ratio(count.both[label], count.predicted[label], count.both[label], count.gold[label])),
    prompts: Object.fromEntries(KINDS.map((kind) => { const p = prompts[kind]; return [kind, ratio(p.right, p.predicted, p.found, p.gold)]; })) as Scores['prompts'],
    articleWordsHidden: articleHidden / Math.max(1, articleWords),
    pagesWithArticleHidden: pagesAny / Math.max(1, pages.length),
    pagesWithOverOnePercentHidden: pagesOver / Math.max(1, pages.length),
    clutterWordsHidden: clutterHidden / Math.max(1, clutterWords),
    recognised: pages.filter((page) => page.isArticle).length / Math.max(1, pages.length),
  };
}

const tally = (): Record<Label, number> => fromLabels(() => 0);
const fromLabels = <T>(make: (label: Label) => T): Record<Label, T> => Object.fromEntries(LABELS.map((label) => [label, make(label)])) as Record<Label, T>;

function ratio(right: number, predicted: number, found: number, gold: number): PrecisionRecall {
  const precision = right / Math.max(1, predicted);
  const recall = found / Math.max(1, gold);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), support: gold };
}

type PromptCounts = Record<Kind, { found: number; gold: number; right: number; predicted: number }>;

function countPrompts(page: ScoredPage, counts: PromptCounts): void {
  const units = [...page.gold].map((letter, unit) => ({ gold: GOLD[letter], predicted: page.predicted[unit]!, words: page.words[unit] ?? 0 })).filter((unit) => unit.gold !== undefined);
  for (const kind of KINDS) {
    for (const run of runsOf(units, (unit) => unit.gold === kind)) {
      counts[kind].gold++;
      if (agrees(run, (unit) => unit.predicted === kind)) counts[kind].found++;
    }
    for (const run of runsOf(units, (unit) => unit.predicted === kind)) {
      counts[kind].predicted++;
      if (agrees(run, (unit) => unit.gold === kind)) counts[kind].right++;
    }
  }
}

function runsOf<T>(items: readonly T[], belongs: (item: T) => boolean): T[][] {
  const runs: T[][] = [];
  let open = false;
  for (const item of items) {
    if (!belongs(item)) { open = false; continue; }
    if (!open) runs.push([]);
    runs[runs.length - 1]!.push(item);
    open = true;
  }
  return runs;
}

/** At least half of the words agree; runs without words (fields alone) count by units. */
function agrees<T extends { words: number }>(run: readonly T[], right: (item: T) => boolean): boolean {
  const total = run.reduce((sum, item) => sum + item.words, 0);
  if (total === 0) return run.filter(right).length * 2 >= run.length;
  return run.reduce((sum, item) => sum + (right(item) ? item.words : 0), 0) * 2 >= total;
}

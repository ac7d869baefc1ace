// Scores in, each figure beside what it should at least be out.

import type { Scores } from '../metrics';

export interface Target {
  readonly figure: string;
  readonly value: number;
  readonly target: number;
  /** Whether `target` is the least or the most allowed. */
  readonly bound: 'least' | 'most';
  readonly reached: boolean;
}

export function targets(scores: Scores): Target[] {
  const { units, prompts } = scores;
  const least = (figure: string, value: number, target: number): Target => ({ figure, value, target, bound: 'least', reached: value >= target });
  const most = (figure: string, value: number, target: number): Target => ({ figure, value, target, bound: 'most', reached: value <= target });
  return [
    least('article unit F1', units.article.f1, 0.97),
    least('promo unit F1', units.promo.f1, 0.91),
    least('newsletter prompts, precision', prompts.newsletter.precision, 0.93),
    least('newsletter prompts, recall', prompts.newsletter.recall, 0.88),
    least('fundraising prompts, precision', prompts.fundraising.precision, 0.9),
    least('fundraising prompts, recall', prompts.fundraising.recall, 0.8),
    most('article words hidden', scores.articleWordsHidden, 0.002),
    most('pages with more than 1 % of article words hidden', scores.pagesWithOverOnePercentHidden, 0.015),
    least('clutter words hidden', scores.clutterWordsHidden, 0.88),
    least('articles recognised by the gate', scores.recognised, 0.99),
  ];
}

// Outcomes of all pages in, everything docs/evaluation.json holds out.

import { corpusHash } from '../corpus';
import { score, type PrecisionRecall, type Scores } from '../metrics';
import { calibrationError, calibrationTable, type Bin } from './calibration';
import type { Extractor } from './extractors';
import type { FixtureFigures, FixtureOutcome } from './fixtures';
import { FOLDS } from './folds';
import { wrongShare, type Mistake, type Outcome } from './judge';
import { targets, type Target } from './targets';

const WORST_PAGES = 25;
const MISTAKES_PER_PAGE = 6;

export interface WorstPage {
  readonly id: string;
  readonly language: string;
  /** Share of its words with a wrong label, and number of wrong blocks. */
  readonly wrong: number;
  readonly blocks: number;
  readonly recognised: boolean;
  /** The longest of its wrong blocks. */
  readonly mistakes: readonly Mistake[];
}

export interface Evaluation {
  readonly corpus: { readonly hash: string; readonly pages: number; readonly publishers: number };
  readonly folds: number;
  readonly targets: readonly Target[];
  readonly scores: Scores;
  readonly extractors: Readonly<Record<Extractor, PrecisionRecall>>;
  readonly languages: Readonly<Record<string, Scores>>;
  readonly publishers: Readonly<Record<string, Scores>>;
  readonly calibration: { readonly error: number; readonly bins: readonly Bin[] };
  readonly notRecognised: readonly string[];
  /** Pages that were taken for articles without their story. */
  readonly frontsTaken: readonly string[];
  readonly worst: readonly WorstPage[];
  readonly fixtures: FixtureFigures & { readonly pages: Readonly<Record<string, Scores | { readonly takenForArticle: boolean }>> };
}

export function evaluationOf(outcomes: readonly Outcome[], extractors: Evaluation['extractors'], fixtures: readonly FixtureOutcome[], figures: FixtureFigures): Evaluation {
  const scores = score(outcomes.map(({ page }) => page));
  const bins = calibrationTable(outcomes);
  const publishers = by(outcomes, ({ page }) => page.publisher);
  return {
    corpus: { hash: corpusHash(), pages: outcomes.length, publishers: Object.keys(publishers).length },
    folds: FOLDS,
    targets: targets(scores),
    scores,
    extractors,
    languages: by(outcomes, ({ page }) => page.language || 'unknown'),
    publishers,
    calibration: { error: calibrationError(bins), bins },
    notRecognised: outcomes.filter(({ page }) => !page.isArticle).map(({ page }) => page.id),
    frontsTaken: outcomes.filter(({ frontTaken }) => frontTaken).map(({ page }) => page.id),
    worst: worstPages(outcomes),
    fixtures: {
      ...figures,
      pages: Object.fromEntries(fixtures.map(({ page, article }) => [page.id, article ? score([page]) : { takenForArticle: page.isArticle }])),
    },
  };
}

/** Scores per key, keys with most pages first. */
function by(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Record<string, Scores> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) groups.set(keyOf(outcome), [...(groups.get(keyOf(outcome)) ?? []), outcome]);
  return Object.fromEntries([...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(([key, group]) => [key, score(group.map(({ page }) => page))]));
}

function worstPages(outcomes: readonly Outcome[]): WorstPage[] {
  return outcomes
    .map(({ page, mistakes }): WorstPage => ({
      id: page.id,
      language: page.language,
      wrong: wrongShare(page),
      blocks: mistakes.length,
      recognised: page.isArticle,
      mistakes: [...mistakes].sort((a, b) => b.words - a.words || a.unit - b.unit).slice(0, MISTAKES_PER_PAGE),
    }))
    .sort((a, b) => b.wrong - a.wrong || (a.id < b.id ? -1 : 1))
    .slice(0, WORST_PAGES);
}

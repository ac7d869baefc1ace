// Figures in, what the regression tests hold the next model to out. Written only by `npm run evaluate -- --record`.

import { KINDS } from '../../lib/engine/types';
import type { Scores } from '../metrics';
import type { FixtureFigures } from './fixtures';

/** Figures by name; those named in COSTS are the better the smaller. */
export type Recorded = Readonly<Record<string, number>>;

export interface RecordFile {
  readonly fixtures: Recorded;
  /** The shipped model on the corpus it was trained on: no measure of quality, but a loss there is a loss. Null where there was no corpus. */
  readonly corpus: Recorded | null;
}

const COSTS: ReadonlySet<string> = new Set(['article words hidden', 'other pages taken for articles']);
/** Rounding of the file, and the odd block that another parser or rounding of the processor moves. */
const SLACK = 0.0015;

export function recordOf(scores: Scores, gate?: Pick<FixtureFigures, 'others' | 'othersTaken'>): Recorded {
  const figures: Record<string, number> = {
    'article F1': scores.units.article.f1,
    'articles recognised': scores.recognised,
    'article words hidden': scores.articleWordsHidden,
    'clutter words hidden': scores.clutterWordsHidden,
  };
  for (const kind of KINDS) {
    figures[`${kind} prompts found`] = scores.prompts[kind].recall;
    figures[`${kind} prompts right`] = scores.prompts[kind].precision;
  }
  if (gate) figures['other pages taken for articles'] = gate.othersTaken / Math.max(1, gate.others);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]));
}

/** What is worse than recorded, in words; empty when nothing is. A figure that is missing on either side is worse. */
export function regressions(now: Recorded, recorded: Recorded): string[] {
  return [...new Set([...Object.keys(recorded), ...Object.keys(now)])].flatMap((name) => {
    const before = recorded[name];
    const after = now[name];
    if (before === undefined || after === undefined) return [`${name}: ${before ?? 'not recorded'} before, ${after ?? 'not measured'} now`];
    const loss = COSTS.has(name) ? after - before : before - after;
    return loss > SLACK ? [`${name}: ${before} before, ${after} now`] : [];
  });
}

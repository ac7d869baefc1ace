// The project's own pages in, the shipped model's figures on them out. Nothing is trained on these pages.

import { classify } from '../../lib/engine';
import { countWords } from '../../lib/engine/features/context';
import type { Label } from '../../lib/engine/types';
import { blocks, readFixtures, unmark, type Fixture } from '../../test/fixtures/read';
import { score, type ScoredPage, type Scores } from '../metrics';

export interface FixtureOutcome {
  readonly page: ScoredPage;
  readonly article: boolean;
}

export interface FixtureFigures {
  /** On the fixtures that are articles. */
  readonly scores: Scores;
  /** Fixtures that are no articles, and how many of them the gate took for one. */
  readonly others: number;
  readonly othersTaken: number;
}

/** @param parse HTML to a document; the engine reads the same blocks in happy-dom as in Chromium (test/engine/segment.test.ts) */
export function judgeFixtures(parse: (html: string) => Document): FixtureOutcome[] {
  return readFixtures().map((fixture) => judgeFixture(fixture, parse(fixture.html)));
}

function judgeFixture({ slug, meta }: Fixture, document: Document): FixtureOutcome {
  const marked = blocks(document);
  unmark(document);
  // One form of address for all: none gives away whether its page is an article.
  const { isArticle, blocks: classified } = classify(document, { url: `https://www.paper.example/${slug}` });
  const labels = new Map(classified.map((block) => [block.element, block.label]));
  const labelOf = (element: Element): Label => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const label = labels.get(at);
      if (label) return label;
    }
    return 'other';
  };
  return {
    article: meta.article,
    page: {
      id: slug, publisher: slug, language: meta.language.split('-')[0]!, isArticle,
      gold: marked.map(({ expect }) => expect ?? 'X').join(''),
      predicted: marked.map(({ element }) => labelOf(element)),
      words: marked.map(({ text }) => countWords(text)),
    },
  };
}

export function fixtureFigures(outcomes: readonly FixtureOutcome[]): FixtureFigures {
  const others = outcomes.filter(({ article }) => !article);
  return {
    scores: score(outcomes.filter(({ article }) => article).map(({ page }) => page)),
    others: others.length,
    othersTaken: others.filter(({ page }) => page.isArticle).length,
  };
}

// In: our fixtures and, where present, the corpus. Out: pages to break, and what of each is its story.
import { corpusPresent, readCorpus } from '../corpus';
import { readFixtures } from '../../test/fixtures/read';
import type { Story } from './check';

export interface FuzzPage {
  readonly name: string;
  html(): string;
  readonly isStory: Story['isStory'];
}

const isMarked = (element: Element) => element.closest('[data-expect]')?.getAttribute('data-expect') === 'A';

export function fixturePages(): FuzzPage[] {
  return readFixtures().map(({ slug, html }) => ({ name: slug, html: () => html, isStory: isMarked }));
}

/** Empty without the corpus. */
export function corpusPages(): FuzzPage[] {
  if (!corpusPresent()) return [];
  return readCorpus().map(({ id, labels, html }) => ({
    name: `corpus ${id}`,
    html,
    isStory: (element) => labels[Number(element.closest('[data-u]')?.getAttribute('data-u') ?? -1)] === 'A',
  }));
}

/** Corpus pages are ten times as long: one in eight keeps a run short and still breaks each of them several times. */
export function spread(): FuzzPage[] {
  const [fixtures, corpus] = [fixturePages(), corpusPages()];
  return corpus.length === 0 ? fixtures : corpus.flatMap((page, i) => [...Array.from({ length: 7 }, (_, j) => fixtures[(i * 7 + j) % fixtures.length]!), page]);
}

// In: how many pages. Out: as many, of our fixtures and, where present, the corpus: half of them different, then the same ones again as other sites.
import { readFixtures } from '../../test/fixtures/read';
import { corpusPresent, readCorpus } from '../corpus';

export interface SoakPage {
  readonly name: string;
  /** Whether it is a story; undefined where that is not known. */
  readonly article: boolean | undefined;
  html(): string;
}

/** As many as asked for, but for one to three, so that both rounds have the same even number. */
export function soakPages(count: number): SoakPage[] {
  const known = [...fixtures(), ...corpus()];
  const half = 2 * Math.floor(count / 4);
  // Spread, so that either sort comes all the time.
  const round = Array.from({ length: half }, (_, i) => known[Math.floor(((i * 0.6180339887) % 1) * known.length)]!);
  return [...round, ...round];
}

function fixtures(): SoakPage[] {
  return readFixtures()
    .filter(({ meta }) => !meta.nodeOnly)
    .map(({ slug, html, meta }) => ({ name: slug, article: meta.article, html: () => html.replaceAll(/ data-expect="[^"]*"/g, '') }));
}

function corpus(): SoakPage[] {
  return corpusPresent() ? readCorpus().map(({ id, html }) => ({ name: `corpus ${id}`, article: undefined, html })) : [];
}

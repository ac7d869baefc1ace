// Prompts cut from corpus pages in, sources for the trainer out: each set into pages of other publishers, where its site's names and places mean nothing.

import type { CorpusPage } from '../tools/corpus';
import type { CutPrompt } from '../tools/cut-page';
import type { Source } from '../tools/dataset';
import { nameOf, placesFor, renamer } from './examples';
import { Choice } from './random';

/** Pages that a prompt is set into. */
const HOSTS = { F: 6, N: 3 } as const;
/** A publisher's prompts of one kind together are set into no more than this many: one page of twelve appeals must not speak for all. */
const MOST_PER_PUBLISHER = 12;
/** Longer than any prompt: something else was cut along. */
const LONGEST_HTML = 60_000;

interface Donor {
  readonly page: CorpusPage;
  readonly prompt: CutPrompt;
}

/** @param cuts prompts per page, in the order of `pages` */
export function movedSources(pages: readonly CorpusPage[], cuts: readonly (readonly CutPrompt[])[]): Source[] {
  const moved = new Map<string, number>();
  const donors = pages.flatMap((page, i) => cuts[i]!.map((prompt): Donor => ({ page, prompt })));
  return donors.flatMap(({ page, prompt }, index) => {
    const hosts = pages.filter((host) => host.language !== '' && host.language === page.language && host.publisher !== page.publisher);
    if (hosts.length === 0 || prompt.html.length > LONGEST_HTML) return [];
    const choice = new Choice(index * 29 + 11);
    const key = `${page.publisher} ${prompt.letter}`;
    return choice.some(hosts, HOSTS[prompt.letter]).flatMap((host, n): Source[] => {
      const place = placesFor(host, choice);
      const so = moved.get(key) ?? 0;
      if (!place || so >= MOST_PER_PUBLISHER) return [];
      moved.set(key, so + 1);
      return [{
        id: `moved-${index}-${n}`, url: host.url, publisher: page.publisher, host: host.publisher, language: host.language, html: host.html, mark: 'data-u',
        inserts: [{ ...(choice.chance(0.5) ? place.inStory : place.boxed), html: renamer(nameOf(page), host)(prompt.html.replaceAll(page.publisher, host.publisher)), adopt: choice.chance(0.3) }],
      }];
    });
  });
}

// Everything the model is trained on, weighted: corpus pages, the same pages grown by written prompts, and written pages of every language.

import { grownSources, otherSources, pageSources, writtenSources } from '../training/examples';
import { movedSources } from '../training/moved';
import { Choice } from '../training/random';
import { readCorpus, type CorpusPage } from './corpus';
import { blockLabels, corpusSamples, cutAll, extractAll, sampleOf, type Sample, type Source } from './dataset';
import { masked, type Example } from './learn';

/** A page's say grows with its size, but less than in proportion: one giant menu must not outvote twenty stories. */
const weightOf = (count: number, share: number): number => share * (150 / Math.max(20, count)) ** 0.7;
const GROWN_SHARE = 0.7;
const WRITTEN_SHARE = 0.45;
const WHOLE_SHARE = 0.9;

export interface Examples {
  /** The corpus itself: what is tested. */
  readonly corpus: readonly Example[];
  /** Made from the corpus or written: only ever trained on. */
  readonly made: readonly Example[];
  /** Those of them that are article pages written whole, and those that were put together from written parts. */
  readonly whole: readonly Example[];
  readonly generated: readonly Example[];
  /** Corpus pages without their stories, as a front or section page would be: what the gate must not take for articles. Without labels. */
  readonly fronts: readonly Example[];
  /** Corpus pages without menus, teasers and advertisements: plain articles, as small sites have them. */
  readonly plain: readonly Example[];
  /** Written pages of many kinds that are no articles. */
  readonly others: readonly Sample[];
}

export async function readExamples(): Promise<Examples> {
  const corpus = (await corpusSamples()).map((sample): Example => ({ ...sample, weight: weightOf(sample.context.count, 1) }));
  const pages = readCorpus();
  const grown = grownSources(pages);
  const moved = movedSources(pages, await cutAll(pages));
  const written = writtenSources();
  const sources = [...grown.map(({ source }) => source), ...written, ...moved];
  const extracted = await extractAll(sources);
  const made = sources.map((source, i): Example => {
    // Of a page into which a prompt was moved only the prompt is learnt: the rest was learnt where it stands.
    const sample = sampleOf(source, extracted[i]!, blockLabels(extracted[i]!, grown[i]?.page));
    return { ...silence(sample, i), weight: weightOf(sample.context.count, source.mark === 'data-u' ? GROWN_SHARE : WRITTEN_SHARE) };
  });
  const whole = await wholePages();
  return { corpus, made: [...made, ...whole], whole, generated: made.filter(({ source }) => source.mark === 'data-expect'), fronts: await cutPages(pages, 'A', false), plain: await cutPages(pages, 'OP', true), others: await otherPages() };
}

/** No two are alike, so they are learnt as they are. */
async function wholePages(): Promise<Example[]> {
  const sources = pageSources();
  const extracted = await extractAll(sources);
  return sources.map((source, i) => {
    const sample = sampleOf(source, extracted[i]!, blockLabels(extracted[i]!));
    return { ...sample, weight: weightOf(sample.context.count, WHOLE_SHARE) };
  });
}

/** Without labels: what is left of the pages is for the gate alone. */
async function cutPages(pages: readonly CorpusPage[], letters: string, head: boolean): Promise<Example[]> {
  const sources = pages.map((page): Source => ({ id: `${page.id} without ${letters}`, url: head ? page.url : new URL('/', page.url).href, publisher: page.publisher, language: page.language, html: page.html, mark: 'data-u', cut: { labels: page.labels, letters, head } }));
  const extracted = await extractAll(sources);
  return sources.map((source, i) => ({ ...sampleOf(source, extracted[i]!, new Int8Array(extracted[i]!.page.blocks.length).fill(-1)), weight: 0 }));
}

/** Of the made pages, most keep quiet about their class names and some about their words. */
function silence(sample: Sample, index: number): Sample {
  const choice = new Choice(index + 77);
  const grown = sample.source.mark === 'data-u';
  const kinds = [...(choice.chance(grown ? 0.7 : 0.2) ? (['names'] as const) : []), ...(choice.chance(0.12) ? (['concepts'] as const) : [])];
  return kinds.length === 0 ? sample : { ...sample, features: masked(sample.features, kinds) };
}

async function otherPages(): Promise<Sample[]> {
  const sources = otherSources();
  const extracted = await extractAll(sources);
  return sources.map((source, i) => sampleOf(source, extracted[i]!, new Int8Array(extracted[i]!.page.blocks.length).fill(-1)));
}

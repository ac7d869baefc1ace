// Written texts in, sources for the trainer out: whole pages per language, and corpus pages into which written prompts are set.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusPage } from '../tools/corpus';
import type { Source } from '../tools/dataset';
import type { Insert } from '../tools/extract-page';
import { makePage, makePrompt } from './page';
import { Choice } from './random';
import { readTexts, type Texts } from './texts';

const PAGES_PER_LANGUAGE = 18;
const HERE = dirname(fileURLToPath(import.meta.url));
const [OTHERS, PAGES] = [join(HERE, 'others'), join(HERE, 'pages')];

/** Whole pages, in every language of texts/. */
export function writtenSources(pages = PAGES_PER_LANGUAGE): Source[] {
  return readTexts().flatMap((texts, index) => Array.from({ length: pages }, (_, page): Source => {
    const html = makePage(texts, index * 1000 + page * 7 + 1);
    return {
      id: `written-${texts.language}-${page}`, url: `https://www.${texts.language.toLowerCase()}-press.example/2025/03/${page}`, publisher: `written-${texts.language}`,
      language: texts.language.toLowerCase().split('-')[0]!, html: () => html, mark: 'data-expect',
    };
  }));
}

/** Every corpus page whose language was written in once more, with two written prompts set in: real surroundings, names that cannot be learnt by heart. */
export function grownSources(pages: readonly CorpusPage[]): { source: Source; page: CorpusPage }[] {
  const texts = new Map(readTexts().map((text) => [text.language.toLowerCase(), text]));
  return pages.flatMap((page, index) => {
    const written = texts.get(page.language === 'no' ? 'nb' : page.language);
    if (!written) return [];
    const source: Source = { id: `grown-${page.id}`, url: page.url, publisher: page.publisher, language: page.language, html: page.html, mark: 'data-u', inserts: insertsFor(page, written, index) };
    return [{ source, page }];
  });
}

function insertsFor(page: CorpusPage, texts: Texts, seed: number): Insert[] {
  const choice = new Choice(seed * 13 + 5);
  const places = placesFor(page, choice);
  if (!places) return [];
  const rename = renamer(texts.site.name, page);
  return [
    { ...places.inStory, html: rename(makePrompt(texts, seed * 17 + 3, choice.pick(['F', 'F', 'N', 'O']), true)), adopt: choice.chance(0.7) },
    { ...places.boxed, html: rename(makePrompt(texts, seed * 19 + 4, choice.pick(['F', 'N', 'N', 'P', 'O']), false)), adopt: false },
  ];
}

type Place = Pick<Insert, 'beside' | 'where'>;

/** Where a prompt may stand on a page: among or behind the story's paragraphs, and among what stands around them. Undefined where there is no story. */
export function placesFor(page: CorpusPage, choice: Choice): { readonly inStory: Place; readonly boxed: Place } | undefined {
  const paragraphs = [...page.labels].flatMap((letter, unit) => (letter === 'A' && page.words[unit]! > 15 ? [unit] : []));
  const others = [...page.labels].flatMap((letter, unit) => (letter === 'P' || letter === 'M' ? [unit] : []));
  if (paragraphs.length === 0) return undefined;
  const last = paragraphs[paragraphs.length - 1]!;
  const inStory = choice.chance(0.5) ? last : choice.pick(paragraphs);
  const boxed = others.length > 0 && choice.chance(0.6) ? choice.pick(others) : last;
  // At the page's edges, where bars and what stands in the foot ask for the same.
  const edge = choice.chance(0.2) ? choice.pick(['top', 'foot']) : undefined;
  return { inStory: { beside: String(inStory), where: inStory === last ? 'afterend' : choice.pick(['beforebegin', 'afterend']) }, boxed: edge === 'top' ? { beside: '0', where: 'beforebegin' } : { beside: String(edge === 'foot' ? page.labels.length - 1 : boxed), where: 'afterend' } };
}

/** A prompt names the site it stands on, so the name of its own one gives way to that of the page it is set into. */
export function renamer(from: string, page: CorpusPage): (prompt: string) => string {
  const to = nameOf(page);
  const words = from.split(/\s+/).filter((word) => word.length >= 5 && word[0] !== word[0]!.toLowerCase());
  // All in one go: the new name may hold a word of the old one.
  const names = new RegExp([from, ...words].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (prompt) => prompt.replace(names, () => to);
}

/** What the publication calls itself. */
export function nameOf({ html, publisher }: CorpusPage): string {
  return /property="og:site_name"[^>]*content="([^"<>]{2,40})"/i.exec(html())?.[1] ?? publisher.replace(/\..*/, '').replace(/^./, (first) => first.toUpperCase());
}

/** Pages of others/: no articles, for the gate. */
export const otherSources = (): Source[] => filesIn(OTHERS).map(([name, read]) => sourceOf(name, read, `https://www.other.example/${name.replace(/-.*/, '')}`));

/** Article pages written whole, each as a site of its own, at the address that it gives itself. */
export const pageSources = (): Source[] => filesIn(PAGES).map(([name, read]) => sourceOf(name, read, /rel="?canonical"? href="(https:[^"]+)"/.exec(read())?.[1] ?? `https://www.paper.example/${name}`));

const sourceOf = (name: string, html: () => string, url: string): Source => ({ id: name, url, publisher: name, language: name.split('-')[0]!, html, mark: 'data-expect' });

const filesIn = (folder: string): [name: string, read: () => string][] =>
  readdirSync(folder).filter((name) => name.endsWith('.html')).sort().map((name) => [name, () => readFileSync(join(folder, name), 'utf8')]);

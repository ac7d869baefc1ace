// Labelled pages in, feature rows with labels out. Chromium reads the pages once; the records are kept in node_modules/.cache.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES, featureMatrix } from '../lib/engine/features';
import { buildContext, type Context } from '../lib/engine/features/context';
import { LABELS, type Label } from '../lib/engine/types';
import { bundle, launchChromium, toolPage } from './chromium';
import { readCorpus, ROOT, type CorpusPage } from './corpus';
import type { CutPrompt } from './cut-page';
import type { Cut, ExtractedPage, Insert } from './extract-page';
import { GOLD } from './metrics';

const CACHE = join(ROOT, 'node_modules/.cache/unpitch');
const EXTRACT = join(ROOT, 'tools/extract-page.ts');
const CUT = join(ROOT, 'tools/cut-page.ts');

/** A page as it comes to the reader, before the engine saw it. */
export interface Source {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  /** Publisher of the page around what is learnt, where that is another one. */
  readonly host?: string;
  readonly language: string;
  readonly html: () => string;
  /** Attribute that carries the labels. */
  readonly mark: string;
  /** Written prompts to set in before the page is read. */
  readonly inserts?: readonly Insert[];
  /** What is taken out before the page is read. */
  readonly cut?: Cut;
}

export interface Sample {
  readonly source: Source;
  readonly extracted: ExtractedPage;
  readonly context: Context;
  /** Row-major [context.count, FEATURES.length]. */
  readonly features: Float32Array;
  /** Index into LABELS per block, -1 where the page has no label for it. */
  readonly labels: Int8Array;
  readonly corpus?: CorpusPage;
}

/** Reads `sources` in Chromium, those not read before with the present segmenter. */
export function extractAll(sources: readonly Source[]): Promise<ExtractedPage[]> {
  return inChromium<ExtractedPage>(EXTRACT, 'extract', sources.map(({ html, url, mark, inserts = [], cut }) => () => [html(), url, mark, inserts, ...(cut ? [cut] : [])]));
}

/** Cuts the prompts out of labelled pages. */
export function cutAll(pages: readonly CorpusPage[]): Promise<CutPrompt[][]> {
  return inChromium<CutPrompt[]>(CUT, 'cut', pages.map((page) => () => [page.html(), page.labels]));
}

/** What `tool` of the file `entry` makes of each list of arguments, kept for the next time. */
async function inChromium<T>(entry: string, tool: string, calls: readonly (() => readonly unknown[])[]): Promise<T[]> {
  mkdirSync(CACHE, { recursive: true });
  const version = createHash('sha256').update(await bundle(entry)).digest('hex');
  const files = calls.map((call) => join(CACHE, `${createHash('sha256').update(version).update(JSON.stringify(call())).digest('hex').slice(0, 24)}.json`));
  if (files.some((file) => !existsSync(file))) {
    const browser = await launchChromium();
    try {
      const page = await toolPage(browser, entry);
      for (const [i, call] of calls.entries()) {
        if (existsSync(files[i]!)) continue;
        const text = await page.evaluate(([name, args]) => JSON.stringify((globalThis as unknown as { tool: Record<string, (...args: readonly unknown[]) => unknown> }).tool[name]!(...args)), [tool, call()] as const);
        writeFileSync(files[i]!, text);
      }
    } finally {
      await browser.close();
    }
  }
  return files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as T);
}

export function sampleOf(source: Source, extracted: ExtractedPage, labels: Int8Array, corpus?: CorpusPage): Sample {
  const context = buildContext(extracted.page);
  return { source, extracted, context, features: featureMatrix(context), labels, ...(corpus && { corpus }) };
}

export async function corpusSamples(): Promise<Sample[]> {
  const pages = readCorpus();
  const sources = pages.map((page): Source => ({ id: page.id, url: page.url, publisher: page.publisher, language: page.language, html: page.html, mark: 'data-u' }));
  const extracted = await extractAll(sources);
  return pages.map((page, i) => sampleOf(sources[i]!, extracted[i]!, blockLabels(extracted[i]!, page), page));
}

/** Label index per block from unit numbers (looked up in `page`) or letters; -1 where the page gives none. */
export function blockLabels({ units, marks }: ExtractedPage, page?: CorpusPage): Int8Array {
  const labels = Int8Array.from(marks, (mark) => (/^[A-Z]$/.test(mark) ? labelIndex(mark) : -1));
  if (!page) return labels;
  for (const unit of units) {
    if (unit.block < 0 || /^[A-Z]$/.test(marks[unit.block]!)) continue;
    if (labels[unit.block] === -1 || marks[unit.block] === unit.mark) labels[unit.block] = labelIndex(page.labels[Number(unit.mark)]);
  }
  return labels;
}

export function labelIndex(letter: string | undefined): number {
  const label = letter === undefined ? undefined : GOLD[letter];
  return label === undefined ? -1 : LABELS.indexOf(label);
}

/** Predicted label per unit from labels per block, as the corpus' README maps them. */
export function unitLabels({ extracted }: Sample, blockLabels: readonly Label[]): Label[] {
  const labels: Label[] = new Array<Label>(extracted.units.length).fill('other');
  for (const unit of extracted.units) {
    labels[Number(unit.mark)] = unit.block >= 0 ? blockLabels[unit.block]! : majority(unit.below.map((block) => blockLabels[block]!));
  }
  return labels;
}

function majority(labels: readonly Label[]): Label {
  let best: Label = 'other';
  let most = 0;
  for (const label of LABELS) {
    const votes = labels.filter((vote) => vote === label).length;
    if (votes > most) { best = label; most = votes; }
  }
  return best;
}

export const COLUMNS = FEATURES.length;

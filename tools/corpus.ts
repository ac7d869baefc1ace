// The labelled corpus in, its pages and gold labels out. UNPITCH_CORPUS names the folder; by default it lies beside the checkout.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registrableDomain } from '../lib/engine/links';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const CORPUS = resolve(process.env.UNPITCH_CORPUS ?? join(ROOT, '../shared/corpus'));

/** One saved page. Character N of `labels` is the class (A F N P M O X) of the element with `data-u="N"`. */
export interface CorpusPage {
  readonly id: string;
  readonly url: string;
  readonly language: string;
  readonly publisher: string;
  readonly labels: string;
  readonly words: readonly number[];
  html(): string;
}

/** What there is to say where it is missing. */
export const NO_CORPUS = `No corpus at ${CORPUS}. Set UNPITCH_CORPUS to the folder that holds gold.json and pages/.`;

export const corpusPresent = (): boolean => existsSync(join(CORPUS, 'gold.json'));

/** @throws Error in words when the corpus is not there */
export function readCorpus(): CorpusPage[] {
  if (!corpusPresent()) throw new Error(NO_CORPUS);
  const gold = JSON.parse(readFileSync(join(CORPUS, 'gold.json'), 'utf8')) as Record<string, { url: string; lang: string; labels: string; words: number[] }>;
  return Object.entries(gold).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { url, lang, labels, words }]) => ({
    id, url, language: lang.toLowerCase().split(/[-_]/)[0]!, publisher: registrableDomain(new URL(url).hostname), labels, words,
    html: () => readFileSync(join(CORPUS, 'pages', `${id}.html`), 'utf8'),
  }));
}

/** Identifies the data a model was trained on. */
export function corpusHash(): string {
  return createHash('sha256').update(readFileSync(join(CORPUS, 'gold.json'))).digest('hex').slice(0, 16);
}

// Corpus pages in, what Readability and Defuddle take for the article out, as label per unit.

import { launchChromium, toolPage } from '../chromium';
import type { CorpusPage } from '../corpus';
import { score, type PrecisionRecall } from '../metrics';
import type { Label } from '../../lib/engine/types';
import type * as InPage from './extractors-page';

export const EXTRACTORS = { readability: 'Mozilla Readability 0.6.0', defuddle: 'Defuddle 0.19.4' } as const;
export type Extractor = keyof typeof EXTRACTORS;
const NAMES = Object.keys(EXTRACTORS) as Extractor[];

/** Article precision, recall and F1 by unit of each extractor on `pages`, read in Chromium. */
export async function runExtractors(pages: readonly CorpusPage[]): Promise<Record<Extractor, PrecisionRecall>> {
  const browser = await launchChromium();
  try {
    const tab = await toolPage(browser, 'tools/evaluation/extractors-page.ts');
    const scored: Record<Extractor, Parameters<typeof score>[0][number][]> = { readability: [], defuddle: [] };
    for (const page of pages) {
      const kept = await tab.evaluate(([html, url]) => (globalThis as unknown as { tool: typeof InPage }).tool.kept(html, url), [page.html(), page.url] as const);
      for (const name of NAMES) {
        const units = new Set(kept[name]);
        const predicted = Array.from(page.labels, (_, unit): Label => (units.has(unit) ? 'article' : 'other'));
        scored[name].push({ id: page.id, publisher: page.publisher, language: page.language, gold: page.labels, predicted, words: page.words, isArticle: true });
      }
    }
    return { readability: score(scored.readability).units.article, defuddle: score(scored.defuddle).units.article };
  } finally {
    await browser.close();
  }
}

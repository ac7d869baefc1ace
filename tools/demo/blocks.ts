// In: a tab with a page. Out: one line per block of it: label, confidence, first words.
import { build } from 'esbuild';
import type { Tab } from '../browser';

const LABEL_WIDTH = 11;
const WORDS_WIDTH = 90;

interface Row {
  readonly label: string;
  readonly confidence: number;
  readonly text: string;
}

export async function listBlocks(tab: Tab): Promise<string[]> {
  const { isArticle, rows } = (await tab.run(`(() => {
    ${await bundleEngine()};
    const { isArticle, blocks } = unpitch.classify(document);
    return { isArticle, rows: blocks.map(({ label, confidence, text }) => ({ label, confidence, text })) };
  })()`)) as { isArticle: boolean; rows: Row[] };
  return [isArticle ? 'An article.' : 'Not an article: nothing is touched.', ...rows.map(format)];
}

function format({ label, confidence, text }: Row): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return `${label.padEnd(LABEL_WIDTH)}  ${confidence.toFixed(2)}  ${words.length > WORDS_WIDTH ? `${words.slice(0, WORDS_WIDTH)}…` : words}`;
}

async function bundleEngine(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['lib/engine/index.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'unpitch',
    minify: true,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

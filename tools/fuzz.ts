// npm run fuzz: our fixtures and, where present, the corpus, broken in random ways; prints what any of them does to the promises of engine and page.
// --documents N (20000), --seed N (a new one, printed), --only N: that document of the seed alone, and its HTML in .output/fuzz.html.
import './fuzz/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusPages, fixturePages, type FuzzPage } from './fuzz/pages';
import { tryOne, type Tried } from './fuzz/run';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '20000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, only: { type: 'string' } } });
const [seed, count] = [Number(values.seed), Number(values.documents)];
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error('--seed and --documents take whole numbers.');
  process.exitCode = 1;
} else if (values.only !== undefined) {
  const tried = tryOne(spread(), seed, Number(values.only));
  report(tried);
  mkdirSync('.output', { recursive: true });
  writeFileSync('.output/fuzz.html', tried.html());
} else run();

/** Corpus pages are ten times as long: one in eight keeps a run short and still breaks each of them several times. */
function spread(): FuzzPage[] {
  const [fixtures, corpus] = [fixturePages(), corpusPages()];
  return corpus.length === 0 ? fixtures : corpus.flatMap((page, i) => [...Array.from({ length: 7 }, (_, j) => fixtures[(i * 7 + j) % fixtures.length]!), page]);
}

function run(): void {
  const pages = spread();
  console.log(`seed ${seed}, ${count} documents from ${new Set(pages).size} pages`);
  const shares: number[] = [];
  let broken = 0;
  for (let index = 0; index < count; index++) {
    const tried = tryOne(pages, seed, index);
    if (tried.hiddenShare !== undefined) shares.push(tried.hiddenShare);
    if (tried.broken.length > 0) {
      broken++;
      report(tried);
    }
    if ((index + 1) % 1000 === 0) console.log(`${index + 1} documents, ${broken} with something broken`);
  }
  const over = (limit: number) => `${shares.filter((share) => share > limit).length} with more than ${limit * 100} % of it hidden`;
  console.log(`${count} documents, ${broken} with something broken. ${shares.length} still had their story: ${over(0.01)}, ${over(0.1)}, ${over(0.5)}.`);
  process.exitCode = broken > 0 ? 1 : 0;
}

function report({ index, page, mutations, broken, hiddenShare }: Tried): void {
  console.log(`document ${index} of seed ${seed} (${page}; ${mutations.join(', ')}; ${Math.round((hiddenShare ?? 0) * 100)} % hidden): ${broken.join('; ') || 'nothing is broken'}`);
  console.log(`  replay: npm run fuzz -- --seed ${seed} --only ${index}`);
}

// npm run fuzz: our fixtures and, where present, the corpus, broken in random ways; prints what any of them does to the promises of engine and page.
// --documents N (20000), --seed N (a new one, printed), --only N: that document of the seed alone, and its HTML in .output/fuzz.html.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Tried } from './fuzz/run';

const BATCH = 400;

const { values } = parseArgs({ options: { documents: { type: 'string', default: '20000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, only: { type: 'string' } } });
const [seed, count, only] = [Number(values.seed), Number(values.documents), values.only === undefined ? undefined : Number(values.only)];

if (![seed, count, only ?? 0].every(Number.isInteger) || count < 1) {
  console.error('--seed, --documents and --only take whole numbers.');
  process.exitCode = 1;
} else if (only !== undefined) {
  batch(only, only + 1, ['--keep', '.output']).forEach(report);
} else run();

function run(): void {
  console.log(`seed ${seed}, ${count} documents`);
  const shares: number[] = [];
  let [broken, articles] = [0, 0];
  for (let from = 0; from < count; from += BATCH) {
    const tried = batch(from, Math.min(from + BATCH, count));
    articles += tried.filter(({ isArticle }) => isArticle).length;
    shares.push(...tried.flatMap(({ hiddenShare }) => hiddenShare ?? []));
    const bad = tried.filter((one) => one.broken.length > 0);
    bad.forEach(report);
    broken += bad.length;
    console.log(`${from + tried.length} documents, ${broken} with something broken`);
  }
  const over = (limit: number) => `${shares.filter((share) => share > limit).length} with more than ${limit * 100} % of it hidden`;
  console.log(`${count} documents, ${broken} with something broken. ${articles} were taken for articles. ${shares.length} still had their story: ${over(0.01)}, ${over(0.1)}, ${over(0.5)}.`);
  process.exitCode = broken > 0 ? 1 : 0;
}

/** @throws Error when the process ends before all of its documents have been tried: that is a crash */
function batch(from: number, to: number, more: readonly string[] = []): Tried[] {
  const script = fileURLToPath(new URL('./fuzz/batch.ts', import.meta.url));
  const args = ['--import', 'tsx', script, '--seed', String(seed), '--from', String(from), '--to', String(to), ...more];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const tried = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Tried);
  if (tried.length !== to - from) throw new Error(`Document ${from + tried.length} of seed ${seed} ends the process: ${stderr.slice(-2000)}`);
  return tried;
}

function report({ index, page, mutations, broken, hiddenShare }: Tried): void {
  console.log(`document ${index} of seed ${seed} (${page}; ${mutations.join(', ')}; ${Math.round((hiddenShare ?? 0) * 100)} % hidden): ${broken.join('; ') || 'nothing is broken'}`);
  console.log(`  replay: npm run fuzz -- --seed ${seed} --only ${index}`);
}

// npm run evaluate: the corpus and our fixtures in, docs/evaluation.{json,md} out, cross-validated by publisher, beside Readability and Defuddle.
// --quick: only the shipped model on our fixtures. --record: keeps the shipped model's figures for the regression tests. --every N: one page in N, to try the tool.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { CORPUS, corpusPresent, readCorpus, ROOT } from './corpus';
import { runExtractors } from './evaluation/extractors';
import { fixtureFigures, judgeFixtures } from './evaluation/fixtures';
import { crossValidate } from './evaluation/folds';
import { fixtureTable, markdownOf } from './evaluation/markdown';
import { recordOf, type RecordFile } from './evaluation/recorded';
import { evaluationOf } from './evaluation/report';
import { shippedOnCorpus } from './evaluation/shipped';

const DOCS = join(ROOT, 'docs');
const RECORDED = join(ROOT, 'test/engine/recorded.json');

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, record: { type: 'boolean', default: false }, every: { type: 'string', default: '1' } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) fail(`--every takes a whole number from 1 on, not "${values.every}".`);
else if (!values.quick && !corpusPresent()) fail(`No corpus at ${CORPUS}: set UNPITCH_CORPUS to its folder, or try the shipped model on our own pages with --quick.`);
else await run();

async function run(): Promise<void> {
  const started = Date.now();
  const log = (line: string): void => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);
  const parser = new new Window().DOMParser();
  const fixtures = judgeFixtures((html) => parser.parseFromString(html, 'text/html') as unknown as Document);
  const figures = fixtureFigures(fixtures);
  console.log(`Shipped model on our fixtures (${figures.scores.pages} articles; ${figures.othersTaken} of ${figures.others} other pages taken for one)\n${fixtureTable(figures.scores)}`);

  if (!values.quick) {
    const outcomes = await crossValidate(every, log);
    const tested = new Set(outcomes.map(({ page }) => page.id));
    const extractors = await runExtractors(readCorpus().filter(({ id }) => tested.has(id)));
    log('Readability and Defuddle');
    const evaluation = evaluationOf(outcomes, extractors, fixtures, figures);
    const report = markdownOf(evaluation);
    console.log(report.slice(0, report.indexOf('## Per language')));
    if (every === 1) {
      mkdirSync(DOCS, { recursive: true });
      writeFileSync(join(DOCS, 'evaluation.json'), `${JSON.stringify(evaluation, round, 1)}\n`);
      writeFileSync(join(DOCS, 'evaluation.md'), report);
      log('wrote docs/evaluation.json and docs/evaluation.md');
    }
  }
  if (values.record) {
    // Without the corpus its figures stay what they were.
    const { corpus } = JSON.parse(readFileSync(RECORDED, 'utf8')) as RecordFile;
    const record: RecordFile = { fixtures: recordOf(figures.scores, figures), corpus: corpusPresent() ? recordOf(await shippedOnCorpus()) : corpus };
    writeFileSync(RECORDED, `${JSON.stringify(record, null, 2)}\n`);
    log(`wrote ${RECORDED.slice(ROOT.length + 1)}`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function round(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}

// npm run train: the corpus and the written texts in, lib/engine/model.json out. Same data, same bytes.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusHash, corpusPresent, NO_CORPUS, ROOT } from './corpus';
import { fitCalibration } from './calibration';
import { readExamples } from './examples';
import { fitModel } from './model';

/** Stages grown at the same time. */
const THREADS = 2;
const MODEL = join(ROOT, 'lib/engine/model.json');

if (!corpusPresent()) {
  console.error(NO_CORPUS);
  process.exit(1);
}

const started = Date.now();
const log = (line: string): void => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

const examples = await readExamples();
const { corpus, made, others } = examples;
log(`${corpus.length} corpus pages, ${made.length} made pages, ${others.length} that are no articles`);
const { stages, gate, held } = await fitModel(examples, { log, threads: THREADS });
const calibration = fitCalibration(corpus.map((example) => ({ example, scores: held.get(example)! })));
const model = { corpus: corpusHash(), first: stages.first, second: stages.second, calibration, gate: gate.forest };
writeFileSync(MODEL, `${JSON.stringify(model)}\n`);
log(`wrote ${MODEL.slice(ROOT.length + 1)}`);

// npm run train: the corpus and the written texts in, lib/engine/model.json out. Same data, same bytes.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusHash, corpusPresent, NO_CORPUS, ROOT } from './corpus';
import { fitCalibration } from './calibration';
import { readExamples, readOthers } from './examples';
import { fitGate } from './gate-fit';
import { learn, predictor } from './learn';

/** Stages grown at the same time. */
const THREADS = 2;
const MODEL = join(ROOT, 'lib/engine/model.json');

if (!corpusPresent()) {
  console.error(NO_CORPUS);
  process.exit(1);
}

const started = Date.now();
const log = (line: string): void => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

const { corpus, made } = await readExamples();
log(`${corpus.length} corpus pages, ${made.length} made pages`);
const all = [...corpus, ...made];
const { stages, held } = await learn(all, { log, threads: THREADS });
const calibration = fitCalibration(corpus.map((example) => ({ example, scores: held.get(example)! })));
const others = await readOthers();
const predict = predictor(stages);
// Written pages are many and alike: of those the gate sees as many as of the corpus, so that real ones count for as much.
const written = made.filter((example) => example.source.mark === 'data-expect');
const some = written.filter((_, i) => i % Math.ceil(written.length / corpus.length) === 0);
const gate = fitGate([...corpus, ...some].map((example) => ({ context: example.context, scores: held.get(example)! })), others.map((sample) => ({ context: sample.context, scores: predict(sample) })));
log(`gate: ${gate.report}`);
const model = { corpus: corpusHash(), first: stages.first, second: stages.second, calibration, gate: { bias: gate.bias, weights: gate.weights } };
writeFileSync(MODEL, `${JSON.stringify(model)}\n`);
log(`wrote ${MODEL.slice(ROOT.length + 1)}`);

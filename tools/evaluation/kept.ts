// What a fold is trained on in, its trained trees out: kept in node_modules/.cache and trained anew only when what they depend on has changed,
// so that a change of what follows the scores (decide, evidence) is measured in minutes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../lib/engine/features';
import { CONTEXT_FEATURES } from '../../lib/engine/smooth';
import { ROOT } from '../corpus';
import type { TwoStages } from '../../lib/engine/score';
import type { PackedForest } from '../../lib/engine/shorten';
import type { Examples } from '../examples';
import { OPTIONS } from '../learn';
import { fitModel } from '../model';

const CACHE = join(ROOT, 'node_modules/.cache/unpitch/folds');
/** Sources that shape a model but do not show in the rows it is trained on. */
const SOURCES = ['lib/engine/gate-measures.ts', 'lib/engine/smooth.ts', 'tools/average.ts', 'tools/fit.ts', 'tools/gate-fit.ts', 'tools/learn.ts', 'tools/model.ts', 'tools/pack.ts', 'tools/trees/bins.ts', 'tools/trees/grow.ts', 'tools/trees/train.ts'];

/** As packed as it is in model.json, without calibration. */
export interface KeptModel extends TwoStages<PackedForest> { readonly gate: PackedForest }

export async function modelOf(examples: Examples): Promise<KeptModel> {
  const file = join(CACHE, `${keyOf(examples)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as KeptModel;
  const { stages, gate } = await fitModel(examples);
  const model: KeptModel = { ...stages, gate: gate.forest };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(model));
  return model;
}

function keyOf({ corpus, made, fronts, plain, others }: Examples): string {
  const hash = createHash('sha256').update(JSON.stringify([FEATURES, CONTEXT_FEATURES, OPTIONS]));
  for (const source of SOURCES) hash.update(readFileSync(join(ROOT, source)));
  for (const { source, features, labels } of [...corpus, ...made, ...fronts, ...plain, ...others]) {
    hash.update(`${source.id} ${source.publisher}`).update(new Uint8Array(features.buffer, features.byteOffset, features.byteLength)).update(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength));
  }
  for (const { weight } of [...corpus, ...made]) hash.update(`${weight}`);
  return hash.digest('hex').slice(0, 24);
}

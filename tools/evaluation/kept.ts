// What a fold is trained on in, its trained stages out: kept in node_modules/.cache and trained anew only when what they depend on has changed,
// so that a change of what follows the scores (decide, evidence, gate) is measured in minutes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../lib/engine/features';
import { CONTEXT_FEATURES } from '../../lib/engine/smooth';
import { ROOT } from '../corpus';
import type { TwoStages } from '../../lib/engine/score';
import type { PackedForest } from '../../lib/engine/shorten';
import { learn, OPTIONS, type Example } from '../learn';

const CACHE = join(ROOT, 'node_modules/.cache/unpitch/folds');
/** Sources that shape a model but do not show in the rows it is trained on. */
const SOURCES = ['lib/engine/smooth.ts', 'tools/average.ts', 'tools/fit.ts', 'tools/learn.ts', 'tools/pack.ts', 'tools/trees/bins.ts', 'tools/trees/grow.ts', 'tools/trees/train.ts'];

export async function stagesOf(examples: readonly Example[]): Promise<TwoStages<PackedForest>> {
  const file = join(CACHE, `${keyOf(examples)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as TwoStages<PackedForest>;
  const { stages } = await learn(examples);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(stages));
  return stages;
}

function keyOf(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(JSON.stringify([FEATURES, CONTEXT_FEATURES, OPTIONS]));
  for (const source of SOURCES) hash.update(readFileSync(join(ROOT, source)));
  for (const { source, features, labels, weight } of examples) {
    hash.update(`${source.id} ${source.publisher} ${weight}`).update(new Uint8Array(features.buffer, features.byteOffset, features.byteLength)).update(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength));
  }
  return hash.digest('hex').slice(0, 24);
}

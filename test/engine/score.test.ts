// In: a small page and the shipped model. Out: proof that what the first stage is sure of is settled, and that the second has its say on the rest.
import { expect, it } from 'vitest';
import { FEATURES, featureMatrix } from '../../lib/engine/features';
import { unpack } from '../../lib/engine/forest';
import { probabilities } from '../../lib/engine/lanes';
import * as model from '../../lib/engine/model.baked';
import { rowsOf } from '../../lib/engine/rows';
import { score } from '../../lib/engine/shipped';
import { unsettled } from '../../lib/engine/smooth';
import { finish } from '../../lib/engine/steps';
import { LABELS } from '../../lib/engine/types';
import { contextOf } from './page';

const K = LABELS.length;
const PARAGRAPH = '<p>The ferry that links the island with the mainland will stop running in the winter, the council decided on Monday, because nobody can pay for the crew.</p>';
const context = contextOf(`<header><nav>${['News', 'Sport', 'Culture'].map((name) => `<a href="/${name}">${name}</a>`).join('')}</nav></header><main><h1>The ferry stops</h1>${PARAGRAPH.repeat(4)}<div>Support us: please donate</div></main><footer>© 2026 The Courier</footer>`);
const features = featureMatrix(context);
const said = finish(probabilities(unpack(model.first, FEATURES.length, LABELS), [rowsOf(features, FEATURES.length)]));
const scores = finish(score(context, features));
const open = unsettled(said);
const rowOf = (matrix: Float32Array, i: number): number[] => [...matrix.subarray(i * K, (i + 1) * K)];

it('leaves what is settled as the first stage said it', () => {
  const settled = Array.from({ length: context.count }, (_, i) => i).filter((i) => !open.includes(i));
  expect(settled.length).toBeGreaterThan(0);
  for (const i of settled) expect(rowOf(scores.probabilities, i)).toEqual(rowOf(said, i));
});

it('asks the second stage for the rest', () => {
  expect(open.length).toBeGreaterThan(0);
  for (const i of open) expect(rowOf(scores.probabilities, i)).not.toEqual(rowOf(said, i));
});

it('has reasons for both', () => {
  for (let i = 0; i < context.count; i++) {
    const label = rowOf(scores.probabilities, i).indexOf(Math.max(...rowOf(scores.probabilities, i)));
    expect(scores.reasons(i, label).length).toBeGreaterThan(0);
  }
});

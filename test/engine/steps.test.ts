// In: a long page. Out: proof that no stage works through all of it between two pauses, and that pauses change nothing.
import { expect, it } from 'vitest';
import { featureMatrix, featureSteps } from '../../lib/engine/features';
import { buildContext, contextSteps } from '../../lib/engine/features/context';
import { contextColumns, contextColumnSteps } from '../../lib/engine/smooth';
import { LABELS } from '../../lib/engine/types';
import { cut } from './page';

const BLOCKS = 1200;
const { page } = cut(`<main>${'<p>The bridge over the river stays closed until the spring of next year, the council said on Monday.</p>'.repeat(BLOCKS)}</main>`);
const context = buildContext(page);
const first = new Float32Array(BLOCKS * LABELS.length).fill(0.2);

function run<T>(steps: Iterator<unknown, T>): { readonly pauses: number; readonly result: T } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { pauses, result: step.value };
  }
}

it.each([
  ['what several features need', () => run(contextSteps(page)), () => context, 20],
  ['features', () => run(featureSteps(context)), () => featureMatrix(context), 30],
  ['what stands around a block', () => run(contextColumnSteps(context, first)), () => contextColumns(context, first), 5],
] as const)('works out %s in steps', (_, inSteps, atOnce, least) => {
  const { pauses, result } = inSteps();
  expect(pauses).toBeGreaterThanOrEqual(least);
  expect(JSON.stringify(result)).toBe(JSON.stringify(atOnce()));
});

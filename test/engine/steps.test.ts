// In: a long page. Out: proof that no stage works through all of it between two pauses.
import { expect, it } from 'vitest';
import { featureSteps } from '../../lib/engine/features';
import { buildContext, contextSteps } from '../../lib/engine/features/context';
import { contextColumnSteps } from '../../lib/engine/smooth';
import { LABELS } from '../../lib/engine/types';
import { cut } from './page';

const BLOCKS = 1200;
const { page } = cut(`<main>${'<p>The bridge over the river stays closed until the spring of next year, the council said on Monday.</p>'.repeat(BLOCKS)}</main>`);
const context = buildContext(page);
const first = new Float32Array(BLOCKS * LABELS.length).fill(0.2);

function pausesOf(steps: Iterator<unknown, unknown>): number {
  let pauses = 0;
  while (!steps.next().done) pauses++;
  return pauses;
}

it.each([
  ['what several features need', () => contextSteps(page), 20],
  ['features', () => featureSteps(context), 30],
  ['what stands around a block', () => contextColumnSteps(context, first), 5],
] as const)('works out %s in steps', (_, steps, least) => {
  expect(pausesOf(steps())).toBeGreaterThanOrEqual(least);
});

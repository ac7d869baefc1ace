// In: first scores of a small page. Out: proof that a block's context columns tell what stands around it.
import { expect, it } from 'vitest';
import { CONTEXT_FEATURES, contextColumns, unsettled } from '../../lib/engine/smooth';
import { LABELS } from '../../lib/engine/types';
import { contextOf } from './page';

const K = LABELS.length;
const PROMO = LABELS.indexOf('promo');
const context = contextOf(`<main><h1>A story about a bridge</h1><p>One.</p></main><section><h2>More</h2><div class="card">First story</div><div class="card">Second story</div></section><footer>Imprint</footer>`);

/** Sure of one label per block. */
function rowsFor(labels: readonly number[]): (block: number, name: string) => number {
  const first = new Float32Array(context.count * K);
  labels.forEach((label, i) => { first[i * K + label] = 1; });
  const rows = contextColumns(context, first);
  const width = CONTEXT_FEATURES.length;
  expect(rows).toHaveLength(context.count * width);
  return (block, name) => {
    const column = CONTEXT_FEATURES.indexOf(name);
    expect(column, name).toBeGreaterThanOrEqual(0);
    return rows[block * width + column]!;
  };
}

// headline, paragraph, heading, card, card, footer
const at = rowsFor([0, 0, PROMO, PROMO, PROMO, 4]);

it('tells the block\'s own scores', () => {
  expect(at(3, 'seen.self.promo')).toBe(1);
  expect(at(3, 'seen.self.article')).toBe(0);
});

it('tells the neighbours, and where there is none', () => {
  expect(at(2, 'seen.-1.article')).toBe(1);
  expect(at(4, 'seen.1.other')).toBe(1);
  expect(at(0, 'seen.-1.article')).toBe(-1);
  expect(at(5, 'seen.1.promo')).toBe(-1);
});

it('tells what look-alikes and the governing heading were taken for', () => {
  expect(at(3, 'seen.alike.promo')).toBe(1);
  expect(at(4, 'seen.heading.promo')).toBe(1);
  const mixed = rowsFor([0, 0, 4, PROMO, 4, 4]);
  expect(mixed(3, 'seen.alike.promo')).toBeCloseTo(mixed(4, 'seen.alike.promo'));
  expect(mixed(3, 'seen.alike.promo')).toBeGreaterThan(0.3);
  expect(mixed(3, 'seen.alike.promo')).toBeLessThan(0.7);
});

it('has no rows for a page without blocks', () => {
  expect(contextColumns(contextOf(''), new Float32Array(0))).toHaveLength(0);
});

it('asks for the surroundings of those blocks only that are not settled, and tells the same of them', () => {
  const first = new Float32Array(context.count * K).fill(0.2);
  for (const i of [0, 3]) first.set([0.96, 0.01, 0.01, 0.01, 0.01], i * K);
  const of = unsettled(first);
  expect([...of]).toEqual([1, 2, 4, 5]);
  const all = contextColumns(context, first);
  const some = contextColumns(context, first, of);
  of.forEach((i, n) => expect(some.subarray(n * CONTEXT_FEATURES.length, (n + 1) * CONTEXT_FEATURES.length)).toEqual(all.subarray(i * CONTEXT_FEATURES.length, (i + 1) * CONTEXT_FEATURES.length)));
});

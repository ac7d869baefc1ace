// In: our fixtures, broken in random ways, the same at every run. Out: proof that none of them crashes us or loses its story. `npm run fuzz` does many more.
import { describe, expect, it } from 'vitest';
import { fixturePages } from '../../tools/fuzz/pages';
import { tryOne } from '../../tools/fuzz/run';

const SEED = Number(process.env.UNPITCH_SEED ?? 20_250_314);
const DOCUMENTS = 240;
const pages = fixturePages();

describe('a page that is broken', () => {
  it('makes one document of one seed, whatever was tried before', () => {
    const first = tryOne(pages, SEED, 17).html();
    tryOne(pages, SEED, 3);
    expect(tryOne(pages, SEED, 17).html()).toBe(first);
    expect(tryOne(pages, SEED + 1, 17).html()).not.toBe(first);
  });

  it('keeps its story, and everything else is as promised', { timeout: 180_000 }, () => {
    const tried = Array.from({ length: DOCUMENTS }, (_, index) => tryOne(pages, SEED, index));
    expect(tried.filter(({ broken }) => broken.length > 0).map(({ index, page, broken }) => ({ index, page, broken }))).toEqual([]);
    expect(tried.filter(({ hiddenShare }) => hiddenShare !== undefined).length).toBeGreaterThan(DOCUMENTS / 2);
    expect(new Set(tried.flatMap(({ mutations }) => mutations)).size).toBe(9);
  });
});

// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPatterns, type SourceText } from './find';
import { createCounter } from './steps';
import { LINEAR, shapes, worstOf } from './worst';

/** What is counted is exact: a pattern that is linear grows by `LINEAR` and a little, one that is not by its square. */
const MOST = LINEAR * 1.5;

const read = (folder: string): SourceText[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return read(path);
    return /\.tsx?$/.test(entry.name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });

const patterns = findPatterns(['lib', 'components', 'entrypoints'].flatMap(read));

describe('the regular expressions of the extension', () => {
  it('are all found, those put together from constants as well', () => {
    expect(patterns.map(({ place }) => place.split(':')[0])).toEqual(expect.arrayContaining(['lib/engine/segment.ts', 'lib/page/floating.ts', 'lib/settings.ts', 'components/options/Sites.tsx']));
    expect(findPatterns([{ path: 'a.ts', text: "const A = 'x'; const B = /y+/g;\nconst c = [new RegExp(`[${A}]$`, 'i'), RegExp(B.source)];" }])).toEqual([
      { place: 'a.ts:1', source: 'y+', flags: 'g' },
      { place: 'a.ts:2', source: '[x]$', flags: 'i' },
      { place: 'a.ts:2', source: 'y+', flags: '' },
    ]);
    expect(() => findPatterns([{ path: 'a.ts', text: 'export const find = (word: string) => new RegExp(word);' }])).toThrow('cannot be read');
  });

  it.each(patterns)('$place /$source/$flags takes time in proportion to the text, at worst', ({ source, flags }) => {
    const { growth, text } = worstOf(source, flags);
    expect(growth, JSON.stringify(text)).toBeLessThan(MOST);
  });
});

describe('the count', () => {
  it.each([
    ['(a+)+$', ''],
    ['(a|a)*b', ''],
    ['\\s+$', ''],
    ['\\s*[.,]\\s*', ''],
    ['[\\w.+-]+@[\\w-]+\\.[a-z]{2,}', 'i'],
    ['^(\\w|\\d)*$', ''],
    ['x.*y', ''],
    ['\\d+(?=€)', ''],
    ['[a-z]{25,}(?:\\.html?|\\/?$)', ''],
  ])('shows that /%s/ is not linear', (source, flags) => {
    expect(worstOf(source, flags).growth).toBeGreaterThan(MOST);
  });

  it.each(patterns.filter(({ source, flags }) => createCounter(source, flags).unbounded))('finds in /$source/$flags what the engine itself finds', ({ source, flags }) => {
    const counter = createCounter(source, flags);
    for (const [start, word, end] of shapes(counter)) {
      const text = start + word.repeat(7) + end;
      const own = Array.from(text.matchAll(new RegExp(source, `${flags.replace('g', '')}g`)), ({ index, 0: { length } }) => [index, index + length]);
      expect(counter.count(text, Infinity).found, text).toEqual(own);
    }
  });
});

// In: training/pages. Out: proof that every page is whole and marked, and says nothing that a fixture says: what is trained on is not what tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markProblems } from './fixtures/marks';
import { blocks, readFixtures } from './fixtures/read';

const PAGES = join(import.meta.dirname, '../training/pages');
const names = readdirSync(PAGES).filter((name) => name.endsWith('.html')).sort();
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (name: string): string => readFileSync(join(PAGES, name), 'utf8');
const textsOf = (html: string): string[] => blocks(parse(html)).map(({ text }) => text).filter((text) => text.length >= 60);

describe('training pages', () => {
  it.each(names)('%s is whole and marked', (name) => {
    const html = read(name);
    const document = parse(html);
    expect(markProblems(document, html)).toEqual([]);
    expect(name.split('-')[0], 'the name begins with the language').toBe(document.documentElement.lang.toLowerCase().split('-')[0]);
    const letters = new Set(blocks(document).map((block) => block.expect));
    for (const letter of ['A', 'O', 'P']) expect(letters, letter).toContain(letter);
    expect(letters.has('F') || letters.has('N'), 'asks for something').toBe(true);
  });

  it('say nothing that a fixture says', () => {
    const tested = new Set(readFixtures().flatMap(({ html }) => textsOf(html)));
    expect(tested.size).toBeGreaterThan(1000);
    expect(names.flatMap((name) => textsOf(read(name)).filter((text) => tested.has(text)).map((text) => `${name}: ${text}`))).toEqual([]);
  });
});

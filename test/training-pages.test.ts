// In: training/pages. Out: proof that every page is whole and marked, and says nothing that a fixture says: what is trained on is not what tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markProblems } from './fixtures/marks';
import { blocks, readFixtures } from './fixtures/read';

const PAGES = join(import.meta.dirname, '../training/pages');
const names = readdirSync(PAGES).filter((name) => name.endsWith('.html')).sort();
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const longOf = (texts: readonly { readonly text: string }[]): string[] => texts.map(({ text }) => text).filter((text) => text.length >= 60);

describe('training pages', () => {
  const tested = new Set(readFixtures().flatMap(({ html }) => longOf(blocks(parse(html)))));

  it('are held against fixtures', () => { expect(tested.size).toBeGreaterThan(1000); });

  // There are a thousand of them: each is read once for all that is asked of it.
  it.each(names)('%s is whole and marked, and says nothing that a fixture says', (name) => {
    const html = readFileSync(join(PAGES, name), 'utf8');
    const document = parse(html);
    const texts = blocks(document);
    expect(markProblems(document, html, texts)).toEqual([]);
    expect(name.split('-')[0], 'the name begins with the language').toBe(document.documentElement.lang.toLowerCase().split('-')[0]);
    const letters = new Set(texts.map((block) => block.expect));
    for (const letter of ['A', 'O', 'P']) expect(letters, letter).toContain(letter);
    expect(letters.has('F') || letters.has('N'), 'asks for something').toBe(true);
    expect(longOf(texts).filter((text) => tested.has(text))).toEqual([]);
  });
});

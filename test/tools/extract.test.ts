// In: a labelled page. Out: proof that what is to be taken out of it is gone before it is read, and nothing else is.
import { expect, it } from 'vitest';
import { extract, type Cut } from '../../tools/extract-page';

const PAGE = `<html lang="en"><head><title>The ferry is late</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body>
<nav><a data-u="0" href="/sport">Sport</a></nav><main><h1 data-u="1">The ferry is late</h1><p data-u="2">It was late again on Monday, say those who waited.</p>
<h2 data-u="3">More stories</h2><p data-u="4">A goat was found on the quay.</p></main></body></html>`;

const textsOf = (cut?: Cut): string[] => extract(PAGE, 'https://www.paper.example/', 'data-u', [], cut).page.blocks.map(({ text }) => text);

it('reads the whole page where nothing else is said', () => {
  expect(textsOf()).toEqual(['Sport', 'The ferry is late', 'It was late again on Monday, say those who waited.', 'More stories', 'A goat was found on the quay.']);
});

it('leaves out units by their labels, and what the head says if that is asked', () => {
  expect(textsOf({ labels: 'OAAPP', letters: 'A', head: false })).toEqual(['Sport', 'More stories', 'A goat was found on the quay.']);
  expect(textsOf({ labels: 'OAAPP', letters: 'OP', head: true })).toEqual(['The ferry is late', 'It was late again on Monday, say those who waited.']);
  const types = (cut?: Cut): readonly string[] => extract(PAGE, 'https://www.paper.example/', 'data-u', [], cut).page.facts.types;
  expect(types().length).toBeGreaterThan(0);
  expect(types({ labels: 'OAAPP', letters: 'A', head: false })).toEqual([]);
});

// In: stories told in sections. Out: proof that numbers in a row mark the story's own sections, and nothing else does.
import { expect, it } from 'vitest';
import { decide } from '../../lib/engine/decide';
import { isPrompt, K, PROMO } from '../../lib/engine/runs';
import { contextOf } from './page';

const PARAGRAPH = '<p>The ferry to Lundby was late again on Monday, and the people who had waited for it in the rain said so at some length to everybody on the quay.</p>';
const section = (heading: string, inside = ''): string => `<section><h2><a href="/map/${heading.length}">${heading}</a></h2><p>Sand, and a kiosk.</p>${inside}</section>`;
const page = (sections: string): string => `<main><h1>Where to swim</h1>${PARAGRAPH.repeat(2)}${sections}${PARAGRAPH.repeat(2)}</main>`;
const COVE = 'Sand, and a kiosk.';

/** Texts of the blocks that count as sections. */
function numbered(sections: string): string[] {
  const { numbered: marks, page: { blocks } } = contextOf(page(sections));
  return blocks.flatMap(({ text }, i) => (marks[i] === 1 ? [text] : []));
}

it('numbers in a row mark headings of the story, up or down, and what stands right under them', () => {
  const ups = ['1. Lundby', '2) Korsvik', '#3 Holm'];
  expect(numbered(ups.map((heading) => section(heading)).join(''))).toEqual(ups.flatMap((heading) => [heading, COVE]));
  const downs = ['10: Lundby', '9 – Korsvik', '8 Holm'];
  expect(numbered(downs.map((heading) => section(heading)).join(PARAGRAPH))).toEqual(downs.flatMap((heading) => [heading, COVE]));
});

it('numbers out of a row, too few of them, and headings without any mark nothing', () => {
  expect(numbered(['1. Lundby', '3. Korsvik', '7. Holm'].map((heading) => section(heading)).join(''))).toEqual([]);
  expect(numbered(['1. Lundby', '2. Korsvik'].map((heading) => section(heading)).join(''))).toEqual([]);
  expect(numbered(['Lundby', 'Korsvik', 'Holm'].map((heading) => section(heading)).join(''))).toEqual([]);
  expect(numbered(['2024 in pictures', '1st of May', '3rd of May'].map((heading) => section(heading)).join(''))).toEqual([]);
});

it('a list behind the story is none of it, nor is what has a heading or a link of its own inside a section', () => {
  const list = ['1. Lundby', '2. Korsvik', '3. Holm'].map((heading) => section(heading)).join('');
  expect(contextOf(page('') + list).numbered).not.toContain(1);
  const inside = '<div><h3>Letters from the coast</h3><p>Once a week.</p></div><p><a href="/more">More about coves</a></p>';
  expect(numbered(['1. Lundby', '2. Korsvik', '3. Holm'].map((heading) => section(heading, inside)).join(''))).toEqual(['1. Lundby', COVE, '2. Korsvik', COVE, '3. Holm', COVE]);
});

it('a list whose sections stand in boxes of their own right behind the last paragraph is told by the story', () => {
  const told = ['1. Lundby', '2. Korsvik', '3. Holm'].map((heading) => `<div class="item"><h2>${heading}</h2><p>Sand, and a kiosk.</p></div>`).join('');
  const { numbered: marks, page: { blocks } } = contextOf(`<main><h1>Where to swim</h1><div class="item">${PARAGRAPH.repeat(2)}</div>${told}</main>`);
  expect(blocks.flatMap(({ text }, i) => (marks[i] === 1 ? [text] : []))).toEqual(['1. Lundby', COVE, '2. Korsvik', COVE, '3. Holm', COVE]);
});

it('what the trees take for teasers is left alone where it is numbered, and is hidden where it is not', () => {
  const hidden = (headings: readonly string[]): number => {
    const context = contextOf(page(headings.map((heading) => section(heading)).join('')));
    const rows = new Float32Array(context.count * K);
    for (let i = 0; i < context.count; i++) rows[i * K + PROMO] = 0.95;
    return decide(context, rows).filter((label, i) => isPrompt(label) && headings.includes(context.page.blocks[i]!.text)).length;
  };
  expect(hidden(['1. Lundby', '2. Korsvik', '3. Holm'])).toBe(0);
  expect(hidden(['Lundby', 'Korsvik', 'Holm'])).toBe(3);
});

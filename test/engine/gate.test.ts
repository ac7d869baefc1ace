// In: small pages. Out: proof that a page which says it is an article is believed when it tells a story, and only then.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classify } from '../../lib/engine';
import { CONCEPTS, type Context } from '../../lib/engine/features/context';
import { gateMeasures } from '../../lib/engine/gate-measures';
import { K } from '../../lib/engine/runs';
import { findLedger, LEDGER } from '../browser/ledger';
import { contextOf } from './page';

const isArticle = (html: string): boolean => classify(new DOMParser().parseFromString(html, 'text/html'), { url: 'https://www.paper.example/2025/03/14/marsh' }).isArticle;

it.each([...LEDGER])('%s, with hardly a menu and a headline over ten paragraphs, is one', (path) => {
  const body = findLedger(path)?.body;
  expect(isArticle(typeof body === 'string' ? body : '')).toBe(true);
});

it('a few notices are none, whatever the page says of itself', () => {
  const notices = ['Closed on Monday.', 'The hall is let by the hour.', 'Dogs are welcome.', 'Keys are with Mrs Bell.', 'Please sweep the floor.', 'The heating is on from October.'];
  expect(isArticle(`<head><meta property="og:type" content="article"></head><body><main><h1>The village hall and its rules</h1>${notices.map((text) => `<p>${text}</p>`).join('')}</main></body>`)).toBe(false);
});

it('one that says in its structured data that it is news is one from its first paragraph on, so that a page which comes slowly is known in time', () => {
  const slow = readFileSync(join(import.meta.dirname, '../dynamic/ja-slow-page/index.html'), 'utf8');
  const part = slow.slice(0, slow.indexOf('</p>', slow.indexOf('<div class="text">')));
  const confidence = (html: string): number => classify(new DOMParser().parseFromString(html, 'text/html'), { url: 'https://www.paper.example/2025/03/14/marsh' }).articleConfidence;
  expect(confidence(part)).toBeGreaterThan(0.8);
  expect(confidence(part.replace(/"NewsArticle"/, '"WebPage"'))).toBeLessThan(0.8);
  expect(confidence(part.slice(0, part.indexOf('<div class="text">')))).toBeLessThan(0.8);
});

it('measures a page of more different blocks than a call takes arguments', () => {
  const paragraph = '<p>The ferry to Lundby was late again on Monday, and the people who had waited for it in the rain said so at some length to everybody on the quay.</p>';
  const small = contextOf(`<main><h1>The ferry is late</h1>${paragraph}<div>17</div>${paragraph}${paragraph}</main>`);
  const at = small.page.blocks.findIndex(({ text }) => text === '17');
  const more = 150_000;
  const widen = <T>(list: ArrayLike<T>, one: (n: number) => T): T[] => [...Array.from(list).slice(0, at), ...Array.from({ length: more }, (_, n) => one(n)), ...Array.from(list).slice(at)];
  const { page, body, glyphs } = small;
  const count = small.count + more;
  const big: Context = {
    ...small,
    count,
    page: {
      ...page,
      nodes: [...page.nodes, ...Array.from({ length: more }, (_, n) => ({ ...page.nodes[page.blocks[at]!.node]!, names: `row-${n}` }))],
      blocks: widen(page.blocks, (n) => ({ ...page.blocks[at]!, node: page.nodes.length + n })),
    },
    words: Float32Array.from(widen(small.words, () => 1)),
    concepts: new Float32Array(count * CONCEPTS),
    glyphs: { ...glyphs, marks: Int32Array.from(widen(glyphs.marks, () => 0)) },
    sums: { ...small.sums, words: new Float32Array(count + 1), chars: new Float32Array(count + 1), linkChars: new Float32Array(count + 1), concepts: new Float32Array((count + 1) * CONCEPTS) },
    body: { ...body, last: body.last + more, paragraphs: Uint8Array.from(widen(body.paragraphs, () => 0)) },
  };
  expect(at).toBeGreaterThan(body.first);
  expect(gateMeasures(big, new Float32Array(count * K)).every(Number.isFinite)).toBe(true);
});

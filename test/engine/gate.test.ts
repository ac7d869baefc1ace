// In: small pages. Out: proof that a page which says it is an article is believed when it tells a story, and only then.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classify } from '../../lib/engine';
import { findLedger, LEDGER } from '../browser/ledger';

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

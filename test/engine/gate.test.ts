// In: small pages. Out: proof that a page which says it is an article is believed when it tells a story, and only then.
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

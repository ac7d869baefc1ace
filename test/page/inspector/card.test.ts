import { expect, it, vi } from 'vitest';
import type { Classification } from '../../../lib/engine/types';
import { createCard } from '../../../lib/page/inspector/card';
import { fakeSay } from '../fake-desk';

const PAGE = {
  isArticle: true, mixed: [],
  blocks: ['a', 'b'].map((text) => ({ element: document.body, text, words: 1, label: 'promo', confidence: 1, reasons: [] })),
  groups: [{ kind: 'promo', blocks: [0, 1], elements: [document.body], confidence: 1, hide: true }],
} as unknown as Classification;

it('asks about nothing any more once it is closed, or about something else', () => {
  // What the browser knows of itself, the test's does not.
  HTMLElement.prototype.scrollIntoView ??= () => undefined;
  const card = createCard(document, fakeSay, { forecast: () => ({ others: [], possible: true }), cancel: vi.fn(), save: vi.fn(), close: vi.fn() });
  const choose = () => card.node.querySelector('.choice')!.dispatchEvent(Object.assign(new Event('click'), { isTrusted: true }));
  const chosen = () => card.node.querySelectorAll('[data-chosen]').length;
  card.show(0, PAGE);
  choose();
  expect([card.isOpen(), card.isAsking(), chosen()]).toEqual([true, true, 1]);
  card.node.querySelector('select')!.dispatchEvent(new Event('change'));
  expect([card.isAsking(), chosen()]).toEqual([false, 0]);
  choose();
  card.hide();
  expect([card.isOpen(), card.isAsking()]).toEqual([false, false]);
});

import { beforeEach, expect, it } from 'vitest';
import { createMarker, MARK } from '../../lib/page/mark';
import { createView } from '../../lib/page/view';
import { fakeClassify } from './fake-classify';
import { fakeSay } from './fake-desk';

const HIDE = { mode: 'hide', kinds: { fundraising: true, newsletter: true, promo: true }, palette: 'calm', supported: false } as const;
const TEXTS = { language: 'en', direction: 'ltr', title: fakeSay('legendTitle'), close: '', unsure: '', kinds: { fundraising: '', newsletter: '', promo: '' } } as const;
const marked = () => document.querySelectorAll(`[${MARK}]`).length;

beforeEach(() => {
  document.body.innerHTML = '<article></article><p data-kind="promo">More</p><p id="known">Give</p>';
});

it('keeps the marks off as long as the reader wants to see the page, also while it is being parsed', () => {
  const early = [document.querySelector('#known')!];
  const view = createView(document, createMarker(document), TEXTS, () => false, () => early);
  const { groups } = fakeClassify(document);
  view.showPart(groups, HIDE);
  expect(marked()).toBe(2);
  view.suspend(true);
  expect(marked()).toBe(0);
  view.showPart(groups, HIDE);
  expect(marked()).toBe(0);
  view.suspend(false);
  view.showPart(groups, HIDE);
  expect(marked()).toBe(2);
});

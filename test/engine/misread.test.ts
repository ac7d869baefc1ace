// In: pages with labels given by hand. Out: proof that a page read plainly wrong is left alone, and a page read well is not.
import { describe, expect, it, vi } from 'vitest';
import { classify } from '../../lib/engine';
import { buildContext } from '../../lib/engine/features/context';
import { misread } from '../../lib/engine/misread';
import { segment } from '../../lib/engine/segment';
import { LABELS, type Label } from '../../lib/engine/types';
import { readFixtures } from '../fixtures/read';
import { parse, URL } from './page';

const SENTENCE = 'The bridge was closed for repair in the spring, and nobody on the island could say when it would open again. ';
const paragraphs = (count: number): string => `<p>${SENTENCE.repeat(2)}</p>`.repeat(count);
const PAGE = `<main><h1>A story about a bridge</h1>${paragraphs(6)}</main><aside>${'<div class="teaser">More about bridges and islands</div>'.repeat(4)}</aside>`;

function judged(html: string, labelOf: (element: Element, index: number) => Label): boolean {
  const { page, elements } = segment(parse(html), URL);
  return misread(buildContext(page), Uint8Array.from(elements, (element, i) => LABELS.indexOf(labelOf(element, i))));
}

const well = (element: Element): Label => (element.className === 'teaser' ? 'promo' : 'article');

describe('a page', () => {
  it('read well is not misread', () => {
    expect(judged(PAGE, well)).toBe(false);
    // Long lists of teasers are common: here they are four fifths of the words.
    expect(judged(PAGE + '<div class="teaser">More about bridges and islands</div>'.repeat(180), well)).toBe(false);
  });

  it('without any story is', () => {
    expect(judged(PAGE, (element) => (element.className === 'teaser' ? 'promo' : 'other'))).toBe(true);
  });

  it('with more told by promos than by the story is, and teasers that link what they tell are no such thing', () => {
    const told = (link: boolean): string => `<aside>${`<p class="teaser">${link ? `<a href="/1">${SENTENCE}</a>` : SENTENCE}</p>`.repeat(16)}</aside>`;
    expect(judged(PAGE + told(false), well)).toBe(true);
    expect(judged(PAGE + told(true), well)).toBe(false);
  });

  it('with one kind nearly everywhere is', () => {
    expect(judged(PAGE + '<div class="teaser">More about bridges and islands</div>'.repeat(600), well)).toBe(true);
  });

  it('with more than half of its running text taken for prompts is, and not with a little of it', () => {
    expect(judged(PAGE, (element, i) => (element.className === 'teaser' ? 'promo' : i > 2 && element.localName === 'p' ? 'fundraising' : 'article'))).toBe(true);
    expect(judged(PAGE, (element, i) => (element.className === 'teaser' ? 'promo' : i > 5 && element.localName === 'p' ? 'fundraising' : 'article'))).toBe(false);
  });
});

it('is not asked of what is to be judged in any case: a frame may be one prompt throughout', () => {
  const frame = '<h3>Sign up for our newsletter</h3><p>The news of the island in your inbox every morning, for free.</p><form action="/newsletter"><input type="email" name="email"><button>Sign up</button></form>';
  expect(classify(parse(frame), { url: URL, force: true }).groups.map(({ kind, hide }) => [kind, hide])).toEqual([['newsletter', true]]);
});

it('has nothing to hide when it is misread, whatever its blocks were taken for', async () => {
  const { html } = readFixtures().find(({ slug }) => slug === 'fr-agency-sibling-appeal')!;
  const groupsOf = async (): Promise<number> => {
    const { classify } = await import('../../lib/engine');
    return classify(parse(html), { url: URL }).groups.length;
  };
  expect(await groupsOf()).toBeGreaterThan(0);
  vi.resetModules();
  vi.doMock('../../lib/engine/misread', () => ({ misread: () => true }));
  try {
    expect(await groupsOf()).toBe(0);
  } finally {
    vi.doUnmock('../../lib/engine/misread');
    vi.resetModules();
  }
});

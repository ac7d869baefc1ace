// In: pages with labels given by hand or at random. Out: proof that a prompt takes its whole box, and never anything the reader came for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContext } from '../../lib/engine/features/context';
import { group } from '../../lib/engine/group';
import { segment } from '../../lib/engine/segment';
import { KINDS, LABELS, type Kind, type Label } from '../../lib/engine/types';
import { readFixtures } from '../fixtures/read';
import { parse, URL } from './page';

/** Groups of a page whose blocks carry these labels. */
function grouped(html: string, labelOf: (element: Element, index: number) => Label, sure = 0.9) {
  const { page, elements, nodeElements } = segment(parse(html), URL);
  const labels = Uint8Array.from(elements, (element, i) => LABELS.indexOf(labelOf(element, i)));
  return { elements, labels, ...group(buildContext(page), labels, new Float32Array(labels.length).fill(sure), nodeElements) };
}

const byClass = (element: Element): Label => (LABELS.find((label) => element.closest(`.${label}`)) ?? 'other');
const STORY = `<p class="article">${'A long sentence of the story about the bridge and the town. '.repeat(3)}</p>`;
const seen = (elements: readonly Element[]): string[] => elements.map((element) => element.id || element.localName);

describe('a prompt', () => {
  it('is a run of one kind with the topmost element that holds it alone', () => {
    const { groups } = grouped(`<main>${STORY}<div id="outer" class="newsletter"><div><h3>Letter</h3><p>Sign up</p></div><form><input type="email"><button>Go</button></form></div>${STORY}</main>`, byClass);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ kind: 'newsletter', hide: true });
    expect(seen(groups[0]!.elements)).toEqual(['outer']);
    expect(groups[0]!.blocks.length).toBeGreaterThanOrEqual(3);
  });

  it('among the story\'s own siblings is hidden piece by piece', () => {
    const { groups } = grouped(`<article>${STORY}<p id="a" class="fundraising">Give</p><p id="b" class="fundraising">Account</p>${STORY}</article>`, byClass);
    expect(seen(groups[0]!.elements)).toEqual(['a', 'b']);
  });

  it('is not hidden when nothing of it stands alone, or when the engine is not sure', () => {
    expect(grouped(`<main class="promo">Teaser<p class="article">Story</p></main>`, (element) => (element.localName === 'p' ? 'article' : 'promo')).groups[0]).toMatchObject({ elements: [], hide: false });
    expect(grouped('<div class="promo">Teaser</div><p>Imprint</p>', byClass, 0.3).groups[0]).toMatchObject({ hide: false });
  });

  it('never takes a figure of the story along', () => {
    const { groups } = grouped(`<article id="body">${STORY}${STORY}<div id="wrap"><figure><img></figure><div id="box" class="promo">Teaser</div></div>${STORY}</article>`, byClass);
    expect(seen(groups[0]!.elements)).toEqual(['box']);
  });

  it('never is the page itself', () => {
    expect(grouped('<div class="promo">Teaser</div>', byClass).groups.flatMap(({ elements }) => seen(elements))).toEqual(['div']);
  });
});

it('names the box around prompts of several kinds, to be hidden when all of them are', () => {
  const { mixed } = grouped(`${STORY}<aside id="rail"><div class="promo">Teaser</div><div class="newsletter">Letter</div></aside>`, byClass);
  expect(mixed).toHaveLength(1);
  expect(seen([mixed[0]!.element])).toEqual(['rail']);
  expect([...mixed[0]!.kinds].sort()).toEqual(['newsletter', 'promo']);
});

it('never takes article or other text, however the blocks of a page are labelled', () => {
  const pages = readFixtures().slice(0, 6).map(({ html }) => html);
  fc.assert(fc.property(fc.constantFrom(...pages), fc.array(fc.constantFrom(...LABELS), { minLength: 5, maxLength: 40 }), (html, pattern) => {
    const { groups, mixed, elements, labels } = grouped(html, (_, i) => pattern[i % pattern.length]!);
    const kindsIn = (element: Element): string[] => elements.flatMap((block, i) => (element.contains(block) ? [LABELS[labels[i]!]!] : []));
    for (const { kind, elements: taken } of groups) for (const element of taken) expect(new Set(kindsIn(element))).toEqual(new Set([kind]));
    for (const { element, kinds } of mixed) expect(new Set(kindsIn(element))).toEqual(new Set(kinds));
    const all = groups.flatMap(({ blocks }) => blocks);
    expect(all).toEqual([...labels.keys()].filter((i) => KINDS.includes(LABELS[labels[i]!] as Kind)));
  }), { numRuns: 40 });
});

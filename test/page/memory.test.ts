import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Kind } from '../../lib/engine/types';
import { createMemory } from '../../lib/page/memory';
import { MAX_SIGNATURES, type Signature } from '../../lib/page/signature';
import { isSelector } from '../../lib/page/selector';

const at = (id: string) => document.getElementById(id)!;
const always = () => true;
const ids = (elements: readonly Element[]) => elements.map(({ id }) => id);
const hidden = (...marked: [string, Kind][]) => new Map(marked.map(([id, kind]) => [at(id), kind] as const));

beforeEach(() => {
  document.body.innerHTML = `<article><p id="story" class="text">Story</p></article>
    <div id="p1" class="box signup-box"><p>Letters</p></div><div id="other" class="box">Weather</div><p id="bare">Give</p>`;
});

describe('memory', () => {
  it('knows again what was hidden, and nothing else', () => {
    const memory = createMemory([]);
    expect(memory.match([document], always)).toEqual([]);
    expect(memory.learn(document, hidden(['p1', 'newsletter']))).toBe(true);
    expect(ids(memory.match([document], always))).toEqual(['p1']);
    expect(memory.learn(document, hidden(['p1', 'newsletter']))).toBe(false);
  });

  it('works from structure alone where there is no telling id', () => {
    at('p1').id = 'post-20250412';
    const memory = createMemory([]);
    memory.learn(document, new Map([[document.querySelector('.signup-box')!, 'newsletter']]));
    expect(memory.signatures).toEqual([{ kind: 'newsletter', selector: 'div.signup-box' }]);
  });

  it('prefers a class to an id that another article has not', () => {
    at('p1').id = 'block-7f3a9c';
    const memory = createMemory([]);
    memory.learn(document, hidden(['block-7f3a9c', 'newsletter']));
    expect(memory.signatures).toEqual([{ kind: 'newsletter', selector: 'div.signup-box' }]);
  });

  it('learns no name that another article has not, but where it stands', () => {
    document.body.innerHTML = '<div class="foot"><aside id="block-7f3a9c" class="post-918 letter-b20e51">Letters</aside></div><aside class="post-918">Letters</aside>';
    const memory = createMemory([]);
    const prompts = Array.from(document.querySelectorAll('aside'), (element) => [element, 'newsletter'] as const);
    memory.learn(document, new Map(prompts));
    expect(memory.signatures).toEqual([{ kind: 'newsletter', selector: 'div.foot > aside' }]);
  });

  it('learns nothing that would match more than was hidden', () => {
    document.body.innerHTML = '<div><p class="box">A</p><p class="box">B</p></div>';
    const memory = createMemory([]);
    expect(memory.learn(document, new Map([[document.querySelector('.box')!, 'promo']]))).toBe(false);
  });

  it('unlearns for good what a page proves wrong', () => {
    const memory = createMemory([{ kind: 'promo', selector: 'div.box' }]);
    expect(ids(memory.match([document], always))).toEqual(['p1', 'other']);
    memory.learn(document, hidden(['p1', 'promo']));
    expect(ids(memory.match([document], always))).toEqual(['p1']);
    memory.learn(document, hidden(['p1', 'promo'], ['other', 'promo']));
    expect(memory.signatures).toContainEqual({ kind: 'promo', selector: 'div.box', wrong: true });
  });

  it('is not proved wrong by what came too late to be judged', () => {
    const memory = createMemory([{ kind: 'promo', selector: 'div.box' }]);
    memory.learn(document, hidden(['p1', 'promo']), (element) => element === at('other'));
    expect(ids(memory.match([document], always))).toEqual(['p1', 'other']);
  });

  it('keeps to the kinds that are on', () => {
    const memory = createMemory([{ kind: 'promo', selector: 'div#p1' }]);
    expect(memory.match([document], (kind) => kind !== 'promo')).toEqual([]);
  });

  it('never takes the story, however a site names it', () => {
    const signatures: Signature[] = ['article', 'body', 'div#story-box'].map((selector) => ({ kind: 'promo', selector }));
    document.body.innerHTML = `<div id="story-box"><h1>Title</h1></div><article>Text</article>`;
    expect(createMemory(signatures).match([document], always)).toEqual([]);
  });

  it('forgets what it has not met for longest', () => {
    const many = Array.from({ length: 40 }, (_, i): Signature => ({ kind: 'promo', selector: `div.old${i}` }));
    const memory = createMemory(many);
    memory.learn(document, hidden(['p1', 'newsletter']));
    expect(memory.signatures).toHaveLength(MAX_SIGNATURES);
    expect(memory.signatures[0]).toEqual({ kind: 'newsletter', selector: 'div#p1' });
  });

  it('writes only selectors that it would read again', () => {
    const names = fc.string({ maxLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(names, names, names, (id, one, two) => {
        document.body.innerHTML = '<section><div>Prompt</div></section>';
        const prompt = document.querySelector('div')!;
        prompt.setAttribute('id', id);
        prompt.setAttribute('class', `${one} ${two}`);
        document.querySelector('section')!.setAttribute('class', two);
        const memory = createMemory([]);
        memory.learn(document, new Map([[prompt, 'promo']]));
        for (const { selector } of memory.signatures) {
          expect(isSelector(selector)).toBe(true);
          expect(Array.from(document.querySelectorAll(selector))).toEqual([prompt]);
        }
      }),
    );
  });
});

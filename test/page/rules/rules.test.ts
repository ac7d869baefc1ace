import { beforeEach, describe, expect, it } from 'vitest';
import type { Classification, Kind, Label } from '../../../lib/engine/types';
import { applyRules } from '../../../lib/page/rules/apply';
import { createCorrections } from '../../../lib/page/rules/corrections';
import { propose } from '../../../lib/page/rules/propose';
import { changeRules, parseRules, STALE_AFTER, type Rule, type RuleBook } from '../../../lib/page/rules/rule';
import { targetOf } from '../../../lib/page/rules/target';

const STORY = 'It was a long morning on the quay, and nobody who stood there had slept, least of all the engineer, who had carried coal.';

/** Every element with `data-label` is a block; prompts that follow each other are one group. */
function classify(): Classification {
  const blocks = Array.from(document.querySelectorAll('[data-label]'), (element) => ({
    element, label: element.getAttribute('data-label') as Label, confidence: 0.8, reasons: [], text: element.textContent, words: element.textContent.split(/\s+/).length,
  }));
  const groups = Array.from(document.querySelectorAll('[data-group]'), (element) => ({
    kind: element.getAttribute('data-group') as Kind, blocks: blocks.flatMap((block, index) => (element.contains(block.element) ? [index] : [])), elements: [element], confidence: 0.8, hide: true,
  }));
  return { isArticle: true, articleConfidence: 1, language: 'en', blocks, groups, mixed: [] };
}

const find = (selector: string) => document.querySelector(selector)!;
const rule = (label: Label, selector: string, more: Partial<Rule> = {}): Rule => ({ id: `${label}-${selector.length}`, label, selector, storyWords: 0, made: 1, misses: 0, ...more });
const labels = ({ blocks }: Classification) => blocks.map(({ label }) => label);

beforeEach(() => {
  document.body.innerHTML = `
    <article class="story">
      <h1 data-label="article">Title</h1>
      <p data-label="article">${STORY}</p>
      <p data-label="article" id="plea">Please give us some of your money today, dear reader.</p>
      <p data-label="article">${STORY}</p>
    </article>
    <div class="box letter" data-group="newsletter"><h3 data-label="newsletter">Our letter</h3><p class="note" data-label="newsletter">Every day</p></div>
    <ul class="teasers"><li class="teaser" data-label="other">One</li><li class="teaser" data-label="other">Two</li></ul>`;
});

describe('a rule is made', () => {
  it('of structure alone, and tells what else it would change', () => {
    const made = propose(document, find('.teaser'), 'promo', classify())!;
    expect(made.rule).toMatchObject({ label: 'promo', selector: 'li.teaser', storyWords: 0, misses: 0 });
    expect(made.rule.start).toBeUndefined();
    expect(made.matches).toHaveLength(2);
    expect(made.others.map((index) => classify().blocks[index]!.text)).toEqual(['Two']);
  });

  it('with the beginning of the text where structure would take the story along', () => {
    find('#plea').removeAttribute('id');
    const plea = find('article').children[2]!;
    const made = propose(document, plea, 'fundraising', classify())!;
    expect(made.matches).toEqual([plea]);
    expect(made.rule.start).toBe('please give us some of your money today,');
    expect(made.others).toEqual([]);
  });

  it('of the place in a box that stands there again and again, where all of it was taken for one kind of prompt', () => {
    find('.teasers').outerHTML = ['One', 'Two', 'Three'].map((text) => `<div class="teaser"><b data-label="promo">${text}</b><p data-label="promo">More about ${text}</p></div>`).join('');
    const made = propose(document, find('.teaser p'), 'other', classify())!;
    expect(made.rule).toMatchObject({ selector: 'div.teaser > p' });
    expect(made.rule.start).toBeUndefined();
    expect(made.others.map((index) => classify().blocks[index]!.text)).toEqual(['More about Two', 'More about Three']);
    // One of them was judged otherwise: then only this one is meant.
    document.querySelectorAll('.teaser p')[2]!.setAttribute('data-label', 'other');
    expect(propose(document, find('.teaser p'), 'fundraising', classify())!.rule.start).toBe('more about one');
  });

  it('of an id only where that is the same on another article, or where there is nothing else', () => {
    const box = find('.letter');
    for (const [id, selector] of [['letter-top', 'div#letter-top'], ['text-5', 'div#text-5'], ['block-7f3a9c', 'div.letter'], ['post-918', 'div.letter'], ['4f2a91be-11d0', 'div.letter']] as const) {
      box.id = id;
      expect(propose(document, box, 'other', classify())!.rule.selector, id).toBe(selector);
    }
    box.className = 'box';
    box.id = 'block-7f3a9c';
    box.insertAdjacentHTML('afterend', '<div class="box" id="block-7f3a9d"></div>');
    expect(propose(document, box, 'fundraising', classify())!.rule).toMatchObject({ selector: 'div.box' });
    document.querySelectorAll('.box').forEach((one) => { one.removeAttribute('class'); one.replaceChildren(); });
    expect(propose(document, box, 'promo', classify())!.rule.selector).toBe('div#block-7f3a9c');
  });

  it('of a class only where that is the same on another article, or where there is nothing else', () => {
    const box = find('.letter');
    for (const [names, made] of [
      ['signup signup-in-post-918', { selector: 'div.signup' }],
      // All names of a site may be made by a tool: they hold until it is built anew, the text for one article.
      ['css-1qw2e3r letter-block-7f3a9c', { selector: 'div.css-1qw2e3r' }],
      ['letter-block-7f3a9c', { selector: 'body > div', start: 'our letterevery day' }],
    ] as const) {
      box.className = names;
      expect(propose(document, box, 'other', classify())!.rule, names).toMatchObject(made);
    }
    box.replaceChildren();
    find('.teasers').outerHTML = '<div></div>';
    expect(propose(document, box, 'promo', classify())!.rule.selector).toBe('div.letter-block-7f3a9c');
  });

  it('never of what holds the story or the page', () => {
    expect(propose(document, find('article'), 'promo', classify())).toBeUndefined();
    expect(propose(document, document.body, 'promo', classify())).toBeUndefined();
  });

  it('that finds the same in another article of the template', () => {
    const made = propose(document, find('.letter h3'), 'other', classify())!;
    find('h3').textContent = 'Another letter';
    find('article').insertAdjacentHTML('beforebegin', '<nav><h3 data-label="other">Menu</h3></nav>');
    expect(labels(applyRules(document, classify(), [made.rule]).classification)).not.toContain('promo');
    expect(applyRules(document, classify(), [made.rule]).classification.blocks.find(({ element }) => element === find('.letter h3'))!.label).toBe('other');
  });
});

describe('a rule is applied', () => {
  it('over the model: hides what it missed', () => {
    const { classification, met } = applyRules(document, classify(), [rule('promo', 'ul.teasers')]);
    expect(met).toHaveLength(1);
    expect(labels(classification).slice(-2)).toEqual(['promo', 'promo']);
    expect(classification.groups.at(-1)).toMatchObject({ kind: 'promo', elements: [find('.teasers')], hide: true, confidence: 1 });
    expect(classification.blocks.at(-1)!.reasons[0]!.feature).toBe('rule');
  });

  it('over the model: gives back what it took, and leaves the rest of the prompt hidden', () => {
    const { classification } = applyRules(document, classify(), [rule('article', 'p.note')]);
    expect(classification.groups).toHaveLength(1);
    expect(classification.groups[0]!.elements).toEqual([find('.letter h3')]);
    const all = applyRules(document, classify(), [rule('other', 'div.letter')]).classification;
    expect(all.groups).toEqual([]);
  });

  it('the later one where two disagree', () => {
    const { classification } = applyRules(document, classify(), [rule('promo', 'div.letter'), rule('other', 'div.box')]);
    expect(classification.groups).toEqual([]);
  });

  it('to what has no words, unless a later one keeps what it lies in', () => {
    find('ul').insertAdjacentHTML('afterend', '<div class="ad"><svg class="drawing"><title>Shoes</title><path d="M0 0"></path></svg></div>');
    const hide = rule('promo', 'svg.drawing');
    expect(applyRules(document, classify(), [hide]).classification.groups.find(({ elements }) => elements[0] === find('svg'))).toMatchObject({ kind: 'promo', blocks: [], hide: true });
    expect(applyRules(document, classify(), [hide, rule('other', 'div.ad')]).classification.groups).toHaveLength(1);
    expect(applyRules(document, classify(), [rule('other', 'div.ad'), hide]).classification.groups).toHaveLength(2);
  });

  it('but not when it would hide the story', () => {
    const before = classify();
    for (const selector of ['p', 'article.story', 'body']) {
      const { classification, unsafe } = applyRules(document, before, [rule('promo', selector)]);
      expect(unsafe, selector).toHaveLength(1);
      expect(classification, selector).toBe(before);
    }
  });

  it('but not when it is set aside', () => {
    const before = classify();
    expect(applyRules(document, before, [rule('promo', 'ul.teasers', { aside: 'stale' })])).toEqual({ classification: before, met: [], missed: [], unsafe: [] });
  });
});

describe('what the reader keeps', () => {
  const keeps = (element: Element, ...rules: Rule[]) => {
    const corrections = createCorrections(document, () => 'news.example', { change: () => Promise.resolve(true) });
    corrections.follow({ 'news.example': rules });
    return corrections.keeps(element);
  };

  it('is what a rule says is no prompt, all around it and all that holds it, but for what a later rule hides', () => {
    const box = find('.letter');
    expect(keeps(box)).toBe(false);
    expect(keeps(box, rule('other', 'div.letter'))).toBe(true);
    expect(keeps(find('.note'), rule('article', 'div.letter'))).toBe(true);
    expect(keeps(box, rule('other', 'p.note'))).toBe(true);
    expect(keeps(box, rule('other', 'div.letter', { start: 'another text' }))).toBe(false);
    expect(keeps(box, rule('other', 'div.letter', { start: 'our letterevery day' }))).toBe(true);
    expect(keeps(box, rule('other', 'div.letter', { aside: 'stale' }))).toBe(false);
    expect(keeps(box, rule('other', 'div.letter'), rule('promo', 'div.box'))).toBe(false);
    expect(keeps(box, rule('other', 'div.letter'), rule('promo', 'p.note'))).toBe(true);
    expect(keeps(find('.teaser'), rule('other', 'div.letter'))).toBe(false);
  });
});

describe('what the reader points at', () => {
  const pointed = (selector: string) => targetOf(find(selector), 'hide', classify())?.elements[0];

  it('is a picture with its caption, a drawing and not one of its lines, a paragraph and not one of its words', () => {
    find('#plea').insertAdjacentHTML('beforebegin', '<figure><svg><path d="M0 0"></path></svg><figcaption data-label="article">The quay in the morning</figcaption></figure>');
    expect(pointed('path')).toBe(find('figure'));
    find('figure').outerHTML = '<p data-label="article" class="drawn"><svg><path d="M0 0"></path></svg> Some of the <b>story</b></p>';
    expect(pointed('path')).toBe(find('svg'));
    expect(pointed('b')).toBe(find('.drawn'));
  });

  it('is nothing where it is most of the story', () => {
    find('article').innerHTML = `<h1 data-label="article">Title</h1><div class="text">${`<p data-label="article">${STORY}</p>`.repeat(3)}</div>`;
    expect(pointed('.text')).toBeUndefined();
    expect(pointed('.text > p')).toBe(find('.text > p'));
  });
});

describe('stored rules', () => {
  const site = 'news.example';
  const add = (book: RuleBook, ...rules: Rule[]) => changeRules(book, { type: 'add', site, rules });
  const miss = (book: RuleBook) => changeRules(book, { type: 'seen', site, met: [], missed: [book[site]![0]!.id], unsafe: [] });

  it('go stale after some articles in a row without a match, and come back when the reader says so', () => {
    let book = add({}, rule('promo', 'li.teaser'));
    for (let i = 1; i < STALE_AFTER; i++) book = miss(book);
    expect(book[site]![0]!.aside).toBeUndefined();
    expect(miss(changeRules(book, { type: 'seen', site, met: [book[site]![0]!.id], missed: [], unsafe: [] }))[site]![0]!.aside).toBeUndefined();
    book = miss(book);
    expect(book[site]![0]!.aside).toBe('stale');
    expect(changeRules(book, { type: 'revive', site, id: book[site]![0]!.id })[site]![0]).toEqual(rule('promo', 'li.teaser'));
  });

  it('replace an older one about the same blocks, and keep the others', () => {
    const book = add({}, rule('promo', 'li.teaser'), rule('promo', 'div.box'));
    const next = add(book, { ...rule('other', 'li.teaser'), id: 'new' });
    expect(next[site]!.map(({ label, selector }) => [label, selector])).toEqual([['promo', 'div.box'], ['other', 'li.teaser']]);
    expect(changeRules(next, { type: 'remove', site, ids: next[site]!.map(({ id }) => id) })).toEqual({});
  });

  it('are left out one by one when they are damaged', () => {
    const good = rule('promo', 'li.teaser');
    const bad = [{ ...good, label: 'spam' }, { ...good, selector: 'a:has(b)' }, { ...good, misses: -1 }, { ...good, id: '<b>' }, null, 7];
    expect(parseRules({ [site]: [good, ...bad], other: 'no' })).toEqual({ [site]: [good] });
    for (const nonsense of [null, 3, 'x', []]) expect(parseRules(nonsense)).toEqual({});
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ClassifiedBlock, PromptGroup } from '../../lib/engine/types';
import { createPrompts } from '../../lib/page/prompts';
import { fakeClassify } from './fake-classify';

function list(body: string, prompts = createPrompts()) {
  document.body.innerHTML = `<article></article>${body}`;
  const { groups, blocks } = fakeClassify(document);
  return prompts.list({ groups, blocks, marked: groups, hiding: true });
}
const linkOf = (inside: string, kind = 'fundraising') => list(`<div data-kind="${kind}">${inside}</div>`)[0]!.link;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the list of prompts', () => {
  it('shortens long titles', () => {
    const title = list(`<p data-kind="promo">${'word '.repeat(60)}</p>`)[0]!.title;
    expect(title).toHaveLength(90);
    expect(title).toMatch(/word…$/);
  });

  it('is bounded', () => {
    expect(list('<p data-kind="promo">x</p>'.repeat(500)).length).toBeLessThanOrEqual(60);
  });

  it('keeps a number while any of its elements stays', () => {
    const prompts = createPrompts();
    document.body.innerHTML = '<article></article><p data-kind="promo">a</p><p data-kind="promo">b</p>';
    const ids = () => {
      const { groups, blocks } = fakeClassify(document);
      return prompts.list({ groups, blocks, marked: [], hiding: true }).map(({ id }) => id);
    };
    expect(ids()).toEqual([1, 2]);
    document.querySelector('p')!.before(document.querySelectorAll('p')[1]!);
    expect(ids()).toEqual([2, 1]);
    document.querySelector('p')!.remove();
    expect(ids()).toEqual([1]);
  });
});

it('gives each part of a prompt that falls apart a number of its own', () => {
  document.body.innerHTML = '<p data-kind="promo">a</p><p data-kind="promo">b</p><p data-kind="promo">c</p>';
  const prompts = createPrompts();
  const elements = Array.from(document.querySelectorAll('p'));
  const groupOf = (parts: Element[]): PromptGroup => ({ kind: 'promo', blocks: [], elements: parts, confidence: 1, hide: true });
  const ids = (groups: PromptGroup[]) => prompts.list({ groups, blocks: [], marked: [], hiding: true }).map(({ id }) => id);
  expect(ids([groupOf(elements)])).toEqual([1]);
  const parts = [groupOf([elements[0]!]), groupOf(elements.slice(1))];
  expect(ids(parts)).toEqual([1, 2]);
  expect(ids(parts)).toEqual([1, 2]);
  expect(prompts.find({ groups: parts, blocks: [] }, 2)?.group).toBe(parts[1]);
});

it('knows a prompt again that has no element to hide, and where it stands', () => {
  document.body.innerHTML = '<div><p>Give</p><p>Story</p></div>';
  const element = document.querySelector('p')!;
  const block: ClassifiedBlock = { element, text: 'Give', words: 1, label: 'fundraising', confidence: 1, reasons: [] };
  const state = { groups: [{ kind: 'fundraising', blocks: [0], elements: [], confidence: 1, hide: false }] as PromptGroup[], blocks: [block], marked: [], hiding: true };
  const prompts = createPrompts();
  const ids = [1, 2].map(() => prompts.list(state)[0]!.id);
  expect(ids).toEqual([1, 1]);
  expect(prompts.find(state, 1)?.place).toBe(element);
});

describe('the link of an appeal', () => {
  it('is where money is given, before any other', () => {
    expect(linkOf('<a href="https://about.example/us">Us</a> <a href="https://www.paypal.com/donate?x=1">Give</a>')).toBe(
      'https://www.paypal.com/donate?x=1',
    );
    expect(linkOf('<a href="https://news.example/give">Give</a>')).toBe('https://news.example/give');
  });

  it.each(['<a href="#give">x</a>', '<a href="javascript:alert(1)">x</a>', '<a href="mailto:a@b.example">x</a>', '<a href="https://[">x</a>', 'none', `<a href="https://a.example/${'x'.repeat(600)}">x</a>`])(
    'is none in %s',
    (inside) => {
      expect(linkOf(inside)).toBe('');
    },
  );

  it('is kept for no other kind', () => {
    expect(linkOf('<a href="https://news.example/give">Give</a>', 'promo')).toBe('');
  });
});

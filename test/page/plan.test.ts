import { describe, expect, it } from 'vitest';
import { planMarks } from '../../lib/page/plan';
import { DEFAULT_SETTINGS, type Palette } from '../../lib/settings';
import { fakeClassify } from './fake-classify';

const ALL = DEFAULT_SETTINGS.kinds;

function plan(html: string, mode: 'off' | 'highlight' | 'hide', kinds = ALL, palette: Palette = 'calm') {
  document.body.innerHTML = `<article></article>${html}`;
  const { marks, groups } = planMarks(fakeClassify(document).groups, [], { mode, kinds, palette });
  return { marks: Array.from(marks, ([element, value]) => `${element.id}: ${value}`), groups: groups.length };
}

const PROMPTS = '<p id="a" data-kind="fundraising"></p><p id="b" data-kind="promo" data-sure="no"></p>';

describe('planMarks', () => {
  it('hides what is sure and shows the rest', () => {
    expect(plan(PROMPTS, 'hide')).toEqual({ marks: ['a: hidden'], groups: 1 });
  });

  it('highlights everything, and says what is unsure', () => {
    expect(plan(PROMPTS, 'highlight')).toEqual({ marks: ['a: fundraising', 'b: promo unsure'], groups: 2 });
  });

  it('says which colours to use where they are not the usual ones', () => {
    expect(plan(PROMPTS, 'highlight', ALL, 'distinct').marks).toEqual(['a: fundraising distinct', 'b: promo distinct unsure']);
    expect(plan(PROMPTS, 'hide', ALL, 'vivid').marks).toEqual(['a: hidden']);
  });

  it('does nothing when off', () => {
    expect(plan(PROMPTS, 'off')).toEqual({ marks: [], groups: 0 });
  });

  it('leaves kinds alone that are switched off', () => {
    expect(plan(PROMPTS, 'highlight', { ...ALL, fundraising: false })).toEqual({ marks: ['b: promo unsure'], groups: 1 });
  });

  it.each([
    ['in an editor', '<div contenteditable><p id="a" data-kind="promo"></p></div>'],
    ['that is an editor', '<p id="a" contenteditable="plaintext-only" data-kind="promo"></p>'],
    ['that holds an editor', '<div id="a" data-kind="promo"><p contenteditable="true"></p></div>'],
  ])('never touches an element %s', (_, html) => {
    expect(plan(html, 'hide')).toEqual({ marks: [], groups: 0 });
  });

  it('is not put off by what is expressly not an editor', () => {
    expect(plan('<p id="a" contenteditable="false" data-kind="promo"></p>', 'hide').marks).toEqual(['a: hidden']);
  });

  it('hides a box around prompts of several kinds only when all of them go', () => {
    document.body.innerHTML = '<article></article><div id="box"><p id="a" data-kind="promo"></p><p id="b" data-kind="newsletter"></p></div>';
    const mixed = [{ element: document.querySelector('#box')!, kinds: ['promo', 'newsletter'] as const }];
    const ids = (kinds: typeof ALL) => Array.from(planMarks(fakeClassify(document).groups, mixed, { mode: 'hide', kinds, palette: 'calm' }).marks.keys(), ({ id }) => id);
    expect(ids(ALL)).toEqual(['a', 'b', 'box']);
    expect(ids({ ...ALL, promo: false })).toEqual(['b']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { FEATURES } from '../../../lib/engine/features';
import { TEXT_CONCEPTS } from '../../../lib/engine/lexicon/concepts';
import { CONTEXT_FEATURES } from '../../../lib/engine/smooth';
import { pageTexts } from '../../../lib/i18n';
import { CONCEPTS } from '../../../lib/page/inspector/vocabulary';
import { explain } from '../../../lib/page/inspector/words';
import type { Say } from '../../../lib/page/ui/say';
import { fakeEnglish } from '../../i18n-fake';

let say: Say;
const one = (feature: string, value = 1) => explain([{ feature, value, weight: 1 }], 'after', say).map(({ text }) => text);

beforeEach(() => {
  fakeEnglish();
  say = pageTexts();
});

describe('reasons', () => {
  it.each([...FEATURES, ...CONTEXT_FEATURES])('%s is told in plain words', (feature) => {
    const [text] = one(feature);
    expect(text).toMatch(/^[\p{L}“]/u);
    expect(text).not.toMatch(/undefined|\$\d|^\w+\.\w+/);
  });

  it('have a word for every idea of the lexicon', () => {
    expect(TEXT_CONCEPTS.filter((concept) => !(concept in CONCEPTS))).toEqual([]);
  });

  it('say what is there, where, and what is not', () => {
    expect(one('says.donate')).toEqual(['asks for a donation']);
    expect(one('box.donate')).toEqual(['asks for a donation · in the same box']);
    expect(one('says.donate', 0)).toEqual(['nothing there that asks for a donation · in this block itself']);
    expect(one('box.donate', 0)).toEqual(['nothing there that asks for a donation · in the same box']);
    expect(one('field.own.email')).toEqual(['asks for an e-mail address']);
    expect(one('link.own.article', Math.log2(7))).toEqual(['links to 6 other articles of this site']);
    expect(one('place.wordsFromLast')).toEqual(['stands after the last paragraph']);
    expect(one('seen.box.newsletter')).toEqual(['most of its box looks like: Newsletters']);
  });

  it('call nothing missing of which another sort may be there', () => {
    expect(FEATURES.flatMap((feature) => one(feature, 0)).filter((text) => text.includes('has a form'))).toEqual([]);
    expect(one('field.card.checkbox', 0)).toEqual([]);
    expect(one('field.card.textarea', 0)).toEqual(['nothing there that has a field for longer texts · in the same box']);
    expect(one('field.own.email', 0)).toEqual(['nothing there that asks for an e-mail address · in this block itself']);
    expect(one('link.box.fragment', 0)).toEqual([]);
  });

  it('count once what says the same, the strongest first', () => {
    const reasons = [{ feature: 'says.ask', value: 1, weight: 2 }, { feature: 'says.donate', value: 1, weight: 1.5 }, { feature: 'dense.donate', value: 2, weight: 1.5 }];
    expect(explain(reasons, 'inside', say)).toEqual([{ text: 'asks for a donation', strength: 1 }, { text: 'asks for something', strength: 2 / 3 }]);
  });
});

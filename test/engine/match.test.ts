// In: phrases and texts. Out: proof that phrases are found where they stand as words, and nowhere else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, Matcher } from '../../lib/engine/lexicon/match';
import { PlaneReader, writePlanes } from '../../lib/engine/lexicon/planes';
import { numberOf, printsOf, WRITTEN, type Print } from '../../lib/engine/lexicon/prints';

function hits(phrases: string | readonly string[], text: string, anywhere = false): number[] {
  const list = [phrases].flat();
  const matcher = new Matcher();
  list.forEach((one, concept) => matcher.add(concept, printsOf(fold(one)), anywhere));
  const counts = list.map(() => 0);
  matcher.match(fold(text), counts);
  return counts;
}

describe('a phrase', () => {
  it.each([
    ['sign up', 'Sign up now', 1],
    ['sign up', 'design upper', 0],
    ['sign up', 'Sign upper', 0],
    ['donat*', 'donate, donations; donator', 3],
    ['donat*', 'predonate', 0],
    ['*letter', 'newsletter letter letters', 2],
    ['*letter*', 'newsletters', 1],
    ["don't miss", 'Don’t miss it', 1],
    ['a', 'a b a', 2],
    ['ё', 'ё', 1],
    ['', 'anything', 0],
  ])('"%s" in "%s": %i', (phrase, text, count) => {
    expect(hits(phrase, text)).toEqual([count]);
  });

  it('is found inside a run of characters in scripts without blanks', () => {
    expect(hits('購読', '今すぐ購読する', true)).toEqual([1]);
    expect(hits('購読', '今すぐ購読する')).toEqual([0]);
  });

  it('counts for each concept it belongs to', () => {
    expect(hits(['support us', 'support*'], 'support us')).toEqual([1, 1]);
  });
});

it('finds what a plain search by words finds', () => {
  const word = fc.stringMatching(/^[abc]{1,3}$/);
  fc.assert(fc.property(fc.array(word, { minLength: 1 }), word, (words, phrase) => {
    expect(hits(phrase, words.join(' '))).toEqual([words.filter((one) => one === phrase).length]);
  }));
});

describe('fingerprints', () => {
  const phrase = fc.stringMatching(/^\*?[^*|]{1,20}\*?$/);
  const written = (print: Print): Print => ({ ...print, rest: print.rest & WRITTEN });
  const ascending = (prints: readonly Print[]): Print[] => [...prints].sort((a, b) => numberOf(a) - numberOf(b)).map(written);

  it('are read list by list as they were written, but for their order and bits that are not', () => {
    fc.assert(fc.property(fc.array(fc.array(phrase, { maxLength: 20 })), (lists) => {
      const prints = lists.map((phrases) => printsOf(phrases.join('|')));
      const planes = writePlanes(prints);
      const reader = new PlaneReader(planes);
      expect(prints.map((_, list) => reader.prints(list))).toEqual(prints.map(ascending));
      expect(prints.map((_, list) => reader.numbers(list))).toEqual(prints.map((list) => ascending(list).map(numberOf)));
      // What ships stands in a string as it is, without a backslash.
      expect([planes.counts, planes.shapes, ...planes.digits, planes.carries].join('')).toMatch(/^[#-[\]-~]*$/);
    }));
  });

  it('of a phrase that is too long, or of too many, are refused', () => {
    expect(() => writePlanes([printsOf('a'.repeat(23))])).toThrow(RangeError);
    expect(() => writePlanes([printsOf(Array.from({ length: 91 }, (_, n) => `a${n}`).join('|'))])).toThrow(RangeError);
  });
});

describe('folding', () => {
  it.each([['ΆΝΘΡΩΠΟΣ', 'ανθρωπος'], ['e\u0301', 'é'], ['كِتَاب', 'كتاب'], ['news\u00adletter', 'newsletter'], ['a\u00a0b', 'a b'], ['ŞŢ', 'șț'], ['\u1f75', 'η'], ['\u00a8\u0301', '\u00a8'], ['e\u00ad\u0301', 'é']])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }));
  });
});

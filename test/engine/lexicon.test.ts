// In: the data files of the lexicon. Out: proof that they are whole, in the form the matcher reads, and say nothing twice.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostBit, hostMask, nameBit, nameMask, textMatcher } from '../../lib/engine/lexicon';
import { HOST_CONCEPTS, NAME_CONCEPTS, TEXT_CONCEPTS } from '../../lib/engine/lexicon/concepts';
import hosts from '../../lib/engine/lexicon/hosts.json';
import { languages, type LanguageCode } from '../../lib/engine/lexicon/languages';
import { fold } from '../../lib/engine/lexicon/match';
import names from '../../lib/engine/lexicon/names.json';

const FOLDER = join(import.meta.dirname, '../../lib/engine/lexicon/languages');
const codes = Object.keys(languages) as LanguageCode[];

/** What is wrong with "|"-separated phrases, in words. */
function faults(phrases: string): string[] {
  const list = phrases.split('|');
  return [
    ...list.filter((phrase) => phrase !== phrase.trim() || /\s{2}/.test(phrase) || phrase.replace(/\*/g, '') === '').map((phrase) => `blank: "${phrase}"`),
    ...list.filter((phrase) => phrase.toLowerCase().normalize('NFC') !== phrase).map((phrase) => `not lower case or composed: "${phrase}"`),
    ...list.filter((phrase, index) => list.findIndex((other) => fold(other) === fold(phrase)) !== index).map((phrase) => `twice: "${phrase}"`),
    ...list.filter((phrase) => /(?!^)\*(?!$)/.test(phrase)).map((phrase) => `star inside: "${phrase}"`),
  ];
}

describe('cue phrases', () => {
  it('of every file in the folder are in the index', () => {
    expect(readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort()).toEqual([...codes].sort());
    expect(codes.length).toBeGreaterThanOrEqual(40);
  });

  it.each(codes)('%s: every concept, and no other', (code) => {
    expect(Object.keys(languages[code]).sort()).toEqual([...TEXT_CONCEPTS].sort());
  });

  it.each(codes)('%s: lower case, whole, nothing twice', (code) => {
    expect(Object.values(languages[code]).flatMap(faults)).toEqual([]);
  });

  it.each(codes)('%s: every phrase is found in a text that holds it', (code) => {
    const matcher = textMatcher([code]);
    TEXT_CONCEPTS.forEach((concept, index) => {
      for (const phrase of languages[code][concept].split('|')) {
        const counts = new Float32Array(TEXT_CONCEPTS.length);
        matcher.match(fold(`x ${phrase.replace(/\*/g, '')} x`), counts);
        expect(counts[index], `${concept}: ${phrase}`).toBeGreaterThan(0);
      }
    });
  });
});

describe('names of classes and paths', () => {
  it('have every concept, in lower case, nothing twice', () => {
    expect(Object.keys(names).sort()).toEqual([...NAME_CONCEPTS].sort());
    expect(Object.values(names).flatMap(faults)).toEqual([]);
  });

  it.each([['c-newsletterBox__form', 'newsletter'], ['site_footer-links', 'footer'], ['DonateButton', 'donate'], ['/topics/abonnement/', 'paywall']] as const)('%s hints at %s', (name, concept) => {
    expect(nameMask(name) & nameBit(concept)).not.toBe(0);
  });

  it('of no meaning hint at nothing', () => {
    expect(nameMask('css-1x8k2 sc-bdVaJa')).toBe(0);
  });
});

describe('hosts', () => {
  it('have every purpose, in lower case without www, nothing twice', () => {
    expect(Object.keys(hosts).sort()).toEqual([...HOST_CONCEPTS].sort());
    for (const list of Object.values(hosts)) {
      expect(list.filter((host, index) => list.indexOf(host) !== index || !/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))).toEqual([]);
    }
  });

  it('stand for the hosts below them, and for no others', () => {
    expect(hostMask('shop.patreon.com') & hostBit('donate')).not.toBe(0);
    expect(hostMask('notpatreon.com')).toBe(0);
    expect(hostMask('com')).toBe(0);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { plural, t } from '../lib/i18n';
import { fakeEnglish, fakeLanguage, readTexts } from './i18n-fake';

const LANGUAGES = readdirSync('locales').map((file) => file.replace('.yml', ''));
const CATEGORY = /_(zero|one|two|few|many|other)$/;
const english = readTexts('en');

beforeEach(fakeEnglish);

describe('texts', () => {
  it('come with their substitutions', () => {
    expect(t('countOnPage', [3])).toBe('3 on this page');
  });

  it('follow the plural rules of their language', () => {
    expect(plural('hidden', 1)).toBe('1 prompt hidden');
    expect(plural('hidden', 4)).toBe('4 prompts hidden');
    expect(plural('hidden', 1200)).toBe('1,200 prompts hidden');
    fakeLanguage('fr');
    expect([0, 1, 2].map((count) => plural('words', count))).toEqual(['0 mot', '1 mot', '2 mots']);
    fakeLanguage('uk');
    expect([0, 1, 3, 21].map((count) => plural('words', count))).toEqual(['0 слів', '1 слово', '3 слова', '21 слово']);
  });
});

describe('the English file', () => {
  const sources = ['entrypoints', 'components', 'lib', 'wxt.config.ts'].flatMap(read).join('\n');

  it.each(Object.keys(english).map((key) => key.replace(CATEGORY, '')))('%s is used', (key) => {
    expect(sources).toMatch(new RegExp(`['"]${key}['"]|__MSG_${key}__`));
  });

  it('describes every text to translators', () => {
    const lines = readFileSync('locales/en.yml', 'utf8').trimEnd().split('\n');
    const silent = lines.filter((line, i) => /^\w/.test(line) && !lines[i - 1]?.startsWith('# '));
    expect(silent).toEqual([]);
  });
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = readTexts(language);
  const rules = new Intl.PluralRules(language.replace('_', '-'));
  const { pluralCategories } = rules.resolvedOptions();
  const wanted = new Set(
    Object.keys(english).flatMap((key) => {
      const name = key.replace(CATEGORY, '');
      return name === key ? [key] : pluralCategories.map((category) => `${name}_${category}`);
    }),
  );

  it('are all there, in every plural form of the language, and none is left over', () => {
    expect(Object.keys(texts).sort()).toEqual(Array.from(wanted).sort());
  });

  it('have the gaps of the English ones', () => {
    const numbers = (category: string) => Array.from({ length: 1000 }, (_, count) => count).filter((count) => rules.select(count) === category);
    for (const [key, { message }] of Object.entries(texts)) {
      const plurals = CATEGORY.test(key);
      const model = english[plurals ? key.replace(CATEGORY, '_other') : key]!.message;
      // "One prompt" may do without its number where it is said of nothing else: French says it of none too, Ukrainian of 21.
      const optional = plurals && numbers(CATEGORY.exec(key)![1]!).length === 1 ? ['$1'] : [];
      expect(gaps(message).filter((gap) => !optional.includes(gap)), key).toEqual(gaps(model).filter((gap) => !optional.includes(gap)));
      expect(message.trim(), key).not.toBe('');
    }
  });

  it('can be written into style sheets and fit the stores', () => {
    for (const kind of ['fundraising', 'newsletter', 'promo']) expect(texts[kind]!.message).not.toMatch(/["'\\]/);
    expect(texts.extensionDescription!.message.length).toBeLessThanOrEqual(132);
    expect(texts.extensionName!.message).toBe('Unpitch');
    expect(texts.locale!.message).toBe(language.replace('_', '-'));
  });

  it.runIf(['es', 'fr', 'it', 'pt_BR'].includes(language))('put “of” after a million, which is a noun there', () => {
    for (const [key, { message }] of Object.entries(texts)) if (key.endsWith('_many')) expect(message, key).toMatch(/\$1 d(e |i |’)/);
  });

  it('are found for every number', () => {
    fakeLanguage(language);
    for (const count of [0, 1, 2, 3, 5, 11, 22, 101, 1.5, 1_000_000]) expect(plural('hidden', count), String(count)).not.toBe('');
  });
});

function gaps(message: string): string[] {
  return Array.from(new Set(message.match(/\$\d/g))).sort();
}

function read(path: string): string[] {
  if (/\.(tsx?|css|html)$/.test(path)) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || /\.(tsx?|css|html)$/.test(entry.name) ? read(join(path, entry.name)) : [],
  );
}

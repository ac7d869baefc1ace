import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { plural, t } from '../lib/i18n';
import messages from '../public/_locales/en/messages.json';
import { fakeEnglish } from './i18n-fake';

beforeEach(fakeEnglish);

describe('texts', () => {
  it('come with their substitutions', () => {
    expect(t('countOnPage', '3')).toBe('3 on this page');
  });

  it('follow the plural rules of their language', () => {
    expect(plural('hidden', 1)).toBe('1 prompt hidden');
    expect(plural('hidden', 4)).toBe('4 prompts hidden');
    expect(plural('hidden', 1200)).toBe('1,200 prompts hidden');
  });
});

describe('the English file', () => {
  const sources = ['entrypoints', 'components', 'lib', 'wxt.config.ts'].flatMap(read).join('\n');

  it.each(Object.keys(messages))('%s is used', (key) => {
    const name = key.replace(/_(one|other)$/, '');
    expect(sources).toMatch(new RegExp(`['"]${name}['"]|__MSG_${name}__`));
  });

  it('describes every text to translators and declares every placeholder', () => {
    for (const [key, entry] of Object.entries(messages)) {
      expect(entry.description, key).not.toBe('');
      const used = Array.from(entry.message.matchAll(/\$(\w+)\$/g), ([, name]) => name!.toLowerCase());
      expect(Object.keys('placeholders' in entry ? entry.placeholders : {}), key).toEqual(used);
    }
  });

  it('fits the stores', () => {
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });
});

function read(path: string): string[] {
  if (/\.(tsx?|css|html)$/.test(path)) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || /\.(tsx?|css|html)$/.test(entry.name) ? read(join(path, entry.name)) : [],
  );
}

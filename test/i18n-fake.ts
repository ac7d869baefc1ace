// In: nothing. Out: the fake browser answers getMessage from the English texts, as a browser would.
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The texts of a language as the build writes them. */
export function readTexts(language: string): Record<string, { readonly message: string }> {
  return generateChromeMessages(parseMessagesText(readFileSync(`locales/${language}.yml`, 'utf8'), 'YAML'));
}

export function fakeEnglish(): void {
  fakeLanguage('en');
}

export function fakeLanguage(language: string): void {
  const texts = readTexts(language);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, substitutions: string[] = []) =>
    (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '')) as never);
}

// In: a message key that exists, and what stands in its gaps. Out: the text in the browser's language.
import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure';
import type { Say } from './page/ui/say';

export type MessageKey = keyof GeneratedI18nStructure;
/** A message that stands there once per plural category of the language: `name.one`, `name.other`, … */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Name}.other` ? Name : never) : never;

export const { t } = createI18n<GeneratedI18nStructure>();

/** The form of a message for `count`, by the plural rules of the language the texts are in. `$1` in it is the count. */
export function plural(key: PluralKey, count: number, ...more: readonly string[]): string {
  // Not the browser's language: where that has no texts, the browser takes the default language's.
  const language = t('locale');
  const category = new Intl.PluralRules(language).select(count);
  const substitutions = [count.toLocaleString(language), ...more];
  // Categories that English does not have are no keys of the type, and a language may leave out those it never uses.
  const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
  return getMessage(`${key}_${category}`, substitutions) || getMessage(`${key}_other`, substitutions);
}

/** A number as the language of the texts writes it. */
export const number = (count: number): string => count.toLocaleString(t('locale'));

/** A text of any language that stands in another, as it reads by itself. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The texts, in the form in which the page's own overlays take them. */
export function pageTexts(): Say {
  const language = t('locale');
  const text = (key: MessageKey, ...gaps: readonly string[]) => (t as (key: string, gaps: readonly string[]) => string)(key, gaps);
  return Object.assign(text, { count: plural, language, direction: RIGHT_TO_LEFT.has(language.split('-')[0]!) ? ('rtl' as const) : ('ltr' as const) });
}

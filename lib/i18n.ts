// In: a message key that exists. Out: its text in the browser's language.
import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** A message that stands there once per plural category of the language: `name_one`, `name_other`, … */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Name}_other` ? Name : never) : never;

function getMessage(key: string, substitutions: string[]): string {
  return (browser.i18n.getMessage as (key: string, substitutions: string[]) => string)(key, substitutions);
}

export function t(key: MessageKey, ...substitutions: string[]): string {
  return getMessage(key, substitutions);
}

/** The form of a message for `count`, by the plural rules of the language the texts are in. */
export function plural(key: PluralKey, count: number): string {
  // Not the browser's language: where that has no texts, the browser takes the default language's.
  const language = t('locale');
  const category = new Intl.PluralRules(language).select(count);
  const number = count.toLocaleString(language);
  return getMessage(`${key}_${category}`, [number]) || getMessage(`${key}_other`, [number]);
}

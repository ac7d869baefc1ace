// Page text and declared language in, languages whose phrases to load out.

import type { LanguageCode } from './lexicon/languages';
import { fold, isWord } from './lexicon/match';
import { isLanguage, languageCodes, numbersFor } from './lexicon/phrases';
import { numberOf, printOf } from './lexicon/prints';

/** Scripts that one language alone, or mostly, is written in. */
const SCRIPTS: readonly (readonly [from: number, to: number, language: LanguageCode])[] = [
  [0x3040, 0x30ff, 'ja'], [0x4e00, 0x9fff, 'zh'], [0xac00, 0xd7af, 'ko'], [0x0e00, 0x0e7f, 'th'], [0x1780, 0x17ff, 'km'], [0x1000, 0x109f, 'my'],
];
/** A language is believed when its function words make up this share of the sample; running text of any language exceeds it. */
const MIN_SHARE = 0.06;

export interface LanguageGuess {
  /** Primary subtag of the most likely language, '' when unknown. */
  readonly language: string;
  /** Languages to look phrases up in, most likely first, English last. */
  readonly active: readonly LanguageCode[];
}

/** By fingerprint, as one number. */
let functionWords: Map<number, LanguageCode[]> | undefined;

/** A page is read again and again as it changes, and mostly opens with the same text: the last guess is kept. */
let latest: { readonly sample: string; readonly declared: string; readonly guess: LanguageGuess } | undefined;

/** @param sample running text of the page, some thousand characters */
export function guessLanguage(sample: string, declared: string): LanguageGuess {
  if (latest?.sample !== sample || latest.declared !== declared) latest = { sample, declared, guess: guess(sample, declared) };
  return latest.guess;
}

function guess(sample: string, declared: string): LanguageGuess {
  const tag = declared.toLowerCase().split(/[-_]/)[0]!;
  const named = tag === 'no' || tag === 'nn' ? 'nb' : tag === 'fil' ? 'tl' : tag === 'iw' ? 'he' : tag === 'in' ? 'id' : tag === 'bs' ? 'hr' : tag;
  const known = isLanguage(named) ? named : undefined;
  const found = byScript(sample) ?? byFunctionWords(sample, known);
  const active = [found, known, 'en' as const].filter((code): code is LanguageCode => code !== undefined && isLanguage(code));
  return { language: found ?? named, active: [...new Set(active)] };
}

function byScript(sample: string): LanguageCode | undefined {
  const counts = new Map<LanguageCode, number>();
  let letters = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (!isWord(code)) continue;
    letters++;
    if (code < 0x0e00) continue;
    const script = SCRIPTS.find(([from, to]) => code >= from && code <= to);
    if (script) counts.set(script[2], (counts.get(script[2]) ?? 0) + 1);
  }
  const kana = counts.get('ja') ?? 0;
  const han = counts.get('zh') ?? 0;
  if (kana + han > letters / 3) return kana > han / 10 ? 'ja' : 'zh';
  return [...counts].find(([, count]) => count > letters / 3)?.[0];
}

function byFunctionWords(sample: string, declared: LanguageCode | undefined): LanguageCode | undefined {
  functionWords ??= indexFunctionWords();
  const words = fold(sample).split(/[\s\d!-&(-/:-@[-`{-~¡-¿\u2010-\u2027\u3000-\u303f،؟।]+/);
  const hits = new Map<LanguageCode, number>();
  for (const word of words) {
    for (const language of (word === '' ? undefined : functionWords.get(numberOf(printOf(word)))) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  // Neighbouring languages share words: the declared one wins near-ties.
  const score = (language: LanguageCode): number => (hits.get(language) ?? 0) * (language === declared ? 1.25 : 1);
  const best = [...hits.keys()].sort((a, b) => score(b) - score(a))[0];
  return best !== undefined && hits.get(best)! >= Math.max(2, words.length * MIN_SHARE) ? best : declared;
}

function indexFunctionWords(): Map<number, LanguageCode[]> {
  const index = new Map<number, LanguageCode[]>();
  for (const language of languageCodes) {
    for (const number of numbersFor(language, 'function')) {
      const sharing = index.get(number);
      if (sharing) sharing.push(language);
      else index.set(number, [language]);
    }
  }
  return index;
}

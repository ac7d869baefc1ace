// A language and an idea in, the fingerprints of its cue phrases out.

import { TEXT_CONCEPTS, type TextConcept } from './concepts';
import type { LanguageCode } from './languages';
import { codes, planes } from './phrases.baked';
import { PlaneReader } from './planes';
import type { Print } from './prints';

export const languageCodes: readonly LanguageCode[] = codes;
let reader: PlaneReader | undefined;

export const isLanguage = (code: string): code is LanguageCode => (codes as readonly string[]).includes(code);

export const printsFor = (language: LanguageCode, concept: TextConcept): Print[] => (reader ??= new PlaneReader(planes)).prints(listOf(language, concept));
/** Their hashes alone, as `numberOf` gives them. */
export const numbersFor = (language: LanguageCode, concept: TextConcept): number[] => (reader ??= new PlaneReader(planes)).numbers(listOf(language, concept));

const listOf = (language: LanguageCode, concept: TextConcept): number => codes.indexOf(language) * TEXT_CONCEPTS.length + TEXT_CONCEPTS.indexOf(concept);

// A language and an idea in, the fingerprints of its cue phrases out.

import { TEXT_CONCEPTS, type TextConcept } from './concepts';
import type { LanguageCode } from './languages';
import { codes, planes } from './phrases.baked';
import { PlaneReader } from './planes';
import type { Print } from './prints';

export const languageCodes: readonly LanguageCode[] = codes;
const places = new Map<string, number>(codes.map((code, place) => [code, place]));
const concepts = new Map(TEXT_CONCEPTS.map((concept, index) => [concept, index]));
let reader: PlaneReader | undefined;

export const isLanguage = (code: string): code is LanguageCode => places.has(code);

export const printsFor = (language: LanguageCode, concept: TextConcept): Print[] => (reader ??= new PlaneReader(planes)).prints(listOf(language, concept));
/** Their hashes alone, as `numberOf` gives them. */
export const numbersFor = (language: LanguageCode, concept: TextConcept): number[] => (reader ??= new PlaneReader(planes)).numbers(listOf(language, concept));

const listOf = (language: LanguageCode, concept: TextConcept): number => places.get(language)! * TEXT_CONCEPTS.length + concepts.get(concept)!;

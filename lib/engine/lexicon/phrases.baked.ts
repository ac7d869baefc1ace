// The files of languages/ in, their phrases as fingerprints out. The build runs this and ships what it gives (tools/build/bake.ts).

import { TEXT_CONCEPTS } from './concepts';
import { languages, type LanguageCode } from './languages';
import { fold } from './match';
import { printsOf, writePrints } from './prints';

/** By language: for each of TEXT_CONCEPTS, separated by blanks, fingerprints as `readPrints` reads them. */
export const phrases = Object.fromEntries(
  Object.entries(languages).map(([code, of]) => [code, TEXT_CONCEPTS.map((concept) => writePrints(printsOf(fold(of[concept])))).join(' ')]),
) as Readonly<Record<LanguageCode, string>>;

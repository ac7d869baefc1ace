// The files of languages/ in, their phrases as fingerprints out. The build runs this and ships what it gives (tools/build/bake.ts).

import { TEXT_CONCEPTS } from './concepts';
import { languages, type LanguageCode } from './languages';
import { fold } from './match';
import { writePlanes } from './planes';
import { printsOf } from './prints';

export const codes = Object.keys(languages) as LanguageCode[];
/** Language by language, one list for each of TEXT_CONCEPTS. */
export const planes = writePlanes(codes.flatMap((code) => TEXT_CONCEPTS.map((concept) => printsOf(fold(languages[code][concept])))));

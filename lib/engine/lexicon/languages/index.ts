// One file of cue phrases per language; a test holds this list to the folder. Relatives stand side by side, which compresses better.

import en from './en.json';
import nl from './nl.json';
import af from './af.json';
import de from './de.json';
import da from './da.json';
import nb from './nb.json';
import sv from './sv.json';
import is_ from './is.json';
import fi from './fi.json';
import et from './et.json';
import lv from './lv.json';
import lt from './lt.json';
import pl from './pl.json';
import cs from './cs.json';
import sk from './sk.json';
import sl from './sl.json';
import hr from './hr.json';
import sq from './sq.json';
import hu from './hu.json';
import ro from './ro.json';
import it from './it.json';
import es from './es.json';
import ca from './ca.json';
import gl from './gl.json';
import pt from './pt.json';
import fr from './fr.json';
import eu from './eu.json';
import ga from './ga.json';
import cy from './cy.json';
import tr from './tr.json';
import az from './az.json';
import id from './id.json';
import ms from './ms.json';
import tl from './tl.json';
import sw from './sw.json';
import vi from './vi.json';
import sr from './sr.json';
import mk from './mk.json';
import bg from './bg.json';
import ru from './ru.json';
import be from './be.json';
import uk from './uk.json';
import kk from './kk.json';
import mn from './mn.json';
import el from './el.json';
import hy from './hy.json';
import ka from './ka.json';
import am from './am.json';
import he from './he.json';
import ar from './ar.json';
import fa from './fa.json';
import ur from './ur.json';
import hi from './hi.json';
import mr from './mr.json';
import ne from './ne.json';
import bn from './bn.json';
import gu from './gu.json';
import pa from './pa.json';
import ta from './ta.json';
import te from './te.json';
import kn from './kn.json';
import ml from './ml.json';
import si from './si.json';
import th from './th.json';
import my from './my.json';
import km from './km.json';
import ko from './ko.json';
import ja from './ja.json';
import zh from './zh.json';
import type { TextConcept } from '../concepts';

/** "|"-separated phrases per concept; see match.ts for their form. */
export type Phrases = Readonly<Record<TextConcept, string>>;

export const languages = {
  en, nl, af, de, da, nb, sv, is: is_, fi, et, lv, lt, pl, cs, sk, sl, hr, sq, hu, ro, it, es, ca, gl, pt, fr, eu, ga, cy, tr, az, id, ms, tl, sw, vi, sr, mk, bg, ru, be, uk, kk, mn, el, hy, ka, am, he, ar, fa, ur, hi, mr, ne, bn, gu, pa, ta, te, kn, ml, si, th, my, km, ko, ja, zh,
} as const satisfies Readonly<Record<string, Phrases>>;

export type LanguageCode = keyof typeof languages;

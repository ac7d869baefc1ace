// The lexicon's doors: counters of text concepts per language, masks of name concepts, purposes of hosts.

import { HOST_CONCEPTS, NAME_CONCEPTS, TEXT_CONCEPTS, type HostConcept, type NameConcept, type TextConcept } from './concepts';
import hosts from './hosts.json';
import type { LanguageCode } from './languages';
import { fold, Matcher } from './match';
import names from './names.json';
import { printsFor } from './phrases';
import { printsOf, WRITTEN } from './prints';

/** Languages written without blanks between words. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'km', 'my', 'lo']);
/** On a page of another language these English words mean something else ("we", "me", "die"). */
const ONLY_AT_HOME: ReadonlySet<TextConcept> = new Set(['function', 'we', 'you', 'ask']);

let latest: { readonly active: string; readonly matcher: Matcher } | undefined;

/** Counts what texts speak of, in the languages of one page (most likely first). A page is read again and again: the last one is kept. */
export function textMatcher(active: readonly LanguageCode[]): Matcher {
  if (latest?.active !== active.join()) latest = { active: active.join(), matcher: buildTextMatcher(active) };
  return latest.matcher;
}

function buildTextMatcher(active: readonly LanguageCode[]): Matcher {
  const matcher = new Matcher(WRITTEN);
  active.forEach((language, rank) => {
    TEXT_CONCEPTS.forEach((concept, index) => {
      if (rank === 0 || !ONLY_AT_HOME.has(concept)) matcher.add(index, printsFor(language, concept), UNSPACED.has(language));
    });
  });
  return matcher;
}

let nameMatcher: Matcher | undefined;
const maskCache = new Map<string, number>();
const MASK_CACHE_LIMIT = 5000;
const counts = new Float32Array(NAME_CONCEPTS.length);

/** Bit i is set when NAME_CONCEPTS[i] is hinted at by class names, an id or the path of an address. */
export function nameMask(text: string): number {
  if (text === '') return 0;
  const known = maskCache.get(text);
  if (known !== undefined) return known;
  nameMatcher ??= buildNameMatcher();
  counts.fill(0);
  nameMatcher.match(fold(text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_./=?&%+]+/g, ' ')), counts);
  let mask = 0;
  for (let bit = 0; bit < counts.length; bit++) if (counts[bit]! > 0) mask |= 1 << bit;
  if (maskCache.size >= MASK_CACHE_LIMIT) maskCache.clear();
  maskCache.set(text, mask);
  return mask;
}

export const nameBit = (concept: NameConcept): number => 1 << NAME_CONCEPTS.indexOf(concept);

function buildNameMatcher(): Matcher {
  const matcher = new Matcher();
  NAME_CONCEPTS.forEach((concept, index) => matcher.add(index, printsOf(names[concept])));
  return matcher;
}

let hostPurposes: Map<string, number> | undefined;

/** Bit i is set when HOST_CONCEPTS[i] is a purpose of `host` or of a domain above it. */
export function hostMask(host: string): number {
  hostPurposes ??= indexHosts();
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const mask = hostPurposes.get(name);
    if (mask !== undefined) return mask;
  }
  return 0;
}

export const hostBit = (concept: HostConcept): number => 1 << HOST_CONCEPTS.indexOf(concept);

function indexHosts(): Map<string, number> {
  const index = new Map<string, number>();
  HOST_CONCEPTS.forEach((concept, bit) => {
    for (const host of hosts[concept]) index.set(host, (index.get(host) ?? 0) | (1 << bit));
  });
  return index;
}

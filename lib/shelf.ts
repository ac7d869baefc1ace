// In: appeals that were hidden. Out: the latest of each publication with its link, kept so that the reader can give later.
import * as v from 'valibot';
import { MAX_LINK } from './page/prompt-info';
import { asRecord } from './salvage';
import { createStore } from './store';

/** Publications on the shelf; those not met for longest go first. */
export const MAX_SHELF = 500;

/** In characters. */
const MAX_TITLE = 200;

const ENTRY = v.object({
  /** First words of the appeal met last. */
  title: v.pipe(v.string(), v.maxLength(MAX_TITLE)),
  /** Where it leads to; '' where it had no link. */
  link: v.union([v.literal(''), v.pipe(v.string(), v.maxLength(MAX_LINK), v.regex(/^https?:\/\/[^\s]+$/i))]),
  /** When it was hidden last, in ms since 1970. */
  at: v.pipe(v.number(), v.minValue(0)),
  /** How many were hidden. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type ShelfEntry = Readonly<v.InferOutput<typeof ENTRY>>;
export type Shelf = Readonly<Record<string, ShelfEntry>>;

export const shelfSchema = v.pipe(v.record(v.pipe(v.string(), v.maxLength(253)), ENTRY), v.maxEntries(MAX_SHELF));

/** The valid entries, latest first. */
export function parseShelf(stored: unknown): Shelf {
  const valid = Object.entries(asRecord(stored)).filter((one): one is [string, ShelfEntry] => one[0].length <= 253 && v.is(ENTRY, one[1]));
  return Object.fromEntries(valid.sort(([, a], [, b]) => b.at - a.at).slice(0, MAX_SHELF));
}

export const shelfStore = createStore('shelf', parseShelf);

/** Puts hidden appeals of a site on the shelf; the last one is what is shown. */
export function withAppealsOf(shelf: Shelf, site: string, appeals: readonly { readonly title: string; readonly link: string }[], now: number): Shelf {
  const shown = appeals.findLast(({ link }) => link !== '') ?? appeals.at(-1);
  if (!shown || site === '') return shelf;
  const before = Object.hasOwn(shelf, site) ? shelf[site] : undefined;
  const entry: ShelfEntry = {
    title: shown.title.slice(0, MAX_TITLE),
    link: shown.link || (before?.link ?? ''),
    at: now,
    count: (before?.count ?? 0) + appeals.length,
  };
  return { ...shelf, [site]: entry };
}

export function withoutEntry(shelf: Shelf, site: string): Shelf {
  const { [site]: _, ...others } = shelf;
  return others;
}

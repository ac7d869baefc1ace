// In: settings, and what is known of when each of them was changed. Out: small records that two devices can merge. Pure.
import * as v from 'valibot';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../settings';

/** One setting or one site. Without a value it was taken away. */
const RECORD = v.object({ at: v.pipe(v.number(), v.minValue(0)), value: v.optional(v.unknown()) });
export type SyncRecord = Readonly<v.InferOutput<typeof RECORD>>;
/** By place: `mode`, `kinds.promo`, `sites.news.example`. */
export type SyncRecords = Readonly<Record<string, SyncRecord>>;

export const isRecord = (value: unknown): value is SyncRecord => v.is(RECORD, value);

/** That a site was taken away is remembered for so long, in ms: a device that is offline for longer may bring it back. */
const FORGET_MS = 90 * 24 * 3600 * 1000;
/** Settings that are two levels deep. */
const NESTED = ['kinds', 'sites'] as const;

export function flatten(settings: Settings): Readonly<Record<string, unknown>> {
  const { kinds, sites, ...plain } = settings;
  const deep = Object.entries({ kinds, sites }).flatMap(([name, inner]) => Object.entries(inner).map(([key, value]) => [`${name}.${key}`, value] as const));
  return Object.fromEntries([...Object.entries(plain), ...deep]);
}

export function unflatten(records: SyncRecords): Settings {
  const raw: Record<string, unknown> = { kinds: {}, sites: {} };
  for (const [place, { value }] of Object.entries(records)) {
    if (value === undefined) continue;
    const outer = NESTED.find((name) => place.startsWith(`${name}.`));
    if (outer) (raw[outer] as Record<string, unknown>)[place.slice(outer.length + 1)] = value;
    else raw[place] = value;
  }
  return parseSettings(raw);
}

/** What a device that joins brings with it: less than anything that was ever changed on one that had joined before. */
export function firstRecords(settings: Settings): SyncRecords {
  const usual = flatten(DEFAULT_SETTINGS);
  return Object.fromEntries(Object.entries(flatten(settings)).map(([place, value]) => [place, { at: same(value, usual[place]) ? 0 : 1, value }]));
}

/** Without those that are to be forgotten. Of what is merged, since the account remembers them as well. */
export function remembered(records: SyncRecords, now: number): SyncRecords {
  return Object.fromEntries(Object.entries(records).filter(([, { at, value }]) => value !== undefined || now - at <= FORGET_MS));
}

/** Notes what has changed since `known`. `now` is in ms since 1970. */
export function stamped(known: SyncRecords, settings: Settings, now: number): SyncRecords {
  const flat = flatten(settings);
  const places = new Set([...Object.keys(known), ...Object.keys(flat)]);
  return Object.fromEntries(
    Array.from(places, (place) => {
      const before = known[place];
      const value = flat[place];
      if (before && same(before.value, value)) return [place, before];
      // Later than what it changes, whatever the clocks of the two devices say.
      const at = Math.max(now, (before?.at ?? 0) + 1);
      return [place, value === undefined ? { at } : { at, value }];
    }),
  );
}

/** The later of each; both devices come to the same whichever is asked. */
export function merged(a: SyncRecords, b: SyncRecords): SyncRecords {
  const all: Record<string, SyncRecord> = { ...a };
  for (const [place, theirs] of Object.entries(b)) {
    const ours = all[place];
    if (!ours || theirs.at > ours.at || (theirs.at === ours.at && text(theirs) > text(ours))) all[place] = theirs;
  }
  return all;
}

export const same = (a: unknown, b: unknown): boolean => text(a) === text(b);

/** As JSON, the order of names aside. */
function text(value: unknown): string {
  const sorted = (_: string, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  return JSON.stringify(value, sorted) ?? '';
}

// In: whatever extension storage holds. Out: valid settings, their changes, and the only way to write them.
import * as v from 'valibot';
import { KINDS, recordOf } from './engine/types';
import { asRecord, salvage } from './salvage';
import { createStore } from './store';

export const MODES = ['off', 'highlight', 'hide'] as const;
export type Mode = (typeof MODES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export const PALETTES = ['calm', 'vivid', 'distinct'] as const;
export type Palette = (typeof PALETTES)[number];

/** `supported`: the reader gives already. `ask`: its appeals show. `weekly`: one of them shows each week. */
export const APPEALS = ['supported', 'ask', 'weekly'] as const;
export type Appeals = (typeof APPEALS)[number];

const mode = v.picklist(MODES);
const eachKind = recordOf(KINDS, () => v.boolean());
const SITE_FIELDS = {
  mode: v.optional(mode),
  kinds: v.optional(v.partial(v.object(eachKind))),
  appeals: v.optional(v.picklist(APPEALS)),
  /** Put back to highlighting by the drift alarm; the reader has not said anything to it yet. */
  drifted: v.optional(v.literal(true)),
};
const HOST = v.pipe(v.string(), v.regex(/^[^\s/?#@]+$/), v.maxLength(253));
/** Sites with settings of their own; more are not kept. */
export const MAX_SITES = 3000;

const FIELDS = {
  mode,
  kinds: v.object(eachKind),
  /** By host name as `siteKey` writes it. */
  sites: v.pipe(v.record(HOST, v.object(SITE_FIELDS)), v.maxEntries(MAX_SITES)),
  theme: v.picklist(THEMES),
  /** Colours of the kinds. */
  palette: v.picklist(PALETTES),
  /** Keeps hidden appeals, so that the reader can give later. */
  shelf: v.boolean(),
  /** Counts what was hidden. */
  statistics: v.boolean(),
  /** Offers to start hiding once the reader has seen for a while what would be hidden. */
  ramp: v.boolean(),
  /** Shows a small button where a prompt is hidden. */
  stubs: v.boolean(),
  /** Goes back to highlighting on sites that suddenly look different. */
  driftAlarm: v.boolean(),
};

/** Takes whole, valid settings only; for files from outside. */
export const settingsSchema = v.object(FIELDS);
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;
/** What the reader chose for one site; a missing field means "as everywhere". */
export type SiteSettings = Readonly<v.InferOutput<v.ObjectSchema<typeof SITE_FIELDS, undefined>>>;

export const DEFAULT_SETTINGS: Settings = {
  mode: 'hide',
  kinds: { fundraising: true, newsletter: true, promo: true },
  sites: {},
  theme: 'system',
  palette: 'calm',
  shelf: true,
  statistics: true,
  ramp: false,
  stubs: true,
  driftAlarm: false,
};

/** Settings from a stored value; every field that is not valid falls back by itself, the others are kept. */
export function parseSettings(stored: unknown): Settings {
  const raw = asRecord(stored);
  const sites = Object.entries(asRecord(raw.sites)).slice(0, MAX_SITES).flatMap(([host, value]) => {
    const site = parseSite(value);
    return v.is(HOST, host) && Object.keys(site).length > 0 ? [[host, site] as const] : [];
  });
  return {
    ...salvage(FIELDS, raw, DEFAULT_SETTINGS),
    kinds: salvage(eachKind, raw.kinds, DEFAULT_SETTINGS.kinds),
    sites: Object.fromEntries(sites),
  };
}

function parseSite(value: unknown): SiteSettings {
  const { kinds: _, ...site } = salvage(SITE_FIELDS, value, {});
  const kinds = salvage(eachKind, asRecord(value).kinds, {});
  return Object.keys(kinds).length > 0 ? { ...site, kinds } : site;
}

export const settingsStore = createStore('settings', parseSettings);
export const { load: loadSettings, watch: watchSettings, update: updateSettings } = settingsStore;

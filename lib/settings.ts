// In: whatever extension storage holds. Out: valid settings, their changes, and the only way to write them.
import { storage } from 'wxt/utils/storage';
import { KINDS, type Kind } from './engine/types';

export const MODES = ['off', 'highlight', 'hide'] as const;
export type Mode = (typeof MODES)[number];

/** What the reader chose for one site; a missing field means "as everywhere". */
export interface SiteSettings {
  readonly mode?: Mode;
}

const DEFAULTS = {
  mode: 'hide' as Mode,
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, true])) as Record<Kind, boolean>,
  /** By host name as `siteKey` writes it. */
  sites: {} as Record<string, SiteSettings>,
};
export type Settings = Readonly<typeof DEFAULTS>;
export const DEFAULT_SETTINGS: Settings = DEFAULTS;

/** What holds on one page, site settings applied. */
export interface PageSettings {
  readonly mode: Mode;
  readonly kinds: Readonly<Record<Kind, boolean>>;
}

// Stored as unknown: an older version, another device or a damaged profile may have written anything.
const item = storage.defineItem<unknown>('local:settings', { fallback: null, version: 1, migrations: {} });

/** Settings from a stored value; every field that is not valid falls back by itself, the others are kept. */
export function parseSettings(stored: unknown): Settings {
  const raw = asRecord(stored);
  const kinds = asRecord(raw.kinds);
  const sites = Object.entries(asRecord(raw.sites)).flatMap(([host, value]) => {
    const mode = asRecord(value).mode;
    return isMode(mode) && host !== '' ? [[host, { mode }] as const] : [];
  });
  return {
    mode: isMode(raw.mode) ? raw.mode : DEFAULTS.mode,
    kinds: Object.fromEntries(
      KINDS.map((kind) => [kind, typeof kinds[kind] === 'boolean' ? kinds[kind] : DEFAULTS.kinds[kind]]),
    ) as Record<Kind, boolean>,
    sites: Object.fromEntries(sites),
  };
}

/** The stored settings; defaults when storage cannot be read. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings(await item.getValue().catch(() => null));
}

/** Calls back on every change, from whichever page it was made. Returns the function that stops it. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  return item.watch((value) => {
    callback(parseSettings(value));
  });
}

let lastWrite: Promise<unknown> = Promise.resolve();

/** Reads, changes and writes the settings, one change after the other, so that quick clicks do not undo each other. */
export function updateSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const write = lastWrite.then(async () => {
    const next = parseSettings(change(await loadSettings()));
    await item.setValue(next);
    return next;
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** The name a site's settings are kept under: its host, lower case, without `www.`; '' for pages without a host. */
export function siteKey(hostname: string): string {
  return hostname.toLowerCase().replace(/^www\./, '').replace(/\.$/, '');
}

/** What holds on a page of `site`. */
export function settingsFor(settings: Settings, site: string): PageSettings {
  const own = Object.hasOwn(settings.sites, site) ? settings.sites[site] : undefined;
  return { mode: own?.mode ?? settings.mode, kinds: settings.kinds };
}

/** The settings with Unpitch switched on ("as everywhere") or off on one site. */
export function withSite(settings: Settings, site: string, on: boolean): Settings {
  const { [site]: _, ...others } = settings.sites;
  return { ...settings, sites: on ? others : { ...others, [site]: { mode: 'off' } } };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isMode(value: unknown): value is Mode {
  return MODES.includes(value as Mode);
}

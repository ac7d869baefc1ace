// In: settings and the name of a site. Out: what holds there, with what it inherits from the sites above it; and changes to it. Pure.
import { KINDS, type Kind } from './engine/types';
import type { Appeals, Mode, Palette, Settings, SiteSettings } from './settings';

/** What holds on one page, site settings applied. */
export interface PageSettings {
  readonly mode: Mode;
  readonly kinds: Readonly<Record<Kind, boolean>>;
  readonly palette: Palette;
  /** The reader gives to this newsroom: it is thanked where its appeals are hidden. */
  readonly supported: boolean;
}

/** The name a site's settings are kept under: its host, lower case, without `www.`; '' for pages without a host. */
export function siteKey(hostname: string): string {
  return hostname.toLowerCase().replace(/^www\./, '').replace(/\.$/, '');
}

/** A site and those it inherits from, nearest first: `a.b.example` and `b.example`. */
export function lineage(site: string): string[] {
  // The parts of an address in numbers are no family.
  if (/^[\d.]+$|:/.test(site)) return [site];
  const labels = site.split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, i) => labels.slice(i).join('.'));
}

/** The site's own settings and those it inherits, the nearest first for each field. */
export function siteSettings(settings: Settings, site: string): SiteSettings {
  const line = lineage(site).map((name) => own(settings, name)).reverse();
  const kinds = Object.assign({}, ...line.map((one) => one.kinds)) as Partial<Record<Kind, boolean>>;
  return { ...(Object.assign({}, ...line) as SiteSettings), ...(Object.keys(kinds).length > 0 && { kinds }) };
}

/** What holds on a page of `site`. */
export function settingsFor(settings: Settings, site: string): PageSettings {
  const { mode = settings.mode, kinds, appeals } = siteSettings(settings, site);
  const merged = { ...settings.kinds, ...kinds };
  return { mode, kinds: appeals === 'ask' ? { ...merged, fundraising: false } : merged, palette: settings.palette, supported: appeals === 'supported' };
}

/** The settings with Unpitch switched on or off on one site. */
export function withSite(settings: Settings, site: string, on: boolean): Settings {
  if (!on) return withSiteMode(settings, site, 'off');
  const next = withSiteMode(settings, site, undefined);
  // Off by inheritance: says the contrary itself.
  const inherited = siteSettings(next, site).mode === 'off';
  return inherited ? withSiteMode(next, site, settings.mode === 'off' ? 'hide' : settings.mode) : next;
}

/** `undefined`: as everywhere. */
export function withSiteMode(settings: Settings, site: string, mode: Mode | undefined): Settings {
  return change(settings, site, { mode, drifted: undefined });
}

/** Switches a kind on one site; nothing of its own is kept where that is what holds anyway. */
export function withSiteKind(settings: Settings, site: string, kind: Kind, on: boolean): Settings {
  const { [kind]: _, ...others } = own(settings, site).kinds ?? {};
  const without = change(settings, site, { kinds: others });
  const holds = { ...settings.kinds, ...siteSettings(without, site).kinds }[kind];
  return holds === on ? without : change(settings, site, { kinds: { ...others, [kind]: on } });
}

export function withAppeals(settings: Settings, site: string, appeals: Appeals | undefined): Settings {
  return change(settings, site, { appeals });
}

/** Puts a site back to highlighting until the reader has looked at it. */
export function withDrift(settings: Settings, site: string): Settings {
  return change(settings, site, { mode: 'highlight', drifted: true });
}

export function withoutSite({ sites, ...settings }: Settings, site: string): Settings {
  const { [site]: _, ...others } = sites;
  return { ...settings, sites: others };
}

/** Whether any kind or the mode of a site differs from everywhere. */
export function isSpecial({ mode, kinds }: SiteSettings): boolean {
  return mode !== undefined || KINDS.some((kind) => kinds?.[kind] !== undefined);
}

function own(settings: Settings, site: string): SiteSettings {
  return Object.hasOwn(settings.sites, site) ? settings.sites[site]! : {};
}

function change(settings: Settings, site: string, fields: { [K in keyof SiteSettings]: SiteSettings[K] | undefined }): Settings {
  const isEmpty = (value: unknown) => value === undefined || (typeof value === 'object' && Object.keys(value as object).length === 0);
  const next = Object.fromEntries(Object.entries({ ...own(settings, site), ...fields }).filter(([, value]) => !isEmpty(value))) as SiteSettings;
  if (Object.keys(next).length === 0) return withoutSite(settings, site);
  return { ...settings, sites: { ...settings.sites, [site]: next } };
}

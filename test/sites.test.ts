import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../lib/settings';
import { lineage, settingsFor, siteKey, siteSettings, withAppeals, withDrift, withSite, withSiteKind, withSiteMode } from '../lib/sites';

const NEWS = 'news.example';
const BLOG = 'blog.news.example';

describe('sites', () => {
  it('go by host, whatever its case and with or without www', () => {
    expect(siteKey('WWW.News.example')).toBe('news.example');
    expect(siteKey('news.example.')).toBe('news.example');
    expect(siteKey('wwwx.example')).toBe('wwwx.example');
  });

  it('are switched off one by one, and on again without a trace', () => {
    const off = withSite(DEFAULT_SETTINGS, NEWS, false);
    expect(settingsFor(off, NEWS).mode).toBe('off');
    expect(settingsFor(off, 'other.example').mode).toBe('hide');
    expect(withSite(off, NEWS, true)).toEqual(DEFAULT_SETTINGS);
  });

  it('stand in a line, except addresses in numbers', () => {
    expect(lineage('a.b.example')).toEqual(['a.b.example', 'b.example']);
    expect(lineage('localhost')).toEqual(['localhost']);
    expect(lineage('127.0.0.1')).toEqual(['127.0.0.1']);
    expect(lineage('[::1]')).toEqual(['[::1]']);
    expect(lineage('')).toEqual(['']);
  });
});

describe('inheritance', () => {
  it('gives a subdomain what its site has, field by field, but never the other way round', () => {
    let settings: Settings = withSiteMode(DEFAULT_SETTINGS, NEWS, 'highlight');
    settings = withSiteKind(settings, NEWS, 'promo', false);
    expect(settingsFor(settings, BLOG)).toEqual({ mode: 'highlight', kinds: { fundraising: true, newsletter: true, promo: false }, palette: 'calm', supported: false });
    settings = withSiteMode(settings, BLOG, 'off');
    expect(settingsFor(settings, BLOG)).toMatchObject({ mode: 'off', kinds: { promo: false } });
    expect(settingsFor(settings, NEWS).mode).toBe('highlight');
    expect(settingsFor(settings, 'example').mode).toBe('hide');
    expect(settingsFor(settings, 'other-news.example').mode).toBe('hide');
  });

  it('can be contradicted by the switch of a subdomain', () => {
    const off = withSite(DEFAULT_SETTINGS, NEWS, false);
    const on = withSite(off, BLOG, true);
    expect(settingsFor(on, BLOG).mode).toBe('hide');
    expect(settingsFor(on, NEWS).mode).toBe('off');
    expect(withSite(on, BLOG, false).sites[BLOG]).toEqual({ mode: 'off' });
  });
});

describe('kinds of a site', () => {
  it('leave no trace where they say what holds anyway', () => {
    const without = withSiteKind(DEFAULT_SETTINGS, NEWS, 'newsletter', false);
    expect(without.sites).toEqual({ [NEWS]: { kinds: { newsletter: false } } });
    expect(withSiteKind(without, NEWS, 'newsletter', true)).toEqual(DEFAULT_SETTINGS);
    // On the subdomain it does not hold anyway.
    expect(withSiteKind(without, BLOG, 'newsletter', true).sites[BLOG]).toEqual({ kinds: { newsletter: true } });
  });
});

describe('appeals of a site', () => {
  it('show where the reader lets them, and stay hidden where the reader gives', () => {
    expect(settingsFor(withAppeals(DEFAULT_SETTINGS, NEWS, 'ask'), BLOG).kinds.fundraising).toBe(false);
    expect(settingsFor(withAppeals(DEFAULT_SETTINGS, NEWS, 'supported'), NEWS)).toMatchObject({ kinds: { fundraising: true }, supported: true });
    expect(withAppeals(withAppeals(DEFAULT_SETTINGS, NEWS, 'ask'), NEWS, undefined)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('drift', () => {
  it('puts a site back to highlighting until the reader chooses', () => {
    const drifted = withDrift(withAppeals(DEFAULT_SETTINGS, NEWS, 'weekly'), NEWS);
    expect(siteSettings(drifted, NEWS)).toEqual({ mode: 'highlight', drifted: true, appeals: 'weekly' });
    expect(siteSettings(withSiteMode(drifted, NEWS, undefined), NEWS)).toEqual({ appeals: 'weekly' });
  });
});

// An address as written in the page in, where it leads out. Hand-written because `new URL` per link costs more than the whole walk.

import type { LinkRecord } from './records';

const FRAGMENT: LinkRecord = { host: '#', path: '' };
const MAIL: LinkRecord = { host: 'mailto:', path: '' };
const PHONE: LinkRecord = { host: 'tel:', path: '' };
const PATH_LIMIT = 200;

/** Reads an `href`, `src` or `action`. Total: any string gives a record. */
export function readLink(raw: string | null): LinkRecord {
  if (raw === null) return FRAGMENT;
  const address = raw.trim().slice(0, 600);
  if (address === '' || address.startsWith('#')) return FRAGMENT;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return MAIL;
  if (scheme === 'tel' || scheme === 'sms') return PHONE;
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return FRAGMENT;
  const start = address.indexOf('//');
  if (scheme === undefined && start !== 0) return { host: '', path: address.slice(0, PATH_LIMIT).toLowerCase() };
  const rest = address.slice(start + 2);
  const end = rest.search(/[/?#]/);
  const authority = (end < 0 ? rest : rest.slice(0, end)).toLowerCase();
  return { host: hostOf(authority), path: end < 0 ? '/' : rest.slice(end, end + PATH_LIMIT).toLowerCase() };
}

function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '');
  return host.startsWith('www.') ? host.slice(4) : host;
}

/**
 * The part of a host name that one owner registers: two labels, three where the second-level label is a
 * registry's own ('co.uk', 'com.br'). The public suffix list would be exact and 100 kB.
 */
export function registrableDomain(host: string): string {
  const labels = host.split('.');
  if (labels.length <= 2) return host;
  const second = labels[labels.length - 2]!;
  const top = labels[labels.length - 1]!;
  const registry = top.length === 2 && (second.length <= 3 || /^(?:gov|info|asso|press|news)$/.test(second));
  return labels.slice(registry ? -3 : -2).join('.');
}

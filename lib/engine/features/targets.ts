// A link in, what it leads to out: the story of another page, a place to give, to subscribe, to share, an app, a shop.

import { hostBit, hostMask, nameBit } from '../lexicon';
import { registrableDomain } from '../links';
import type { LinkRecord } from '../records';

/** Kinds of link targets, counted per block. */
export const LINK_KINDS = ['article', 'own', 'foreign', 'fragment', 'mail', 'donate', 'newsletter', 'paywall', 'account', 'app', 'social', 'shop', 'ad', 'share', 'tags', 'author'] as const;
export const LINKS = LINK_KINDS.length;
const kindIndex = Object.fromEntries(LINK_KINDS.map((kind, index) => [kind, index])) as Record<(typeof LINK_KINDS)[number], number>;

/** Counts what a link leads to, and what its address hints at, in `counts` from `at` on. */
export function countLink(link: LinkRecord, sites: readonly string[], counts: Float32Array, at: number, names: (text: string) => number): void {
  const { host, path } = link;
  const add = (kind: (typeof LINK_KINDS)[number]): void => { counts[at + kindIndex[kind]]! += 1; };
  if (host === '#') return add('fragment');
  if (host === 'mailto:' || host === 'tel:') return add('mail');
  const own = host === '' || sites.includes(registrableDomain(host));
  add(own ? 'own' : 'foreign');
  const purpose = own ? 0 : hostMask(host);
  const looksLikeArticle = namesStory(path);
  if (own && looksLikeArticle) add('article');
  if (purpose & (hostBit('donate') | hostBit('payment'))) add('donate');
  if (purpose & hostBit('newsletter')) add('newsletter');
  if (purpose & hostBit('app')) add('app');
  if (purpose & hostBit('shop')) add('shop');
  if (purpose & hostBit('ad')) add('ad');
  if (purpose & (hostBit('social') | hostBit('podcast'))) add(SHARE_PATH.test(path) ? 'share' : 'social');
  if (own && looksLikeArticle) return;
  const words = names(path.replace(/[?#].*$/, '').slice(0, 80));
  if (words & DONATE_NAMES) add('donate');
  if (words & NEWSLETTER_NAMES) add('newsletter');
  if (words & PAYWALL_NAMES) add('paywall');
  if (words & ACCOUNT_NAMES) add('account');
  if (own && words & TAG_NAMES) add('tags');
  if (own && words & AUTHOR_NAMES) add('author');
}

/** An address that names one story: a long number, a slug of four words, a date, or a page file with a long name. */
function namesStory(path: string): boolean {
  let digits = 0;
  let hyphens = 0;
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (code === 45) hyphens++;
    else if (code >= 48 && code <= 57) digits++;
  }
  // What every alternative of the pattern needs; short addresses of sections have none of it.
  return (digits >= 5 || hyphens >= 3 || path.length >= 25 || (hyphens > 0 && path.includes('rt-'))) && ARTICLE_PATH.test(path);
}

const ARTICLE_PATH = /\d{5,}|[a-z0-9%]+(?:-[a-z0-9%]+){3,}|\/\d{4}\/\d{1,2}\/|[a-z0-9_%-]{25,}(?:\.html?|\.php|\/?$)|\.a?rt-/;
const SHARE_PATH = /share|sharer|intent|submit|send\?|\/pin\/create/;
const DONATE_NAMES = nameBit('donate');
const NEWSLETTER_NAMES = nameBit('newsletter');
const PAYWALL_NAMES = nameBit('paywall');
const ACCOUNT_NAMES = nameBit('account');
const TAG_NAMES = nameBit('tags');
const AUTHOR_NAMES = nameBit('author');

// A link in, what it leads to out: the story of another page, a place to give, to subscribe, to share, an app, a shop.

import { hostBit, hostMask, nameBit } from '../lexicon';
import { registrableDomain } from '../links';
import type { LinkRecord } from '../records';
import { recordOf } from '../types';

/** Kinds of link targets, counted per block. */
export const LINK_KINDS = ['article', 'own', 'foreign', 'fragment', 'mail', 'donate', 'newsletter', 'paywall', 'account', 'app', 'social', 'shop', 'ad', 'share', 'tags', 'author'] as const;
export const LINKS = LINK_KINDS.length;
const KIND = recordOf(LINK_KINDS, (_, index) => index);

/** Counts what a link leads to, and what its address hints at, in `counts` from `at` on. */
export function countLink({ host, path }: LinkRecord, sites: readonly string[], counts: Float32Array, at: number, names: (text: string) => number): void {
  if (host === '#') {
    counts[at + KIND.fragment]!++;
    return;
  }
  if (host === 'mailto:' || host === 'tel:') {
    counts[at + KIND.mail]!++;
    return;
  }
  const own = host === '' || sites.includes(registrableDomain(host));
  counts[at + (own ? KIND.own : KIND.foreign)]!++;
  if (own && namesStory(path)) {
    counts[at + KIND.article]!++;
    return;
  }
  const purpose = own ? 0 : hostMask(host);
  if (purpose !== 0) {
    for (const [hosts, kind] of PURPOSES) if (purpose & hosts) counts[at + kind]!++;
    if (purpose & SOCIAL_HOSTS) counts[at + (SHARE_PATH.test(path) ? KIND.share : KIND.social)]!++;
  }
  const words = names(pathOf(path).slice(0, 80));
  if (words === 0) return;
  for (const [hint, kind] of HINTS) if (words & hint) counts[at + kind]!++;
  if (own && words & TAG_NAMES) counts[at + KIND.tags]!++;
  if (own && words & AUTHOR_NAMES) counts[at + KIND.author]!++;
}

/** Without query and fragment. */
function pathOf(path: string): string {
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
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

const ARTICLE_PATH = /\d{5}|[a-z0-9%](?:-[a-z0-9%]+){3}|\/\d{4}\/\d{1,2}\/|[a-z0-9_%-]{25}(?:\.html?|\.php|\/?$)|\.a?rt-/;
const SHARE_PATH = /share|sharer|intent|submit|send\?|\/pin\/create/;
const SOCIAL_HOSTS = hostBit('social') | hostBit('podcast');
const PURPOSES = [[hostBit('donate') | hostBit('payment'), KIND.donate], [hostBit('newsletter'), KIND.newsletter], [hostBit('app'), KIND.app], [hostBit('shop'), KIND.shop], [hostBit('ad'), KIND.ad]] as const;
const HINTS = [[nameBit('donate'), KIND.donate], [nameBit('newsletter'), KIND.newsletter], [nameBit('paywall'), KIND.paywall], [nameBit('account'), KIND.account]] as const;
const TAG_NAMES = nameBit('tags');
const AUTHOR_NAMES = nameBit('author');

// The written texts of one language, as their files in texts/ hold them.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Appeal { heading?: string; paragraphs: string[]; amounts?: string[]; frequencies?: string[]; button: string; small?: string[] }
export interface Newsletter { heading: string; text?: string[]; placeholder?: string; button: string; consent?: string[]; success?: string; failure?: string; choices?: string[] }
export interface Subscription { heading: string; text: string[]; price: string; button: string; small?: string[] }
export interface Offer { heading: string; text?: string[]; button: string }
/** What a newsroom says in its own voice without asking for anything. */
export interface Notice { heading?: string; paragraphs: string[]; button?: string }
export interface Teaser { headline: string; summary?: string; kicker?: string; time?: string }
export interface Story { headline: string; kicker: string; standfirst: string; paragraphs: string[]; subhead: string; quote: string; list?: string[] }

/** Words that stand around a prompt or a list. */
export interface Words { previous: string; next: string; all: string; close: string }

export interface Texts {
  language: string;
  words: Words;
  direction: 'ltr' | 'rtl';
  site: { name: string; nav: string[]; footer: string[]; copyright: string; search: string; menu: string; login: string; skip: string; cookie: { text: string; accept: string; settings: string } };
  meta: { bylines: string[]; dates: string[]; reading: string[]; share: string[]; tags: string[]; bio: string[]; credits: string[]; notes: string[]; comments: { heading: string; items: string[]; button: string } };
  appeals: Appeal[];
  newsletters: Newsletter[];
  subscriptions: Subscription[];
  offers: Offer[];
  /** Clubs, registrations and plans that speak as appeals do. */
  communities: Offer[];
  notices: Notice[];
  related: { headings: string[]; inline: string[]; teasers: Teaser[] };
  ads: string[];
  stories: Story[];
}

const HERE = dirname(fileURLToPath(import.meta.url));

export function readTexts(): Texts[] {
  const words = JSON.parse(readFileSync(join(HERE, 'words.json'), 'utf8')) as Record<string, Words>;
  return readdirSync(join(HERE, 'texts')).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const texts = JSON.parse(readFileSync(join(HERE, 'texts', name), 'utf8')) as Omit<Texts, 'words'>;
    const own = words[texts.language];
    if (!own) throw new Error(`training/words.json has no words for ${texts.language}.`);
    return { ...texts, words: own };
  });
}

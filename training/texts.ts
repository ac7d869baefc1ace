// The written texts of one language, as their files in texts/ hold them.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Appeal { heading?: string; paragraphs: string[]; amounts?: string[]; frequencies?: string[]; button: string; small?: string[] }
export interface Newsletter { heading: string; text?: string[]; placeholder?: string; button: string; consent?: string[]; success?: string; failure?: string; choices?: string[] }
export interface Subscription { heading: string; text: string[]; price: string; button: string; small?: string[] }
export interface Offer { heading: string; text?: string[]; button: string }
export interface Teaser { headline: string; summary?: string; kicker?: string; time?: string }
export interface Story { headline: string; kicker: string; standfirst: string; paragraphs: string[]; subhead: string; quote: string; list?: string[] }

export interface Texts {
  language: string;
  direction: 'ltr' | 'rtl';
  site: { name: string; nav: string[]; footer: string[]; copyright: string; search: string; menu: string; login: string; skip: string; cookie: { text: string; accept: string; settings: string } };
  meta: { bylines: string[]; dates: string[]; reading: string[]; share: string[]; tags: string[]; bio: string[]; credits: string[]; notes: string[]; comments: { heading: string; items: string[]; button: string } };
  appeals: Appeal[];
  newsletters: Newsletter[];
  subscriptions: Subscription[];
  offers: Offer[];
  related: { headings: string[]; inline: string[]; teasers: Teaser[] };
  ads: string[];
  stories: Story[];
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'texts');

export function readTexts(): Texts[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Texts);
}

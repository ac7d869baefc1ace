// In: what was outlined and disputed, and the mix of words on a site's articles. Out: when to offer hiding, and when a site has drifted.
import * as v from 'valibot';
import { LABELS, type Label } from './engine/types';
import { asRecord, salvage } from './salvage';
import { createStore } from './store';

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const RAMP_FIELDS = {
  articles: COUNT,
  /** Sure prompts that were outlined while the reader looked on. */
  prompts: COUNT,
  /** Those the reader said were none. */
  disputed: COUNT,
  /** Not offered again before so many prompts. */
  askAfter: COUNT,
};
const SHARE = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Articles of a site that are remembered. */
const MAX_SHARES = 12;
const SHARES = v.pipe(v.array(SHARE), v.maxLength(MAX_SHARES));

export interface Trust {
  readonly ramp: Readonly<Record<keyof typeof RAMP_FIELDS, number>>;
  /** By site, oldest first: the share of an article's words that was found to be prompts. */
  readonly mixes: Readonly<Record<string, readonly number[]>>;
}

/** Sites whose mix is remembered; those not visited for longest are forgotten first. */
const MAX_SITES = 200;
/** An article is compared with at least so many of its site. */
const FEW = 6;
/** A share so much above the largest one seen is no chance: a quarter of the page. */
const JUMP = 0.25;
/** Hiding is offered after so many articles and prompts, if no more than this part was disputed. */
const ARTICLES = 10;
const PROMPTS = 20;
const DISPUTED = 0.1;

const NO_RAMP = { articles: 0, prompts: 0, disputed: 0, askAfter: 0 };

export function parseTrust(stored: unknown): Trust {
  const { ramp, mixes } = asRecord(stored);
  const valid = Object.entries(asRecord(mixes)).filter((one): one is [string, number[]] => v.is(SHARES, one[1]));
  return { ramp: salvage(RAMP_FIELDS, ramp, NO_RAMP), mixes: Object.fromEntries(valid.slice(-MAX_SITES)) };
}

/** Takes whole, valid values only; for files from outside. */
export const trustSchema = v.object({ ramp: v.object(RAMP_FIELDS), mixes: v.pipe(v.record(v.string(), SHARES), v.maxEntries(MAX_SITES)) });

export const trustStore = createStore('trust', parseTrust);

export function withOutlined({ ramp, ...trust }: Trust, articles: number, prompts: number): Trust {
  return { ...trust, ramp: { ...ramp, articles: ramp.articles + articles, prompts: ramp.prompts + prompts } };
}

export function withDispute({ ramp, ...trust }: Trust): Trust {
  return { ...trust, ramp: { ...ramp, disputed: Math.min(ramp.disputed + 1, ramp.prompts) } };
}

/** Not now: asks again after as many prompts more. */
export function postponed({ ramp, ...trust }: Trust): Trust {
  return { ...trust, ramp: { ...ramp, askAfter: ramp.prompts + PROMPTS } };
}

/** Whether the reader has agreed often enough to be offered hiding. */
export function shouldOffer({ articles, prompts, disputed, askAfter }: Trust['ramp']): boolean {
  return articles >= ARTICLES && prompts >= Math.max(PROMPTS, askAfter) && disputed <= prompts * DISPUTED;
}

/** The share of prompts among the words of an article. */
export function promptShare(words: Readonly<Record<Label, number>>): number {
  const all = LABELS.reduce((sum, label) => sum + words[label], 0);
  return all === 0 ? 0 : (words.fundraising + words.newsletter + words.promo) / all;
}

/** Whether an article has far more prompts than any of its site had. */
export function hasDrifted(shares: readonly number[] = [], share: number): boolean {
  return shares.length >= FEW && share > Math.max(...shares) + JUMP;
}

export function withShare({ mixes, ...trust }: Trust, site: string, share: number): Trust {
  const { [site]: before = [], ...others } = mixes;
  // Last in the object: met last.
  return { ...trust, mixes: { ...others, [site]: [...before, share].slice(-MAX_SHARES) } };
}

/** Forgets what a site's articles were like: the reader has looked at the new ones. */
export function withoutMix({ mixes, ...trust }: Trust, site: string): Trust {
  const { [site]: _, ...others } = mixes;
  return { ...trust, mixes: others };
}

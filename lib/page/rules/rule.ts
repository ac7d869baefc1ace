// In: whatever was stored or imported as a rule. Out: valid rules, and what can become of them. Pure.
import { LABELS, type Label } from '../../engine/types';
import { isSelector } from '../selector';

/** A correction by the reader: on this site, what looks like this is that. Outranks the model. */
export interface Rule {
  readonly id: string;
  readonly label: Label;
  /** Finds the blocks by structure alone, on any page of the same template. */
  readonly selector: string;
  /** Their text begins like this; set where structure alone would find others too. */
  readonly start?: string;
  /** Words of the story that the model saw in the matches when the rule was made: more than that is a warning. */
  readonly storyWords: number;
  /** When it was made, in ms since 1970. */
  readonly made: number;
  /** Articles in a row on which it found nothing. */
  readonly misses: number;
  /** Why it is not used any more, until the reader says so. */
  readonly aside?: Aside;
}

/** `stale`: found nothing for a while, so the site has changed. `unsafe`: would have hidden part of a story. */
export type Aside = 'stale' | 'unsafe';

/** Rules by site, as `siteKey` writes it. */
export type RuleBook = Readonly<Record<string, readonly Rule[]>>;

/** Articles in a row without a match after which a rule is set aside: a site has other templates too, for its films, galleries and live logs. */
export const STALE_AFTER = 6;
export const MAX_RULES_PER_SITE = 100;
/** Sites with rules; more are not kept. */
export const MAX_RULE_SITES = 2000;
/** Length of `start`, in characters. */
export const START_LENGTH = 40;

export function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, selector, start, storyWords, made, misses, aside } = value as Record<string, unknown>;
  return (
    typeof id === 'string' && /^[\w-]{1,64}$/.test(id) &&
    LABELS.includes(label as Label) &&
    typeof selector === 'string' && isSelector(selector) &&
    (start === undefined || (typeof start === 'string' && start.length <= START_LENGTH)) &&
    [storyWords, made, misses].every((number) => typeof number === 'number' && Number.isFinite(number) && number >= 0) &&
    (aside === undefined || aside === 'stale' || aside === 'unsafe')
  );
}

/** The valid rules of a stored value; what is not valid is left out. */
export function parseRules(stored: unknown): RuleBook {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const sites = Object.entries(stored).map(([site, rules]) => [site, Array.isArray(rules) ? rules.filter(isRule).slice(0, MAX_RULES_PER_SITE) : []] as const);
  return Object.fromEntries(sites.filter(([site, rules]) => site !== '' && rules.length > 0).slice(-MAX_RULE_SITES));
}

export type RuleChange =
  | { readonly type: 'add'; readonly site: string; readonly rules: readonly Rule[] }
  | { readonly type: 'remove'; readonly site: string; readonly ids: readonly string[] }
  | { readonly type: 'relabel'; readonly site: string; readonly id: string; readonly label: Label }
  /** The reader wants a rule that was set aside to be used again. */
  | { readonly type: 'revive'; readonly site: string; readonly id: string }
  /** What became of the rules on one article. */
  | { readonly type: 'seen'; readonly site: string; readonly met: readonly string[]; readonly missed: readonly string[]; readonly unsafe: readonly string[] };

export function changeRules(book: RuleBook, change: RuleChange): RuleBook {
  return withSite(book, change.site, (rules) => {
    switch (change.type) {
      case 'add':
        return merged(rules, change.rules);
      case 'remove':
        return rules.filter(({ id }) => !change.ids.includes(id));
      case 'relabel':
        return rules.map((rule) => (isOf(rule, change) ? { ...rule, label: change.label } : rule));
      case 'revive':
        return rules.map((rule) => (isOf(rule, change) ? fresh(rule) : rule));
      case 'seen':
        return rules.map((rule) => afterPage(rule, change));
    }
  });
}

function withSite(book: RuleBook, site: string, step: (rules: readonly Rule[]) => readonly Rule[]): RuleBook {
  const { [site]: rules = [], ...others } = book;
  const next = step(rules);
  return next.length > 0 ? { ...others, [site]: next } : others;
}

/** A newer rule about the same blocks takes the place of the older one. */
function merged(known: readonly Rule[], added: readonly Rule[]): readonly Rule[] {
  const isReplaced = (rule: Rule) => added.some(({ id, selector, start }) => isOf(rule, { id }) || (selector === rule.selector && start === rule.start));
  return [...known.filter((rule) => !isReplaced(rule)), ...added].slice(-MAX_RULES_PER_SITE);
}

const isOf = ({ id }: Rule, { id: wanted }: { readonly id: string }) => id === wanted;

function fresh({ aside: _, ...rule }: Rule): Rule {
  return { ...rule, misses: 0 };
}

function afterPage(rule: Rule, { met, missed, unsafe }: Extract<RuleChange, { type: 'seen' }>): Rule {
  if (rule.aside) return rule;
  if (unsafe.includes(rule.id)) return { ...rule, aside: 'unsafe' };
  if (met.includes(rule.id)) return rule.misses === 0 ? rule : { ...rule, misses: 0 };
  if (!missed.includes(rule.id)) return rule;
  const misses = rule.misses + 1;
  return misses >= STALE_AFTER ? { ...rule, misses, aside: 'stale' } : { ...rule, misses };
}

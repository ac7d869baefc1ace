// In: the site's rules and what the reader puts right. Out: classifications corrected accordingly, with a way back.
import { isKind, type Classification, type Label } from '../../engine/types';
import { applyRules, type Applied } from './apply';
import { findMatches, matchesAround } from './match';
import { propose, type Proposal } from './propose';
import { changeRules, type Rule, type RuleBook, type RuleChange } from './rule';

export interface RuleStore {
  readonly load: () => Promise<RuleBook>;
  readonly watch: (callback: (book: RuleBook) => void) => () => void;
  /** Has a change stored, where anything may be stored; false when it cannot be. */
  readonly change: (change: RuleChange) => Promise<boolean>;
}

export interface Corrections {
  /** What is known of all sites has changed; true when that concerns this one. */
  follow(book: RuleBook): boolean;
  apply(classification: Classification): Classification;
  /** Whether the reader has said of this element, of what it lies in or of something in it that it is no clutter. */
  keeps(element: Element): boolean;
  /** Works out the rules that give these elements another label; undefined where that cannot be done. */
  propose(elements: readonly Element[], label: Label, classification: Classification): readonly Proposal[] | undefined;
  /** False when it holds on this page alone, since it could not be stored. */
  save(proposals: readonly Proposal[]): Promise<boolean>;
  /** Takes the last correction of this page back. False when that holds on this page alone, since it could not be stored. */
  undo(): Promise<boolean>;
  /** Tells the store how the rules fared on this article. */
  record(): void;
  /** How many rules of this site are set aside. */
  readonly aside: number;
}

export function createCorrections(document: Document, site: () => string, store: Pick<RuleStore, 'change'>): Corrections {
  let rules: readonly Rule[] = [];
  let last: Applied | undefined;
  /** What was met on this page at any time: a prompt may come late, or go. */
  const met = new Set<string>();
  const recorded = new Set<string>();
  /** Of the corrections of this page, the last one last. */
  const waysBack: RuleChange[][] = [];

  /** Here at once; in the store, and so in the other tabs, soon. */
  function change(step: RuleChange): Promise<boolean> {
    rules = changeRules({ [site()]: rules }, step)[site()] ?? [];
    return store.change(step);
  }

  return {
    get aside() {
      return rules.filter((rule) => rule.aside !== undefined).length + (last?.unsafe.length ?? 0);
    },
    follow(book) {
      const before = JSON.stringify(rules);
      rules = Object.hasOwn(book, site()) ? book[site()]! : [];
      return JSON.stringify(rules) !== before;
    },
    apply(classification) {
      if (!classification.isArticle) return classification;
      last = applyRules(document, classification, rules);
      for (const { id } of last.met) met.add(id);
      return last.classification;
    },
    keeps(element) {
      // A later rule outranks an earlier one; what hides a part of it says nothing of the whole.
      const decisive = rules.findLast((rule) => !rule.aside && (matchesAround(element, rule) || (!isKind(rule.label) && findMatches([element], rule).length > 0)));
      return decisive !== undefined && !isKind(decisive.label);
    },
    propose(elements, label, classification) {
      const proposals = elements.map((element) => propose(document, element, label, classification));
      return proposals.length > 0 && proposals.every((one) => one !== undefined) ? proposals : undefined;
    },
    save(proposals) {
      const added = proposals.map(({ rule }) => rule);
      const replaced = rules.filter(({ selector, start }) => added.some((rule) => rule.selector === selector && rule.start === start));
      waysBack.push([
        { type: 'remove', site: site(), ids: added.map(({ id }) => id) },
        ...(replaced.length > 0 ? [{ type: 'add' as const, site: site(), rules: replaced }] : []),
      ]);
      return change({ type: 'add', site: site(), rules: added });
    },
    async undo() {
      const stored = await Promise.all((waysBack.pop() ?? []).map(change));
      return stored.every((one) => one);
    },
    record() {
      if (!last) return;
      const news = (ids: readonly string[]) => ids.filter((id) => !recorded.has(id));
      const seen = { met: news([...met]), missed: news(last.missed.map(({ id }) => id).filter((id) => !met.has(id))), unsafe: news(last.unsafe.map(({ id }) => id)) };
      if (seen.met.length + seen.missed.length + seen.unsafe.length === 0) return;
      for (const id of [...seen.met, ...seen.missed, ...seen.unsafe]) recorded.add(id);
      void store.change({ type: 'seen', site: site(), ...seen });
    },
  };
}

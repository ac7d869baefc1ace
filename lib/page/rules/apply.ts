// In: a classification and the site's rules. Out: the classification as the reader has corrected it, and how each rule fared.
import { isKind, type Classification, type ClassifiedBlock, type Label, type PromptGroup } from '../../engine/types';
import { holds } from '../dom';
import { findMatches, isUnsafe, isWordless, scopesOf } from './match';
import type { Rule } from './rule';

export interface Applied {
  readonly classification: Classification;
  readonly met: readonly Rule[];
  readonly missed: readonly Rule[];
  /** Would have taken some of the story: not applied. */
  readonly unsafe: readonly Rule[];
}

interface Match {
  readonly element: Element;
  readonly label: Label;
}

/** @param rules of this site, oldest first; a later one outranks an earlier one */
export function applyRules(document: Document, classification: Classification, rules: readonly Rule[]): Applied {
  const met: Rule[] = [];
  const missed: Rule[] = [];
  const unsafe: Rule[] = [];
  const matches: Match[] = [];
  const used = rules.filter(({ aside }) => !aside);
  const scopes = used.length > 0 ? scopesOf(document, classification) : [];
  for (const rule of used) {
    const elements = findMatches(scopes, rule);
    if (elements.length === 0) missed.push(rule);
    else if (isUnsafe(rule, elements, classification)) unsafe.push(rule);
    else {
      met.push(rule);
      matches.push(...elements.map((element) => ({ element, label: rule.label })));
    }
  }
  return { classification: matches.length > 0 ? relabel(classification, matches) : classification, met, missed, unsafe };
}

function relabel(classification: Classification, matches: readonly Match[]): Classification {
  const corrected = new Map<number, Match>();
  classification.blocks.forEach(({ element }, index) => {
    const match = matches.findLast((one) => holds(one.element, element));
    if (match) corrected.set(index, match);
  });
  const blocks = classification.blocks.map((block, index): ClassifiedBlock => {
    const match = corrected.get(index);
    if (!match) return block;
    const { element, text, words } = block;
    return { element, text, words, label: match.label, confidence: 1, reasons: [{ feature: 'rule', value: 1, weight: 1 }] };
  });
  const kept = classification.groups.flatMap((group) => withoutCorrected(group, blocks, corrected));
  const named = matches.flatMap((match, at) => (isWordless(match.element, classification) ? pictureGroup(match, matches.slice(at + 1)) : groupOf(match, corrected)));
  const strays = [...corrected].filter(([, { label }]) => !isKind(label)).map(([index]) => blocks[index]!.element);
  return {
    ...classification,
    blocks,
    groups: [...kept, ...named].sort((a, b) => (a.blocks[0] ?? 0) - (b.blocks[0] ?? 0)),
    mixed: classification.mixed.filter(({ element }) => !strays.some((stray) => holds(element, stray))),
  };
}

/** What the model's group is without the blocks that the reader has judged. */
function withoutCorrected(group: PromptGroup, blocks: readonly ClassifiedBlock[], corrected: ReadonlyMap<number, Match>): PromptGroup[] {
  const rest = group.blocks.filter((index) => !corrected.has(index));
  if (rest.length === group.blocks.length) return [group];
  if (rest.length === 0) return [];
  const keep = rest.map((index) => blocks[index]!.element);
  const spare = group.blocks.flatMap((index) => {
    const match = corrected.get(index);
    // What the reader calls the same may go along.
    return match && match.label !== group.kind ? [match.element, blocks[index]!.element] : [];
  });
  const elements = group.elements.flatMap((element) => narrowed(element, keep, spare));
  return [{ ...group, blocks: rest, elements, hide: group.hide && elements.length > 0 }];
}

/** The topmost elements in `element` that hold some of `keep` and none of `spare`. */
function narrowed(element: Element, keep: readonly Element[], spare: readonly Element[]): Element[] {
  if (!keep.some((one) => holds(element, one))) return [];
  if (!spare.some((one) => holds(element, one) || holds(one, element))) return [element];
  return Array.from(element.children).flatMap((child) => narrowed(child, keep, spare));
}

/** Hidden unless a rule that outranks this one says otherwise of what it lies in. */
function pictureGroup({ element, label }: Match, later: readonly Match[]): PromptGroup[] {
  const last = later.findLast((other) => holds(other.element, element));
  return isKind(label) && (last?.label ?? label) === label ? [{ kind: label, blocks: [], elements: [element], confidence: 1, hide: true }] : [];
}

function groupOf(match: Match, corrected: ReadonlyMap<number, Match>): PromptGroup[] {
  const { element, label: kind } = match;
  const blocks = [...corrected].flatMap(([index, one]) => (one === match ? [index] : []));
  // Within another match that outranks it, nothing is left of it; nor is it hidden where some of it was judged otherwise.
  if (!isKind(kind) || blocks.length === 0) return [];
  const isWhole = ![...corrected.values()].some((other) => other.element !== element && other.label !== kind && holds(element, other.element));
  return [{ kind, blocks, elements: isWhole ? [element] : [], confidence: 1, hide: isWhole }];
}

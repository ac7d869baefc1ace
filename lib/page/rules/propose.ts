// In: an element that the reader wants relabelled. Out: the rule that says so, and what else on the page it would change.
import { isKind, type Classification, type Label } from '../../engine/types';
import { holds, parentOf } from '../dom';
import { compounds, holdOf, type Hold } from '../names';
import { isSelector } from '../selector';
import { findMatches, scopesOf, startOf, storyWordsIn, type Pattern } from './match';
import type { Rule } from './rule';

export interface Proposal {
  readonly rule: Rule;
  /** Everything the rule finds on this page, the element itself included. */
  readonly matches: readonly Element[];
  /** Indices of the blocks that would get another label, those of the element itself left out. */
  readonly others: readonly number[];
}

/** Shorter texts are no way to tell a block, in characters. */
const MIN_START = 8;

/** The rule that finds the element by the least it takes; undefined where nothing about it can be recognised again. */
export function propose(document: Document, element: Element, label: Label, classification: Classification): Proposal | undefined {
  const scopes = scopesOf(document, classification);
  const own = storyWordsIn([element], classification);
  const hides = isKind(label);
  // What hides must not take a word of the story more than the reader pointed at.
  const isSafe = (matches: readonly Element[]) => !hides || storyWordsIn(matches, classification) <= own;
  let best: { readonly pattern: Pattern; readonly matches: readonly Element[] } | undefined;
  for (const { reach, patterns } of tiers(element)) {
    for (const pattern of patterns) {
      const matches = findMatches(scopes, pattern);
      if (!matches.includes(element) || !isSafe(matches)) continue;
      if ((reach === 'one' && matches.length > 1) || (reach === 'alike' && !areAlike(matches, classification))) continue;
      if (!best || matches.length < best.matches.length) best = { pattern, matches };
    }
    if (best) break;
  }
  if (!best || (hides && own === Infinity)) return undefined;
  const rule: Rule = { id: crypto.randomUUID(), label, ...best.pattern, storyWords: Number.isFinite(own) ? own : 0, made: Date.now(), misses: 0 };
  return { rule, matches: best.matches, others: othersOf(element, best.matches, label, classification) };
}

function othersOf(element: Element, matches: readonly Element[], label: Label, { blocks }: Classification): number[] {
  return blocks.flatMap((block, index) =>
    block.label !== label && !holds(element, block.element) && matches.some((match) => holds(match, block.element)) ? [index] : [],
  );
}

/** Whether all in these elements was taken for prompts of one kind, as the teasers of one list are: what is wrong about one is wrong about all. */
function areAlike(elements: readonly Element[], { blocks }: Classification): boolean {
  const labels = elements.map((element) => new Set(blocks.flatMap((block) => (holds(element, block.element) ? [block.label] : []))));
  const [label] = labels[0] ?? [];
  return label !== undefined && isKind(label) && labels.every((one) => one.size === 1 && one.has(label));
}

interface Tier {
  /** A pattern of this tier may find anything, other elements of the same verdict, or the element alone. */
  readonly reach: 'any' | 'alike' | 'one';
  readonly patterns: readonly Pattern[];
}

/** From what survives another article of the same template best, to what survives it least. */
function tiers(element: Element): Tier[] {
  const own = compounds(element);
  const parent = parentOf(element);
  const above = parent ? compounds(parent) : [];
  const holding = (hold: Hold, selectors: readonly string[]) => selectors.filter((one) => isSelector(one) && holdOf(one) === hold);
  const patterns = (selectors: readonly string[]): Pattern[] => selectors.map((selector) => ({ selector }));
  const strong = [...own, ...above.flatMap((name) => own.map((below) => `${name} > ${below}`))];
  const weak = above.map((name) => `${name} > ${element.localName}`);
  const bare = [...(parent ? [`${parent.localName} > ${element.localName}`] : []), element.localName];
  const start = startOf(element);
  return [
    ...(['lasting', 'built'] as const).flatMap((hold): Tier[] => [
      { reach: 'any', patterns: patterns(holding(hold, strong)) },
      // The only paragraph of its box, say, or that of every box in a row of them.
      { reach: 'one', patterns: patterns(holding(hold, weak)) },
      { reach: 'alike', patterns: patterns(holding(hold, weak)) },
    ]),
    { reach: 'any', patterns: start.length < MIN_START ? [] : [...holding('lasting', [...weak, ...strong]), ...bare].map((selector) => ({ selector, start })) },
    // It holds on this page at least, and wherever the name only looks like one that passes.
    { reach: 'any', patterns: patterns(holding('passing', [...strong, ...weak])) },
  ];
}

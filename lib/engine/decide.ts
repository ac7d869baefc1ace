// Probabilities in, labels out: least expected cost, an article guard, and agreement inside small containers.

import type { Context } from './features/context';
import { asksItself, guarded, plausible } from './evidence';
import { KINDS, LABELS, type Kind, type Label } from './types';

const K = LABELS.length;
const ARTICLE = LABELS.indexOf('article');
const OTHER = LABELS.indexOf('other');

/**
 * What calling gold (row) by label (column) costs; article, fundraising, newsletter, promo, other.
 * Hiding the story costs most, hiding a tool of the page next, leaving a prompt in place little. Chosen on cross-validation (docs/model.md).
 */
const COST: readonly (readonly number[])[] = [
  [0, 4, 4, 4, 1],
  [1, 0, 0.6, 0.8, 1],
  [1, 0.6, 0, 0.8, 1],
  [1, 0.8, 0.8, 0, 1],
  [1, 1.6, 1.6, 1.2, 0],
];

/** A block written like the story, standing in the story, is only a prompt when this sure and with evidence of its own. */
const GUARD = 0.8;

/** Index into LABELS per block. */
export const decide = (context: Context, probabilities: Float32Array): Uint8Array => decideWith(context, probabilities, COST);

/** `decide` under other costs, for choosing them. */
export function decideWith(context: Context, probabilities: Float32Array, costs: readonly (readonly number[])[]): Uint8Array {
  const labels = new Uint8Array(context.count);
  for (let i = 0; i < context.count; i++) {
    const label = cheapest(probabilities, i, costs);
    const doubted = isPrompt(label) && (!plausible(context, i, LABELS[label]!) || (guarded(context, i) && !(probabilities[i * K + label]! >= GUARD && asksItself(context, i))));
    labels[i] = doubted ? (probabilities[i * K + ARTICLE]! > probabilities[i * K + OTHER]! ? ARTICLE : OTHER) : label;
  }
  agree(context, probabilities, labels);
  return labels;
}

export const kindOf = (label: number): Kind | undefined => KINDS.find((kind) => kind === (LABELS[label] as Label));
const isPrompt = (label: number): boolean => label !== ARTICLE && label !== OTHER;

function cheapest(probabilities: Float32Array, i: number, costs: readonly (readonly number[])[]): number {
  let best = OTHER;
  let least = Infinity;
  for (let label = 0; label < K; label++) {
    let cost = 0;
    for (let gold = 0; gold < K; gold++) cost += probabilities[i * K + gold]! * costs[gold]![label]!;
    if (cost < least) { least = cost; best = label; }
  }
  return best;
}

/** In a card that is nearly all one kind, the few words called otherwise on thin evidence go along: a close button, a stray line of small print. */
function agree({ card, page, words, body }: Context, probabilities: Float32Array, labels: Uint8Array): void {
  const cards = new Map<number, { from: number; end: number }>();
  for (let i = 0; i < labels.length; i++) {
    const node = page.nodes[card[i]!]!;
    if (node.end - node.first > 1) cards.set(card[i]!, { from: node.first, end: node.end });
  }
  for (const { from, end } of cards.values()) {
    const weight = new Float32Array(K);
    for (let i = from; i < end; i++) weight[labels[i]!]! += 2 + words[i]!;
    const total = weight.reduce((sum, value) => sum + value, 0);
    const kind = weight.indexOf(Math.max(...weight));
    if (!isPrompt(kind) || weight[kind]! < total * 0.7) continue;
    for (let i = from; i < end; i++) {
      if (labels[i] !== kind && body.paragraphs[i] === 0 && probabilities[i * K + ARTICLE]! < 0.3 && probabilities[i * K + labels[i]!]! < 0.9) labels[i] = kind;
    }
  }
}

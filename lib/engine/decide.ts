// Probabilities in, labels out: least expected cost, an article guard, and agreement inside small containers.

import type { Context } from './features/context';
import { CONCEPTS } from './features/context';
import { TEXT_CONCEPTS } from './lexicon/concepts';
import { FIELD } from './records';
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
const ASKING = ['ask', 'donate', 'support', 'mission', 'payment', 'newsletter', 'signup', 'email', 'subscribe', 'offer', 'related', 'ad'].map((name) => TEXT_CONCEPTS.indexOf(name as (typeof TEXT_CONCEPTS)[number]));

/** Index into LABELS per block. */
export function decide(context: Context, probabilities: Float32Array): Uint8Array {
  const labels = new Uint8Array(context.count);
  for (let i = 0; i < context.count; i++) {
    const label = cheapest(probabilities, i);
    labels[i] = isPrompt(label) && guarded(context, i) && !evident(context, probabilities, i, label) ? (probabilities[i * K + ARTICLE]! > probabilities[i * K + OTHER]! ? ARTICLE : OTHER) : label;
  }
  agree(context, probabilities, labels);
  return labels;
}

export const kindOf = (label: number): Kind | undefined => KINDS.find((kind) => kind === (LABELS[label] as Label));
const isPrompt = (label: number): boolean => label !== ARTICLE && label !== OTHER;

function cheapest(probabilities: Float32Array, i: number): number {
  let best = OTHER;
  let least = Infinity;
  for (let label = 0; label < K; label++) {
    let cost = 0;
    for (let gold = 0; gold < K; gold++) cost += probabilities[i * K + gold]! * COST[gold]![label]!;
    if (cost < least) { least = cost; best = label; }
  }
  return best;
}

/** Running text among the body's paragraphs. */
function guarded({ body, page }: Context, i: number): boolean {
  if (body.paragraphs[i] === 1) return true;
  if (body.node < 0 || i < body.first || i > body.last) return false;
  const node = page.nodes[page.blocks[i]!.node]!;
  return node.parent === body.node && (node.tag === 'p' || /^h[2-6]$/.test(node.tag));
}

function evident({ concepts, page, links }: Context, probabilities: Float32Array, i: number, label: number): boolean {
  if (probabilities[i * K + label]! < GUARD) return false;
  const block = page.blocks[i]!;
  if ((block.fields & (FIELD.email | FIELD.submit | FIELD.button)) > 0 || block.linkChars > block.text.length * 0.5) return true;
  const targets = links.length / Math.max(1, page.blocks.length);
  let hits = 0;
  for (const concept of ASKING) hits += concepts[i * CONCEPTS + concept]! > 0 ? 1 : 0;
  return hits >= 2 || (hits >= 1 && block.links.length > 0) || (targets > 0 && block.links.length > 1);
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

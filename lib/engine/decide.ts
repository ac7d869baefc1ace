// Probabilities in, labels out: least expected cost, an article guard, and agreement inside small containers.

import type { Context } from './features/context';
import { asksItself, beginsAppeal, guarded, leadsOn, plausible, speaksToReader, waysOfAsking, type Run } from './evidence';
import { KINDS, LABELS, type Kind, type Label } from './types';

const K = LABELS.length;
const ARTICLE = LABELS.indexOf('article');
const OTHER = LABELS.indexOf('other');
const FUNDRAISING = LABELS.indexOf('fundraising');
const ASKING_KINDS = [FUNDRAISING, LABELS.indexOf('newsletter')];

/**
 * What calling gold (row) by label (column) costs; article, fundraising, newsletter, promo, other.
 * Hiding the story costs most, hiding a tool of the page next, leaving a prompt in place little. Chosen on cross-validation (docs/model.md).
 */
const COST: readonly (readonly number[])[] = [
  [0, 3, 3, 6, 1],
  [1, 0, 0.6, 0.8, 1],
  [1, 0.6, 0, 0.8, 1],
  [1, 0.8, 0.8, 0, 1],
  [1, 1.6, 1.6, 1.2, 0],
];

/** A block that stands in the story as its paragraphs do is only a prompt when this sure and with evidence of its own … */
const GUARD_ALONE = 0.8;
/** … or a teaser that says so … */
const GUARD_LEADING = 0.55;
/** … or as part of a run that is this sure on the whole and asks in several ways. */
const GUARD_RUN = 0.6;
const GUARD_WAYS = 3;
/** Where a story is told in a few long blocks, one that is an appeal throughout asks in several ways itself. */
const LONG_WORDS = 60;
/** A run with which the story ends needs a little less: nothing of the story stands behind it. */
const CLOSING_RUN = 0.5;
const CLOSING_WAYS = 2;
/** Paragraphs before an appeal that closes the story, among which it may have begun. */
const LEAD_IN = 4;
/** Every paragraph in between must be at least this likely to be part of it. */
const LEAD_IN_FROM = 0.1;
/** A block that turns to the reader and asks in this many ways itself is what it asks for as soon as that is likelier than not: costs are for what may be either. */
const PLAIN_WAYS = 4;
const PLAIN_FROM = 0.5;
/** A block between two of one kind goes along when it may well be of that kind. */
const BRIDGE = 0.15;

/** Index into LABELS per block. */
export const decide = (context: Context, probabilities: Float32Array): Uint8Array => decideWith(context, probabilities, COST);

/** `decide` under other costs, for choosing them. */
export function decideWith(context: Context, probabilities: Float32Array, costs: readonly (readonly number[])[]): Uint8Array {
  const labels = Uint8Array.from({ length: context.count }, (_, i) => cheapest(probabilities, i, costs));
  for (let i = 0; i < context.count; i++) {
    for (const kind of ASKING_KINDS) if (probabilities[i * K + kind]! >= PLAIN_FROM && asksPlainly(context, i)) labels[i] = kind;
  }
  for (let i = 1; i + 1 < context.count; i++) {
    const kind = labels[i - 1]!;
    if (labels[i] !== kind && isPrompt(kind) && labels[i + 1] === kind && probabilities[i * K + kind]! >= BRIDGE && probabilities[i * K + ARTICLE]! < 0.5) labels[i] = kind;
  }
  for (const run of runsOf(labels)) check(context, probabilities, labels, run);
  for (const run of runsOf(labels)) if (LABELS[labels[run.first]!] === 'fundraising') leadIn(context, probabilities, labels, run);
  agree(context, probabilities, labels);
  return labels;
}

const asksPlainly = (context: Context, i: number): boolean => waysOfAsking(context, { first: i, end: i + 1 }) >= PLAIN_WAYS && speaksToReader(context, i);

/** Takes back what nothing bears out, and whatever of the story would be hidden on thin evidence. */
function check(context: Context, probabilities: Float32Array, labels: Uint8Array, run: Run): void {
  const label = labels[run.first]!;
  const real = plausible(context, run, LABELS[label]!);
  // Teasers among paragraphs show by their own links; appeals and letters may be written like paragraphs throughout.
  const closes = closing(context, labels, run);
  const sure = LABELS[label] !== 'promo' && meanOf(context, probabilities, run, label) >= (closes ? CLOSING_RUN : GUARD_RUN) && waysOfAsking(context, run) >= (closes ? CLOSING_WAYS : GUARD_WAYS);
  // Where a run begins among paragraphs, those that do not speak to anybody yet may still be the story's last.
  let begun = false;
  for (let i = run.first; i < run.end; i++) {
    const score = probabilities[i * K + label]!;
    begun ||= !guarded(context, i) || speaksToReader(context, i);
    const alone = (score >= GUARD_ALONE && asksItself(context, i)) || (score >= GUARD_LEADING && LABELS[label] === 'promo' && leadsOn(context, i));
    const appeals = label !== FUNDRAISING || (begun && !isWordy(context, i));
    const stands = real && (!guarded(context, i) || ((sure || alone) && appeals));
    if (!stands) labels[i] = probabilities[i * K + ARTICLE]! > probabilities[i * K + OTHER]! ? ARTICLE : OTHER;
  }
}

/** Long for what it asks. */
const isWordy = (context: Context, i: number): boolean => context.words[i]! > LONG_WORDS && waysOfAsking(context, { first: i, end: i + 1 }) < GUARD_WAYS;

/** No paragraph of the story stands behind the run. */
function closing({ body }: Context, labels: Uint8Array, run: Run): boolean {
  for (let i = run.end; i <= body.last; i++) if (body.paragraphs[i] === 1 && labels[i] === ARTICLE) return false;
  return body.last >= 0 && run.end > body.first;
}

/**
 * An appeal that closes the story often warms up in words of the story ("You have read to the end. This took us five months …"): from the
 * earliest of the few paragraphs before it that speaks to the reader and of what appeals speak of, all of them belong to it.
 */
function leadIn(context: Context, probabilities: Float32Array, labels: Uint8Array, run: Run): void {
  const { body } = context;
  if (!closing(context, labels, run) || run.first <= body.first) return;
  const from = Math.max(Math.ceil((body.first + run.first) / 2), run.first - LEAD_IN);
  for (let start = from; start < run.first; start++) {
    if (!beginsAppeal(context, start)) continue;
    for (let i = start; i < run.first; i++) if (probabilities[i * K + FUNDRAISING]! < LEAD_IN_FROM || isWordy(context, i)) return;
    for (let i = start; i < run.first; i++) if (labels[i] === ARTICLE || labels[i] === OTHER) labels[i] = labels[run.first]!;
    return;
  }
}

function runsOf(labels: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < labels.length;) {
    let end = first + 1;
    while (end < labels.length && labels[end] === labels[first]) end++;
    if (isPrompt(labels[first]!)) runs.push({ first, end });
    first = end;
  }
  return runs;
}

function meanOf({ words }: Context, probabilities: Float32Array, { first, end }: Run, label: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = first; i < end; i++) {
    sum += probabilities[i * K + label]! * (2 + words[i]!);
    weight += 2 + words[i]!;
  }
  return sum / weight;
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

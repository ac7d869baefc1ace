// Probabilities in, labels out: least expected cost, then the article's guard, then agreement inside small containers and tables.

import type { Context } from './features/context';
import { speaksToReader, waysOfAsking } from './evidence';
import { looksOf } from './features/looks';
import { check, leadIn } from './guard';
import { ARTICLE, FUNDRAISING, isPrompt, K, NEWSLETTER, OTHER, PROMO, runsOf, type Run } from './runs';
import { dataTables } from './tables';

/**
 * What calling gold (row) by label (column) costs; article, fundraising, newsletter, promo, other.
 * Hiding the story costs most, hiding a tool of the page next, leaving a prompt in place little. Chosen on cross-validation (docs/model.md).
 */
const COST: readonly (readonly number[])[] = [
  [0, 5, 5, 10, 1],
  [1, 0, 0.6, 0.8, 1],
  [1, 0.6, 0, 0.8, 1],
  [1, 0.8, 0.8, 0, 1],
  [1, 3, 3, 1.2, 0],
];

/** A text of so many words without a link tells something, as the story does and promos seldom do: calling the story a promo there costs more, and between two promos it goes along only where it is hardly story. */
const TELLING_WORDS = 20;
const TELLING_COST = 16;
const TELLING_STORY = 0.05;

/** A block that turns to the reader and asks in this many ways itself is what it asks for when that is clearly likelier than not: costs are for what may be either. */
const PLAIN_WAYS = 4;
const PLAIN_FROM = 0.65;
/** What is this sure keeps its label in a card of another; an appeal needs less. */
const SURE = 0.9;
const LIKELIER = 0.5;
/** A block between two of one kind goes along when it may well be of that kind, and is not rather the story. */
const BRIDGE = 0.15;
const BRIDGE_STORY = 0.5;

/** So many look-alikes in one parent are a list, a chat or a ticker: what most of them are, holds for each that brings nothing else to say so. */
const MANY_ALIKE = 8;

/** Index into LABELS per block. */
export function decide(context: Context, probabilities: Float32Array): Uint8Array {
  const labels = Uint8Array.from({ length: context.count }, (_, i) => cheapest(probabilities, i, tells(context, i)));
  for (let i = 0; i < context.count; i++) {
    for (const kind of [FUNDRAISING, NEWSLETTER]) if (labels[i] !== kind && probabilities[i * K + kind]! >= PLAIN_FROM && asksPlainly(context, i)) labels[i] = kind;
  }
  for (let i = 1; i + 1 < context.count; i++) {
    const kind = labels[i - 1]!;
    if (labels[i] === kind || !isPrompt(kind) || labels[i + 1] !== kind) continue;
    const story = kind === PROMO && tells(context, i) ? TELLING_STORY : BRIDGE_STORY;
    if (probabilities[i * K + kind]! >= BRIDGE && probabilities[i * K + ARTICLE]! < story) labels[i] = kind;
  }
  for (const run of runsOf(labels)) check(context, probabilities, labels, run);
  for (const run of runsOf(labels)) if (labels[run.first] === FUNDRAISING) leadIn(context, probabilities, labels, run);
  agree(context, probabilities, labels);
  goAlong(context, labels);
  for (const table of dataTables(context)) {
    const label = cheapest(mean(probabilities, table), 0);
    // Whether cells are a prompt has been looked into above, with the guard.
    if (!isPrompt(label)) labels.fill(label, table.first, table.end);
  }
  return labels;
}

const asksPlainly = (context: Context, i: number): boolean => waysOfAsking(context, { first: i, end: i + 1 }) >= PLAIN_WAYS && speaksToReader(context, i);

const tells = ({ words, page }: Context, i: number): boolean => words[i]! >= TELLING_WORDS && page.blocks[i]!.links.length === 0;

/** Of the kinds of prompt only the likeliest stands to choose: what may be a promo or the story is no appeal because that would cost less. */
function cheapest(probabilities: Float32Array, i: number, telling = false): number {
  let best = OTHER;
  let least = Infinity;
  for (const label of [ARTICLE, likeliestKind(probabilities, i), OTHER]) {
    let cost = 0;
    for (let gold = 0; gold < K; gold++) cost += probabilities[i * K + gold]! * (telling && gold === ARTICLE && label === PROMO ? TELLING_COST : COST[gold]![label]!);
    if (cost < least) { least = cost; best = label; }
  }
  return best;
}

function likeliestKind(probabilities: Float32Array, i: number): number {
  let likeliest = FUNDRAISING;
  for (const kind of [NEWSLETTER, PROMO]) if (probabilities[i * K + kind]! > probabilities[i * K + likeliest]!) likeliest = kind;
  return likeliest;
}

/** Mean probability per label over a run's blocks, each counted once: a table's many figures have no words to weigh by. */
function mean(probabilities: Float32Array, { first, end }: Run): Float32Array {
  const means = new Float32Array(K);
  for (let i = first; i < end; i++) for (let label = 0; label < K; label++) means[label]! += probabilities[i * K + label]! / (end - first);
  return means;
}

/**
 * In a card that is nearly all one kind, the few words called otherwise on thin evidence go along: a close button, a stray line of small print;
 * not an appeal that is likelier one than not, among teasers.
 */
function agree({ card, page, words, body, numbered }: Context, probabilities: Float32Array, labels: Uint8Array): void {
  const cards = new Map<number, { from: number; end: number }>();
  for (let i = 0; i < labels.length; i++) {
    const node = page.nodes[card[i]!]!;
    if (node.end - node.first > 1) cards.set(card[i]!, { from: node.first, end: node.end });
  }
  const thin = (i: number): boolean => probabilities[i * K + ARTICLE]! < 0.3 && probabilities[i * K + labels[i]!]! < (labels[i] === FUNDRAISING ? LIKELIER : SURE);
  for (const { from, end } of cards.values()) {
    const weight = new Float32Array(K);
    for (let i = from; i < end; i++) weight[labels[i]!]! += 2 + words[i]!;
    const total = weight.reduce((sum, value) => sum + value, 0);
    const kind = weight.indexOf(Math.max(...weight));
    if (!isPrompt(kind) || weight[kind]! < total * 0.7) continue;
    for (let i = from; i < end; i++) {
      if (labels[i] !== kind && body.paragraphs[i] === 0 && numbered[i] === 0 && thin(i)) labels[i] = kind;
    }
  }
}

/**
 * A few promos without link or field, among many siblings that look the same and most of which are nothing to hide, are none either, nor are many such siblings right behind one another
 * of which none leads anywhere: the lines of a chat, the rows of a ticker.
 */
function goAlong(context: Context, labels: Uint8Array): void {
  if (!labels.includes(PROMO)) return;
  const { page: { nodes, blocks }, body } = context;
  const looks = looksOf(context).long;
  const keyOf = (i: number): number => nodes[blocks[i]!.node]!.parent * nodes.length + looks[blocks[i]!.node]!;
  const rows = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const row = rows.get(keyOf(i));
    if (row) row.push(i);
    else rows.set(keyOf(i), [i]);
  }
  const leads = (i: number): boolean => blocks[i]!.links.length > 0 || blocks[i]!.fields > 0;
  for (const row of rows.values()) {
    // Among the story's own paragraphs the guard has decided.
    if (row.length < MANY_ALIKE || row.some((i) => body.paragraphs[i] === 1)) continue;
    const [first, last] = [row[0]!, row[row.length - 1]!];
    const unbroken = last - first === row.length - 1 && !row.some(leads);
    if (!unbroken && row.filter((i) => isPrompt(labels[i]!)).length * 2 > row.length) continue;
    for (const i of row) if (labels[i] === PROMO && !leads(i)) labels[i] = OTHER;
  }
}

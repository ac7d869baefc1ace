// Where a block stands: along the page, against the headline and the story's first and last paragraph, among look-alikes.

import { HEADINGS, insideBody } from './markup';
import { asks } from './asks';
import type { Context } from './context';
import { clip, family, flag, log } from './family';
import { looksOf } from './looks';
import { perPage } from './memo';

interface Places {
  /** Nodes with the same parent, tag and names, per node. */
  readonly alike: Int32Array;
  /** Blocks with the same text, per block. */
  readonly echoes: Int32Array;
  /** Levels from the node up to the lowest ancestor that holds the body. */
  readonly levels: Int32Array;
  /** Nearest body paragraphs before and after, block index or -1. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

const placesOf = perPage((context): Places => {
  const { page: { nodes }, body, count, folded } = context;
  const looks = looksOf(context).short;
  const siblings = new Map<number, number>();
  const keyOf = (n: number): number => (nodes[n]!.parent + 1) * nodes.length + looks[n]!;
  for (let n = 0; n < nodes.length; n++) siblings.set(keyOf(n), (siblings.get(keyOf(n)) ?? 0) + 1);
  const texts = new Map<string, number>();
  for (let i = 0; i < count; i++) texts.set(folded[i]!, (texts.get(folded[i]!) ?? 0) + 1);
  const levels = new Int32Array(nodes.length).fill(20);
  const holds = (n: number): boolean => body.node >= 0 && nodes[n]!.first <= nodes[body.node]!.first && nodes[n]!.end >= nodes[body.node]!.end && nodes[n]!.depth <= nodes[body.node]!.depth;
  for (let n = 0; n < nodes.length; n++) {
    levels[n] = holds(n) || nodes[n]!.parent < 0 ? 0 : Math.min(20, levels[nodes[n]!.parent]! + 1);
  }
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count).fill(-1);
  for (let i = 1; i < count; i++) before[i] = body.paragraphs[i - 1] === 1 ? i - 1 : before[i - 1]!;
  for (let i = count - 2; i >= 0; i--) after[i] = body.paragraphs[i + 1] === 1 ? i + 1 : after[i + 1]!;
  return { alike: Int32Array.from(nodes, (_, n) => siblings.get(keyOf(n))!), echoes: Int32Array.from(folded, (text) => texts.get(text)!), levels, before, after };
});

const alikeAt = (c: Context, i: number, up: number): number => {
  let node = c.page.blocks[i]!.node;
  for (let step = 0; step < up && node > 0; step++) node = c.page.nodes[node]!.parent;
  return node >= 0 ? log(placesOf(c).alike[node]!) : 0;
};

const siblingOf = (c: Context, i: number, other: number): number => {
  if (other < 0) return 0;
  const own = c.page.nodes[c.page.blocks[i]!.node]!;
  const their = c.page.nodes[c.page.blocks[other]!.node]!;
  return own.parent !== their.parent ? 0 : own.tag !== their.tag ? 1 : own.names === their.names ? 3 : 2;
};

const wordsFrom = (c: Context, from: number, to: number): number => (from < to ? c.sums.words[to]! - c.sums.words[from]! : 0);

export const structureFeatures = family('place', {
  index: (c, i) => i / Math.max(1, c.count),
  wordsBefore: (c, i) => c.sums.words[i]! / Math.max(1, c.sums.words[c.count]!),
  fromHeadline: (c, i) => (c.body.headline < 0 ? -60 : clip(i - c.body.headline, 50)),
  isHeadline: (c, i) => flag(c.body.headline === i),
  fromFirst: (c, i) => (c.body.first < 0 ? -60 : clip(i - c.body.first, 40)),
  fromLast: (c, i) => (c.body.last < 0 ? -60 : clip(i - c.body.last, 40)),
  wordsFromLast: (c, i) => (c.body.last < 0 ? -1 : log(wordsFrom(c, c.body.last + 1, i))),
  between: (c, i) => flag(c.body.first >= 0 && i > c.body.first && i < c.body.last),
  isBodyParagraph: (c, i) => c.body.paragraphs[i]!,
  toParagraphBefore: (c, i) => (placesOf(c).before[i]! < 0 ? 30 : Math.min(30, i - placesOf(c).before[i]!)),
  toParagraphAfter: (c, i) => (placesOf(c).after[i]! < 0 ? 30 : Math.min(30, placesOf(c).after[i]! - i)),
  siblingBefore: (c, i) => siblingOf(c, i, placesOf(c).before[i]!),
  siblingAfter: (c, i) => siblingOf(c, i, placesOf(c).after[i]!),
  levelsFromBody: (c, i) => placesOf(c).levels[c.page.blocks[i]!.node]!,
  depthInBody: (c, i) => (insideBody(c, i) ? c.page.nodes[c.page.blocks[i]!.node]!.depth - c.page.nodes[c.body.node]!.depth : -1),
  alike: (c, i) => alikeAt(c, i, 0),
  alikeParent: (c, i) => alikeAt(c, i, 1),
  alikeGrand: (c, i) => alikeAt(c, i, 2),
  alikeGreat: (c, i) => alikeAt(c, i, 3),
  echoes: (c, i) => Math.min(5, placesOf(c).echoes[i]!),
  position: (c, i) => Math.min(30, c.page.nodes[c.page.blocks[i]!.node]!.position),
  isLastChild: (c, i) => { const node = c.page.nodes[c.page.blocks[i]!.node]!; return flag(node.parent >= 0 && node.position === c.page.nodes[node.parent]!.children - 1); },
  headingDistance: (c, i) => (c.heading[i]! < 0 ? 40 : Math.min(40, i - c.heading[i]!)),
  headingLevel: (c, i) => (c.heading[i]! < 0 ? 0 : Number(c.page.nodes[c.page.blocks[c.heading[i]!]!.node]!.tag[1]) || 7),
  headingIsHeadline: (c, i) => flag(c.heading[i]! >= 0 && c.heading[i] === c.body.headline),
});

const enclosed = (c: Context, nodes: Int32Array, i: number) => c.page.nodes[nodes[i]!]!;

export const enclosureFeatures = family('extent', {
  cardBlocks: (c, i) => enclosed(c, c.card, i).end - enclosed(c, c.card, i).first,
  cardWords: (c, i) => log(wordsFrom(c, enclosed(c, c.card, i).first, enclosed(c, c.card, i).end)),
  cardIndex: (c, i) => i - enclosed(c, c.card, i).first,
  cardLevels: (c, i) => placesOf(c).levels[c.card[i]!]!,
  cardAlike: (c, i) => log(placesOf(c).alike[c.card[i]!]!),
  boxBlocks: (c, i) => log(enclosed(c, c.box, i).end - enclosed(c, c.box, i).first),
  boxWords: (c, i) => log(wordsFrom(c, enclosed(c, c.box, i).first, enclosed(c, c.box, i).end)),
  boxIndex: (c, i) => log(i - enclosed(c, c.box, i).first),
  boxRest: (c, i) => log(enclosed(c, c.box, i).end - i),
  boxLong: (c, i) => c.sums.long[enclosed(c, c.box, i).end]! - c.sums.long[enclosed(c, c.box, i).first]!,
  boxLevels: (c, i) => placesOf(c).levels[c.box[i]!]!,
  boxInBody: (c, i) => flag(insideBody(c, enclosed(c, c.box, i).first)),
  boxFirstIsHeading: (c, i) => flag(HEADINGS.has(c.page.nodes[c.page.blocks[enclosed(c, c.box, i).first]!.node]!.tag)),
  boxFromLast: (c, i) => (c.body.last < 0 ? -60 : clip(enclosed(c, c.box, i).first - c.body.last, 40)),
  boxTagAside: (c, i) => flag(enclosed(c, c.box, i).tag === 'aside'),
  boxTagFooter: (c, i) => flag(enclosed(c, c.box, i).tag === 'footer'),
  boxTagHeader: (c, i) => flag(enclosed(c, c.box, i).tag === 'header'),
  boxTagSection: (c, i) => flag(enclosed(c, c.box, i).tag === 'section'),
  cardMoney: (c, i) => asks(c, c.card, i, 'money'),
  cardAccount: (c, i) => asks(c, c.card, i, 'account'),
  cardButtons: (c, i) => asks(c, c.card, i, 'button'),
  boxMoney: (c, i) => asks(c, c.box, i, 'money'),
  boxAccount: (c, i) => asks(c, c.box, i, 'account'),
  boxButtons: (c, i) => asks(c, c.box, i, 'button'),
  boxTagForm: (c, i) => flag(enclosed(c, c.box, i).tag === 'form'),
});

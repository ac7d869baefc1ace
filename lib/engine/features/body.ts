// Paragraphs in, the story's body out: the node that holds most running text close below it, and where that text starts and ends.

import { nameBit } from '../lexicon';
import type { NodeRecord, PageRecord } from '../records';

export interface Body {
  /** Node that holds the body, -1 when the page has no running text. */
  readonly node: number;
  /** First and last block of running text of the body, -1 when there is none. */
  readonly first: number;
  readonly last: number;
  /** Block of the story's headline, -1 when none is recognised. */
  readonly headline: number;
  /** 1 for blocks of running text in the body. */
  readonly paragraphs: Uint8Array;
  /** Number of body paragraphs below a node. */
  paragraphsIn(node: NodeRecord): number;
}

/** What a paragraph's words count for its parent, the parent's parent and so on. After Readability, which uses 1, 1/2, 1/3. */
const SHARE_BY_LEVEL = [1, 0.5, 0.25, 0.12];
/** Running text that starts right under the headline is preferred to longer text elsewhere. */
const UNDER_HEADLINE = 1.8;
/** An ancestor takes over when it adds this share of running text, and what it adds is running text by this share. */
const WIDER_GAIN = 0.12;
const WIDER_PURITY = 0.4;
const WIDER_LEVELS = 7;
const ASIDE = new Set(['footer', 'nav', 'aside', 'dialog', 'header']);
const NOT_STORY = nameBit('comments') | nameBit('consent');

export function findBody(page: PageRecord, words: Float32Array, long: Uint8Array, pathNames: Int32Array): Body {
  const { nodes, blocks } = page;
  const strict = runningText(page, long, pathNames);
  // Names mislead at times; a page without any story by the strict reading gets the loose one, as Readability relaxes its flags.
  const running = strict.some((text) => text === 1) ? strict : long;
  const headline = findHeadline(page, words);
  const score = new Float32Array(nodes.length);
  for (let i = 0; i < blocks.length; i++) {
    if (running[i] === 0) continue;
    const own = blocks[i]!.node;
    const weight = words[i]! * (underHeadline(page, headline, i) ? UNDER_HEADLINE : 1);
    let node = nodes[own]!.tag === 'p' || nodes[own]!.children === 0 ? nodes[own]!.parent : own;
    for (const share of SHARE_BY_LEVEL) {
      if (node < 0) break;
      score[node]! += weight * share;
      node = nodes[node]!.parent;
    }
  }
  let best = -1;
  for (let n = 0; n < nodes.length; n++) if (score[n]! > 0 && (best < 0 || score[n]! > score[best]!)) best = n;
  const narrow = best;
  best = widen(page, best, headline, words, running);
  const reach = SHARE_BY_LEVEL.length - 1 + (best >= 0 ? nodes[narrow]!.depth - nodes[best]!.depth : 0);

  const paragraphs = new Uint8Array(blocks.length);
  const before = new Int32Array(blocks.length + 1);
  let first = -1;
  let last = -1;
  for (let i = 0; i < blocks.length; i++) {
    // Deep inside the body stand boxes and teasers.
    if (best >= 0 && i >= nodes[best]!.first && i < nodes[best]!.end && running[i] === 1 && nodes[blocks[i]!.node]!.depth - nodes[best]!.depth <= reach) {
      paragraphs[i] = 1;
      if (first < 0) first = i;
      last = i;
    }
    before[i + 1] = before[i]! + paragraphs[i]!;
  }
  return { node: best, first, last, headline, paragraphs, paragraphsIn: (node) => before[node.end]! - before[node.first]! };
}

function runningText({ nodes, blocks }: PageRecord, long: Uint8Array, pathNames: Int32Array): Uint8Array {
  const beside = new Uint8Array(nodes.length);
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n]!;
    const inHeader = node.tag === 'header' && node.parent >= 0 && nodes[node.parent]!.tag === 'article';
    if ((ASIDE.has(node.tag) && !inHeader) || node.hidden || (node.parent >= 0 && beside[node.parent] === 1)) beside[n] = 1;
  }
  return Uint8Array.from(blocks, (block, i) => (long[i] === 1 && beside[block.node] === 0 && (pathNames[block.node]! & NOT_STORY) === 0 ? 1 : 0));
}

/** Climbs while an ancestor adds running text, but not into another story: a body cut into several containers. */
function widen({ nodes, blocks }: PageRecord, start: number, headline: number, words: Float32Array, running: Uint8Array): number {
  if (start < 0) return start;
  const opensAnother = (i: number): boolean => i !== headline && nodes[blocks[i]!.node]!.tag === 'h1' && words[i]! >= 3;
  const count = (n: number): { all: number; running: number; others: number } => {
    const sum = { all: 0, running: 0, others: 0 };
    for (let i = nodes[n]!.first; i < nodes[n]!.end; i++) {
      sum.all += words[i]!;
      if (running[i] === 1) sum.running += words[i]!;
      if (opensAnother(i)) sum.others++;
    }
    return sum;
  };
  let best = start;
  let held = count(start);
  let node = nodes[start]!.parent;
  for (let level = 0; level < WIDER_LEVELS && node > 0 && nodes[node]!.tag !== 'body'; level++) {
    const wider = count(node);
    if (wider.others > held.others) break;
    const gain = wider.running - held.running;
    if (gain > held.running * WIDER_GAIN && gain > (wider.all - held.all) * WIDER_PURITY) {
      best = node;
      held = wider;
    }
    node = nodes[node]!.parent;
  }
  return best;
}

/** The first h1 that says what the title says, else the first heading that does, else the first h1 of three words. */
function findHeadline({ nodes, blocks, facts }: PageRecord, words: Float32Array): number {
  const title = plain(facts.headline || facts.title);
  let first = -1;
  let heading = -1;
  for (let i = 0; i < blocks.length; i++) {
    const { tag, hidden } = nodes[blocks[i]!.node]!;
    if (!/^h[1-3]$/.test(tag) || hidden || words[i]! < 3) continue;
    const text = plain(blocks[i]!.text);
    const says = title.length >= 8 && text.length >= 8 && (title.includes(text) || text.includes(title));
    if (tag === 'h1' && says) return i;
    if (says && heading < 0) heading = i;
    if (tag === 'h1' && first < 0) first = i;
  }
  return heading >= 0 ? heading : first;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Behind the headline, with no other h1 in between. */
function underHeadline({ nodes, blocks }: PageRecord, headline: number, i: number): boolean {
  if (headline < 0 || i < headline) return false;
  for (let j = headline + 1; j < i; j++) if (nodes[blocks[j]!.node]!.tag === 'h1') return false;
  return true;
}

// Blocks in, everything that several features need out: counts per block, masks per node, prefix sums, the story's body.

import { guessLanguage, type LanguageGuess } from '../language';
import { nameMask, textMatcher } from '../lexicon';
import { TEXT_CONCEPTS } from '../lexicon/concepts';
import { fold } from '../lexicon/match';
import type { BlockRecord, NodeRecord, PageRecord } from '../records';
import { finish } from '../steps';
import { findBody, type Body } from './body';
import { readGlyphs, STOPS, type Glyphs } from './glyphs';
import { numberedSections } from './numbered';
import { countLink, LINKS } from './targets';

export const CONCEPTS = TEXT_CONCEPTS.length;

export interface Context {
  readonly page: PageRecord;
  readonly language: LanguageGuess;
  readonly count: number;
  readonly folded: readonly string[];
  readonly words: Float32Array;
  readonly glyphs: Glyphs;
  /** 1 for blocks that read like a paragraph of running text. */
  readonly long: Uint8Array;
  /** Hits: block × concept. */
  readonly concepts: Float32Array;
  /** Link targets: block × kind. */
  readonly links: Float32Array;
  /** Name concepts of the block's own element, its inline elements and its link paths. */
  readonly ownNames: Int32Array;
  /** Name concepts per node, without those of its ancestors; and with them. */
  readonly nodeNames: Int32Array;
  readonly pathNames: Int32Array;
  /** Controls and images anywhere below a node. */
  readonly nodeFields: Int32Array;
  readonly nodeImages: Int32Array;
  /** Running sums, row i = sums over blocks before i. */
  readonly sums: { readonly words: Float32Array; readonly chars: Float32Array; readonly linkChars: Float32Array; readonly long: Float32Array; readonly concepts: Float32Array; readonly links: Float32Array };
  readonly body: Body;
  /** Per block: the widest ancestor with few blocks and words, and the widest that holds no paragraph of the body. Node indices. */
  readonly card: Int32Array;
  readonly box: Int32Array;
  /** Block index of the heading that governs a block, or -1. */
  readonly heading: Int32Array;
  /** 1 for blocks of a numbered list of sections that is told by the story. */
  readonly numbered: Uint8Array;
}

/** Blocks, or nodes, between two pauses. */
const STEP = 128;
const CARD_BLOCKS = 10;
const CARD_WORDS = 150;
const BOX_WORDS = 700;
const LONG_WORDS = 18;
const HEADING = /^h[1-6]$/;

export const buildContext = (page: PageRecord): Context => finish(contextSteps(page));

/** The same, in steps. */
export function* contextSteps(page: PageRecord): Generator<undefined, Context> {
  const { blocks, nodes, facts } = page;
  const count = blocks.length;
  const words = new Float32Array(count);
  const long = new Uint8Array(count);
  const folded: string[] = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    const block = blocks[i]!;
    words[i] = countWords(block.text);
    long[i] = isParagraph(block, nodes[block.node]!, words[i]!) ? 1 : 0;
    folded[i] = fold(block.hints === '' ? block.text : `${block.text} | ${block.hints}`);
    if (i % STEP === STEP - 1) yield;
  }
  const language = guessLanguage(sampleOf(blocks, long), facts.declaredLanguage);

  yield;
  const matcher = textMatcher(language.active);
  yield;
  const concepts = new Float32Array(count * CONCEPTS);
  const links = new Float32Array(count * LINKS);
  const ownNames = new Int32Array(count);
  const names = memoMask();
  const nodeNames = new Int32Array(nodes.length);
  const pathNames = new Int32Array(nodes.length);
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n]!;
    nodeNames[n] = names(node.names);
    // What html and body are called says something of the page, not of a place in it.
    pathNames[n] = node.tag === 'html' || node.tag === 'body' ? 0 : nodeNames[n]! | (node.parent >= 0 ? pathNames[node.parent]! : 0);
    if (n % STEP === STEP - 1) yield;
  }
  for (let i = 0; i < count; i++) {
    matcher.match(folded[i]!, concepts, i * CONCEPTS);
    const block = blocks[i]!;
    ownNames[i] = nodeNames[block.node]! | names(block.inlineNames);
    for (const link of block.links) countLink(link, facts.sites, links, i * LINKS, names);
    if (i % STEP === STEP - 1) yield;
  }
  const glyphs = readGlyphs(blocks);
  yield;

  const nodeFields = new Int32Array(nodes.length);
  const nodeImages = new Int32Array(nodes.length);
  for (let i = 0; i < count; i++) nodeFields[blocks[i]!.node]! |= blocks[i]!.fields;
  for (let n = nodes.length - 1; n > 0; n--) {
    const node = nodes[n]!;
    nodeImages[n]! += node.images;
    if (node.parent < 0) continue;
    nodeFields[node.parent]! |= nodeFields[n]!;
    nodeImages[node.parent]! += nodeImages[n]!;
  }

  const sums = prefixSums(blocks, words, long, concepts, links);
  yield;
  const body = findBody(page, words, long, pathNames);
  const { card, box } = enclosures(page, sums, body);
  const heading = governingHeadings(page, words);
  return {
    page, language, count, folded, words, glyphs, long, concepts, links, ownNames, nodeNames, pathNames, nodeFields, nodeImages, sums, body, card, box,
    heading, numbered: numberedSections(page, body, heading),
  };
}

/** Words by blanks, or by the Ethiopic sign for one; scripts without blanks count two ideographs, or four letters, as a word. */
export function countWords(text: string): number {
  if (text === '') return 0;
  let count = 1;
  let dense = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 0x1361) count++;
    else if (code >= 0x0e00) dense += code >= 0x3040 && code <= 0x9fff ? 0.5 : (code <= 0x0eff || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)) ? 0.22 : 0;
  }
  return Math.round(count + dense);
}

const SENTENCE_END = new RegExp(`[${STOPS}"”»)]\\s*$`);

function isParagraph(block: BlockRecord, node: NodeRecord, words: number): boolean {
  return words >= LONG_WORDS && block.linkChars < block.text.length * 0.35 && !HEADING.test(node.tag) && (SENTENCE_END.test(block.text) || words >= 2 * LONG_WORDS);
}

function sampleOf(blocks: readonly BlockRecord[], long: Uint8Array): string {
  const paragraphs = blocks.filter((_, i) => long[i] === 1).map((block) => block.text.slice(0, 400));
  const sample = (paragraphs.length >= 2 ? paragraphs : blocks.map((block) => block.text)).join(' ');
  return sample.slice(0, 5000);
}

function memoMask(): (names: string) => number {
  const memo = new Map<string, number>();
  return (names) => {
    if (names === '') return 0;
    const known = memo.get(names);
    if (known !== undefined) return known;
    const mask = nameMask(names);
    memo.set(names, mask);
    return mask;
  };
}

function prefixSums(blocks: readonly BlockRecord[], words: Float32Array, long: Uint8Array, concepts: Float32Array, links: Float32Array): Context['sums'] {
  const count = blocks.length;
  const sums = {
    words: new Float32Array(count + 1), chars: new Float32Array(count + 1), linkChars: new Float32Array(count + 1), long: new Float32Array(count + 1),
    concepts: new Float32Array((count + 1) * CONCEPTS), links: new Float32Array((count + 1) * LINKS),
  };
  for (let i = 0; i < count; i++) {
    sums.words[i + 1] = sums.words[i]! + words[i]!;
    sums.chars[i + 1] = sums.chars[i]! + blocks[i]!.text.length;
    sums.linkChars[i + 1] = sums.linkChars[i]! + blocks[i]!.linkChars;
    sums.long[i + 1] = sums.long[i]! + long[i]!;
    for (let c = 0; c < CONCEPTS; c++) sums.concepts[(i + 1) * CONCEPTS + c] = sums.concepts[i * CONCEPTS + c]! + concepts[i * CONCEPTS + c]!;
    for (let l = 0; l < LINKS; l++) sums.links[(i + 1) * LINKS + l] = sums.links[i * LINKS + l]! + links[i * LINKS + l]!;
  }
  return sums;
}

function enclosures({ nodes, blocks }: PageRecord, sums: Context['sums'], body: Body): { card: Int32Array; box: Int32Array } {
  // Top-down: a node's enclosure is its parent's where that is small enough, else the node itself.
  const cardOf = new Int32Array(nodes.length).fill(-1);
  const boxOf = new Int32Array(nodes.length).fill(-1);
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n]!;
    const above = node.parent;
    const words = sums.words[node.end]! - sums.words[node.first]!;
    if (above >= 0 && cardOf[above]! >= 0) cardOf[n] = cardOf[above]!;
    else if (node.end - node.first <= CARD_BLOCKS && words <= CARD_WORDS && body.paragraphsIn(node) === 0) cardOf[n] = n;
    if (above >= 0 && boxOf[above]! >= 0) boxOf[n] = boxOf[above]!;
    else if (body.paragraphsIn(node) === 0 && words <= BOX_WORDS) boxOf[n] = n;
  }
  const card = new Int32Array(blocks.length);
  const box = new Int32Array(blocks.length);
  blocks.forEach((block, i) => {
    card[i] = cardOf[block.node]! >= 0 ? cardOf[block.node]! : block.node;
    box[i] = boxOf[block.node]! >= 0 ? boxOf[block.node]! : block.node;
  });
  return { card, box };
}

/** A heading element, or a short line all in bold; it governs what follows inside its parent. */
function governingHeadings({ nodes, blocks }: PageRecord, words: Float32Array): Int32Array {
  const heading = new Int32Array(blocks.length).fill(-1);
  const open: { block: number; end: number }[] = [];
  for (let i = 0; i < blocks.length; i++) {
    while (open.length > 0 && open[open.length - 1]!.end <= i) open.pop();
    heading[i] = open.length > 0 ? open[open.length - 1]!.block : -1;
    const block = blocks[i]!;
    const node = nodes[block.node]!;
    const bold = block.boldChars > block.text.length * 0.8 && words[i]! <= 12;
    if (!(HEADING.test(node.tag) || bold) || words[i]! > 25) continue;
    // A heading alone in its wrapper governs what stands beside the wrapper.
    let scope = node.parent;
    while (scope > 0 && nodes[scope]!.end - nodes[scope]!.first <= 1) scope = nodes[scope]!.parent;
    const end = scope >= 0 ? nodes[scope]!.end : blocks.length;
    while (open.length > 0 && open[open.length - 1]!.end <= end) open.pop();
    open.push({ block: i, end });
  }
  return heading;
}

// A block and a label in, whether anything on the page bears the label out: what must be true before the story could ever be hidden.

import { CONCEPTS, type Context } from './features/context';
import { LINK_KINDS, LINKS } from './features/targets';
import { asks } from './features/asks';
import { namesPublication } from './features/voice';
import { nameBit } from './lexicon';
import { MARK } from './features/glyphs';
import { TEXT_CONCEPTS, type TextConcept } from './lexicon/concepts';
import { FIELD } from './records';
import type { Run } from './runs';
import type { Label } from './types';

const concepts = (...names: TextConcept[]): readonly number[] => names.map((name) => TEXT_CONCEPTS.indexOf(name));
const links = (...names: (typeof LINK_KINDS)[number][]): readonly number[] => names.map((name) => LINK_KINDS.indexOf(name));

const GIVING = concepts('donate', 'support', 'mission', 'payment', 'funding');
const VOICE = concepts('we', 'mission', 'support');
const COMMENT = TEXT_CONCEPTS.indexOf('comments');
const COMMENTS = nameBit('comments');
const GIVING_LINKS = links('donate');
const LETTERS = concepts('newsletter', 'signup', 'email');
const LETTER_LINKS = links('newsletter');
const PROMOTING = concepts('related', 'ad', 'subscribe', 'offer', 'newsletter', 'donate');
const ASKING = concepts('ask', 'donate', 'support', 'mission', 'payment', 'funding', 'frequency', 'newsletter', 'signup', 'email', 'subscribe', 'offer', 'related', 'ad');
const YOU = concepts('you');
const ASK = concepts('ask');
const SPEAKING = concepts('we', 'you');
const LEADING = concepts('related', 'ad', 'subscribe', 'offer');
const CAUSE = concepts('ask', 'donate', 'support', 'mission', 'payment', 'funding');
const TURNING = concepts('you', 'ask', 'donate');
const QUOTE = /[“”„«»"「」『』]/;
const HEADING = /^h[2-6]$/;

/**
 * Whether the run, or the boxes its blocks stand in, hold what a prompt of this kind cannot do without: an appeal speaks of giving,
 * names an account or leads to a place to give; a newsletter prompt speaks of mail, takes an address or leads to a letter; a promo
 * among the story's paragraphs leads somewhere or says that it promotes.
 */
export function plausible(context: Context, run: Run, label: Label): boolean {
  const { page, sums, nodeFields, box, card } = context;
  if (label === 'fundraising' && (!hasVoice(context, run) || amongComments(context, run) || !turnsToSomebody(context, run))) return false;
  for (let i = run.first; i < run.end; i++) {
    const around = page.nodes[box[i]!]!;
    for (const range of [run, around]) {
      if (label === 'fundraising' && (has(sums.concepts, CONCEPTS, GIVING, range) || has(sums.links, LINKS, GIVING_LINKS, range))) return true;
      if (label === 'newsletter' && (has(sums.concepts, CONCEPTS, LETTERS, range) || has(sums.links, LINKS, LETTER_LINKS, range))) return true;
    }
    if (label === 'fundraising' && (asks(context, box, i, 'account') > 0 || (asks(context, box, i, 'money') > 0 && asks(context, box, i, 'button') > 0))) return true;
    if (label === 'newsletter' && (nodeFields[box[i]!]! & FIELD.email) > 0) return true;
    if (label === 'promo') {
      const own = page.nodes[card[i]!]!;
      if (!storyGround(context, i) || sums.linkChars[own.end]! > sums.linkChars[own.first]! || nodeFields[card[i]!]! > 0) return true;
      if (has(sums.concepts, CONCEPTS, PROMOTING, run) || has(sums.concepts, CONCEPTS, PROMOTING, own)) return true;
    }
  }
  return false;
}

/**
 * Whether somebody asks for himself: "we", "our work", "support us", the publication's own name, or a button to press. A list of accounts after a flood and an obituary's last
 * line ask for others and are part of the story.
 */
export function hasVoice(context: Context, run: Run): boolean {
  const { page, sums, card, links: targets } = context;
  for (let i = run.first; i < run.end; i++) {
    const own = page.nodes[card[i]!]!;
    if (has(sums.concepts, CONCEPTS, VOICE, run) || has(sums.concepts, CONCEPTS, VOICE, own)) return true;
    if (namesPublication(context, i)) return true;
    const block = page.blocks[i]!;
    if (block.fields > 0 || targets[i * LINKS + GIVING_LINKS[0]!]! > 0 || (block.links.length > 0 && block.linkChars > block.text.length * 0.8)) return true;
  }
  return false;
}

/** Says "you", asks, speaks of giving, or gives a way to follow: a box of a club's dues and figures does none of it. */
function turnsToSomebody(context: Context, run: Run): boolean {
  if (has(context.sums.concepts, CONCEPTS, TURNING, run)) return true;
  for (let i = run.first; i < run.end; i++) {
    const { fields, links: own } = context.page.blocks[i]!;
    if (fields > 0 || own.length > 0 || (context.glyphs.marks[i]! & MARK.account) > 0 || namesPublication(context, i)) return true;
  }
  return false;
}

/** Readers' comments ask for much, and none of it is the newsroom's. */
export function amongComments({ page, pathNames, heading, concepts: hits }: Context, run: Run): boolean {
  const over = heading[run.first]!;
  return (pathNames[page.blocks[run.first]!.node]! & COMMENTS) > 0 || (over >= 0 && hits[over * CONCEPTS + COMMENT]! > 0);
}

/** Different ways in which a run asks: ideas of asking it speaks of, a voice that speaks to somebody, sums or accounts, a way to follow. */
export function waysOfAsking(context: Context, run: Run): number {
  const { sums, page, glyphs } = context;
  let ways = 0;
  for (const concept of ASKING) if (has(sums.concepts, CONCEPTS, [concept], run)) ways++;
  if (has(sums.concepts, CONCEPTS, SPEAKING, run)) ways++;
  if (has(sums.links, LINKS, GIVING_LINKS, run) || has(sums.links, LINKS, LETTER_LINKS, run)) ways++;
  let named = 0;
  let followed = 0;
  for (let i = run.first; i < run.end; i++) {
    const { text, fields, links, linkChars } = page.blocks[i]!;
    if ((glyphs.marks[i]! & (MARK.money | MARK.account)) > 0) named = 1;
    if ((fields & (FIELD.email | FIELD.submit | FIELD.button)) > 0 || (links.length > 0 && linkChars > text.length * 0.8)) followed = 1;
  }
  return ways + named + followed;
}

/** A line that is mostly a link and says, or stands under a heading that says, that it leads on. */
export function leadsOn({ page, concepts: hits, heading }: Context, i: number): boolean {
  const block = page.blocks[i]!;
  if (block.links.length === 0 || block.linkChars < block.text.length * 0.5) return false;
  const over = heading[i]!;
  return LEADING.some((concept) => hits[i * CONCEPTS + concept]! > 0 || (over >= 0 && hits[over * CONCEPTS + concept]! > 0));
}

/** Running text of the body, sections of its numbered list, and what stands among it as its paragraphs, headings, captions and table cells do. */
export function guarded(context: Context, i: number): boolean {
  const { body, numbered, page } = context;
  if (body.paragraphs[i] === 1 || numbered[i] === 1) return true;
  if (!storyGround(context, i)) return false;
  const node = page.nodes[page.blocks[i]!.node]!;
  return (node.parent === body.node && (node.tag === 'p' || HEADING.test(node.tag))) || ['figcaption', 'td', 'th', 'blockquote'].includes(node.tag);
}

/** Evidence in the block itself: a field, mostly link, or words that ask. */
export function asksItself({ concepts: hits, page, links: targets }: Context, i: number): boolean {
  const block = page.blocks[i]!;
  if ((block.fields & (FIELD.email | FIELD.submit | FIELD.button)) > 0 || block.linkChars > block.text.length * 0.5) return true;
  let asked = 0;
  for (const concept of ASKING) if (hits[i * CONCEPTS + concept]! > 0) asked++;
  const leads = GIVING_LINKS.concat(LETTER_LINKS).some((kind) => targets[i * LINKS + kind]! > 0);
  return asked >= 2 || (asked >= 1 && block.links.length > 0) || leads;
}

/** Names the publication, turns to the reader outside quotations, or gives a way to follow: what the story's own paragraphs do not. */
export function speaksToReader(context: Context, i: number): boolean {
  const { text, fields, links, linkChars } = context.page.blocks[i]!;
  if (namesPublication(context, i) || fields > 0 || (links.length > 0 && linkChars > text.length * 0.5) || (context.glyphs.marks[i]! & MARK.account) > 0) return true;
  return !QUOTE.test(text) && YOU.concat(ASK).some((concept) => context.concepts[i * CONCEPTS + concept]! > 0);
}

/** A paragraph that speaks to the reader, not in a quotation, and of giving, of what the newsroom is for or of the publication itself. */
export function beginsAppeal(context: Context, i: number): boolean {
  const { concepts: hits, page } = context;
  const says = (columns: readonly number[]): boolean => columns.some((column) => hits[i * CONCEPTS + column]! > 0);
  return says(YOU) && (says(CAUSE) || namesPublication(context, i)) && !QUOTE.test(page.blocks[i]!.text);
}

/** Between the story's first and last paragraph, inside its body. */
export function storyGround({ body, page }: Context, i: number): boolean {
  if (body.node < 0 || i < body.first || i > body.last) return false;
  const node = page.nodes[body.node]!;
  return i >= node.first && i < node.end;
}

function has(sums: Float32Array, width: number, columns: readonly number[], { first, end }: Run): boolean {
  return columns.some((column) => sums[end * width + column]! > sums[first * width + column]!);
}

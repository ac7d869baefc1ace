// Runs taken for prompts in; taken back whatever of the story they would hide on thin evidence, and widened to where a closing appeal begins.

import type { Context } from './features/context';
import { amongComments, asksItself, beginsAppeal, guarded, hasVoice, leadsOn, plausible, speaksToReader, storyGround, waysOfAsking } from './evidence';
import { ARTICLE, FUNDRAISING, K, OTHER, PROMO, type Run } from './runs';
import { LABELS } from './types';

/** A block that stands in the story as its paragraphs do is only a prompt when this sure and with evidence of its own … */
const GUARD_ALONE = 0.8;
/** … or of which there is hardly a doubt, and in which somebody speaks for himself to the reader: such a one needs no words that are known to ask … */
const GUARD_CERTAIN = 0.93;
/** … or a teaser that says so … */
const GUARD_LEADING = 0.55;
/** … or as part of a run that is this sure on the whole and asks in several ways; one paragraph amid the story is no run. */
const GUARD_RUN = 0.68;
const GUARD_WAYS = 3;
/** Where a story is told in a few long blocks, one that is an appeal throughout asks in several ways itself. */
const LONG_WORDS = 60;
/** A run with which the story ends need ask in fewer: nothing of the story stands behind it. */
const CLOSING_WAYS = 2;
/** Paragraphs before an appeal that closes the story, among which it may have begun. */
const LEAD_IN = 4;
/** Every paragraph in between must be at least this likely to be part of it. */
const LEAD_IN_FROM = 0.2;
/** A box of this many blocks asks in its own voice, whatever asks beside it: a list of accounts after a flood often stands right above the newsroom's own appeal. */
const OWN_VOICE = 3;
/** Ways in which a paragraph asks itself with which an appeal among paragraphs begins. */
const BEGINS_WAYS = 2;
/** What is this sure to be one needs no words that are known to begin one, and none that are known to ask outside of the story. */
const NO_WORDS_FROM = 0.9;

/** Takes back what nothing bears out, and whatever of the story would be hidden on thin evidence. */
export function check(context: Context, probabilities: Float32Array, labels: Uint8Array, run: Run): void {
  const label = labels[run.first]!;
  const mean = meanOf(context, probabilities, run, label);
  // Appeals and letters speak for themselves; what readers write under a story asks for much.
  const own = label !== PROMO && !amongComments(context, run);
  const real = plausible(context, run, LABELS[label]!) || (own && mean >= NO_WORDS_FROM && isApart(context, run));
  // Teasers among paragraphs show by their own links; appeals and letters may be written like paragraphs throughout.
  const closes = closing(context, labels, run);
  const sure = label !== PROMO && (closes || run.end - run.first > 1) && mean >= GUARD_RUN && waysOfAsking(context, run) >= (closes ? CLOSING_WAYS : GUARD_WAYS);
  // Where a run begins among paragraphs, those that do not speak to anybody yet may still be the story's last; a line that leads on to another story begins nothing.
  let begun = label !== FUNDRAISING;
  // Boxes do not lie in each other, so a box is done when the next begins.
  let box = -1;
  let borrowed = false;
  for (let i = run.first; i < run.end; i++) {
    const score = probabilities[i * K + label]!;
    if (label === FUNDRAISING && context.box[i] !== box) {
      box = context.box[i]!;
      borrowed = borrowsVoice(context, run, box);
    }
    begun ||= score >= NO_WORDS_FROM || (!leadsOn(context, i) && (!guarded(context, i) || (speaksToReader(context, i) && waysOfAsking(context, { first: i, end: i + 1 }) >= BEGINS_WAYS)));
    const alone = (score >= GUARD_ALONE && asksItself(context, i)) || (score >= GUARD_LEADING && label === PROMO && leadsOn(context, i));
    const certain = own && score >= GUARD_CERTAIN && speaksToReader(context, i) && hasVoice(context, { first: i, end: i + 1 });
    const appeals = begun && (label !== FUNDRAISING || !isWordy(context, i));
    // The number says that a heading is one of the story's, though it be a link or ask.
    const stands = context.numbered[i] === 0 && !borrowed && (certain || (real && (!guarded(context, i) || ((sure || alone) && appeals))));
    if (!stands) labels[i] = probabilities[i * K + ARTICLE]! > probabilities[i * K + OTHER]! ? ARTICLE : OTHER;
  }
}

/** All of the run stands before, behind or beside the story. */
function isApart(context: Context, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (storyGround(context, i)) return false;
  return true;
}

/** The box is one of several in the run, and nobody asks for himself in it. */
function borrowsVoice(context: Context, run: Run, box: number): boolean {
  const { first, end } = context.page.nodes[box]!;
  const own = { first: Math.max(first, run.first), end: Math.min(end, run.end) };
  return end - first >= OWN_VOICE && own.end - own.first < run.end - run.first && !hasVoice(context, own);
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
export function leadIn(context: Context, probabilities: Float32Array, labels: Uint8Array, run: Run): void {
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

function meanOf({ words }: Context, probabilities: Float32Array, { first, end }: Run, label: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = first; i < end; i++) {
    sum += probabilities[i * K + label]! * (2 + words[i]!);
    weight += 2 + words[i]!;
  }
  return sum / weight;
}

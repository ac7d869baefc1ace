// In: the engine's groups and the page's layout. Out: groups that float judged as a whole, with what they darken the page with.
import { isKind, type ClassifiedBlock, type PromptGroup } from '../engine/types';
import { attribute, findAll, holds, isMatch, parentOf, rectOf, textOf } from './dom';
import { MARK } from './mark';

/** A prompt that lies over the page: bar, slide-in, dialog. */
export interface Layer {
  readonly group: PromptGroup;
  readonly root: Element;
  /** Darkens the page behind `root` and holds nothing else. */
  readonly backdrops: readonly Element[];
}

export interface Judged {
  readonly groups: readonly PromptGroup[];
  readonly layers: readonly Layer[];
}

/** Being over the page is evidence of its own: the share of the engine's confidence that then still suffices to hide. */
const SURE_WHEN_FLOATING = 0.5;
/** Of the words in the whole layer, this share has to be prompt. */
const PROMPT_SHARE = 0.6;
/** A layer with a longer stretch of the story is the page itself. */
const STORY_WORDS = 12;
/** A backdrop covers this share of the window and says at most so many characters ("Close"). */
const COVERED_SHARE = 0.95;
const BACKDROP_TEXT = 20;
/** Neighbours of a layer that are looked at for its backdrop, at every level. */
const NEIGHBOURS = 6;

/** Names of layers that the reader has to answer by himself, whatever else they say. */
const GATE_NAMES = /cookie|consent|gdpr|onetrust|(^|[^a-z])(cmp|age|login|log-in|signin|sign-in)([^a-z]|$)|age-?(gate|check|verif)/i;
const COOKIES = /cookie|куки|クッキー|쿠키/i;

export function judgeFloating(groups: readonly PromptGroup[], blocks: readonly ClassifiedBlock[]): Judged {
  const layers: Layer[] = [];
  const judged = groups.map((group) => {
    const root = group.elements[0] && layerRoot(group.elements[0]);
    if (!root) return group;
    if (isGate(root)) return { ...group, hide: false };
    if (!isPrompt(root, blocks)) return group;
    const whole = { ...group, elements: [root], hide: group.hide || group.confidence >= SURE_WHEN_FLOATING };
    layers.push({ group: whole, root, backdrops: backdropsOf(root) });
    return whole;
  });
  return { groups: judged, layers };
}

/** The outermost element at or around `element` that is out of the page's flow for good; undefined when there is none. */
function layerRoot(element: Element): Element | undefined {
  let root: Element | undefined;
  for (let at: Element | null = element; at && at.localName !== 'body' && at.localName !== 'html'; at = parentOf(at)) {
    if (isLayer(at)) root = at;
  }
  return root;
}

export function isLayer(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky' || isInTopLayer(element);
}

function isInTopLayer(element: Element): boolean {
  return isMatch(element, ':modal, [popover]:popover-open') || (element.localName === 'dialog' && attribute(element, 'open') !== null);
}

/** Cookie and consent dialogs, logins and age checks. */
export function isGate(layer: Element): boolean {
  if (findAll(layer, 'input[type="password" i]').length > 0) return true;
  const named = [layer, ...findAll(layer, ':scope > *, :scope > * > *')];
  if (named.some((element) => ['id', 'class', 'aria-label'].some((name) => GATE_NAMES.test(attribute(element, name) ?? '')))) return true;
  return COOKIES.test(textOf(layer)) && findAll(layer, 'input[type="email" i]').length === 0;
}

function isPrompt(root: Element, blocks: readonly ClassifiedBlock[]): boolean {
  let prompt = 0;
  let all = 0;
  for (const { element, label, words } of blocks) {
    if (!holds(root, element)) continue;
    if (label === 'article' && words >= STORY_WORDS) return false;
    all += words;
    if (isKind(label)) prompt += words;
  }
  return prompt >= all * PROMPT_SHARE;
}

function backdropsOf(root: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = root; at && at.localName !== 'body' && at.localName !== 'html'; at = parentOf(at)) {
    for (const side of ['previousElementSibling', 'nextElementSibling'] as const) {
      let neighbour = at[side];
      for (let i = 0; i < NEIGHBOURS && neighbour; i++, neighbour = neighbour[side]) {
        if (isBackdrop(neighbour)) found.push(neighbour);
      }
    }
  }
  return found;
}

function isBackdrop(element: Element): boolean {
  if (textOf(element).trim().length > BACKDROP_TEXT) return false;
  const { position, display } = getComputedStyle(element);
  if (position !== 'fixed' || findAll(element, 'img, video, iframe, input, form, nav').length > 0) return false;
  // What we hid before has no size any more.
  if (display === 'none') return attribute(element, MARK) === 'hidden';
  const { width, height } = rectOf(element);
  return width >= innerWidth * COVERED_SHARE && height >= innerHeight * COVERED_SHARE;
}

// In: a document, and which of its texts are its story. Out: which of the promises of engine and page it breaks, in words.
import { classify, type Classification } from '../../lib/engine';
import { blocks } from '../../test/fixtures/read';
import { createMarker } from '../../lib/page/mark';
import { planMarks } from '../../lib/page/plan';
import type { PageSettings } from '../../lib/sites';

const URL = 'https://www.paper.example/2025/03/a-story-of-that-day-48213';
/** As in a fresh profile; spelled out, since the settings themselves ask for a browser. */
const FRESH: PageSettings = { mode: 'hide', kinds: { fundraising: true, newsletter: true, promo: true }, palette: 'calm', supported: false };
/** Of a story that is there, more than this may not be hidden: a reader would miss it. */
const MOST_STORY_HIDDEN = 0.5;

export interface Story {
  /** Whether the story's own words, as the page came, stand in this element. */
  readonly isStory: (element: Element) => boolean;
  /** Characters of the story before the page was broken. */
  readonly length: number;
}

export interface Outcome {
  readonly broken: readonly string[];
  readonly isArticle: boolean;
  /** Share of the story's characters that would be hidden; undefined when less than half of the story is left. */
  readonly hiddenShare: number | undefined;
}

/** Characters of the story in a document. */
export const storyLength = (document: Document, isStory: Story['isStory']): number =>
  blocks(document).reduce((sum, { element, text }) => sum + (isStory(element) ? text.length : 0), 0);

export function check(document: Document, story?: Story): Outcome {
  const broken: string[] = [];
  const html = () => document.documentElement.outerHTML;
  // happy-dom drops a style attribute without declarations as soon as one is written and taken away again; browsers keep it where it is.
  for (const element of document.querySelectorAll<HTMLElement>('[style]')) if (!element.style?.cssText) element.removeAttribute('style');
  const before = html();
  const result = classify(document, { url: URL });
  if (html() !== before) broken.push('classify wrote to the page');
  if (told(result) !== told(classify(document, { url: URL }))) broken.push('classify said two things of one page');
  broken.push(...oneBlockEach(document, result), ...nothingOfTheStory(result));

  const marker = createMarker(document);
  const { marks } = planMarks(result.groups, result.mixed, FRESH);
  marker.apply(marks);
  const hidden = [...marks].flatMap(([element, mark]) => (mark === 'hidden' ? [element] : []));
  const hiddenShare = story && shareHidden(document, story, hidden);
  if (hiddenShare !== undefined && hiddenShare > MOST_STORY_HIDDEN) broken.push(`${Math.round(hiddenShare * 100)} % of the story is hidden`);
  marker.clear();
  if (html() !== before) broken.push(`Off did not put the page back: ${difference(before, html())}`);
  return { broken, isArticle: result.isArticle, hiddenShare };
}

const told = ({ blocks: all, groups, ...rest }: Classification): string =>
  JSON.stringify([rest.isArticle, rest.articleConfidence, rest.language, groups.map(({ kind, blocks: members, confidence, hide }) => [kind, members, confidence, hide]), all.map(({ label, confidence, text, words }) => [label, confidence, text, words])]);

/** Every visible text has one block at or above it, and no element is a block twice. */
function oneBlockEach(document: Document, { blocks: all }: Classification): string[] {
  const known = new Set(all.map(({ element }) => element));
  const broken = known.size === all.length ? [] : ['an element is a block twice'];
  for (const { element, text } of blocks(document)) {
    let at: Element | null = element;
    while (at && !known.has(at)) at = at.parentElement;
    if (text && !at && !isUnread(element)) broken.push(`no block for "${text.slice(0, 40)}"`);
  }
  return broken;
}

/** What is not text of the page: drawings, formulas, players, frames, and what the page itself hides. */
const isUnread = (element: Element) => element.closest('[hidden], svg, math, frameset, noframes, datalist, param, audio, video, canvas, object, iframe, select, textarea, map area, picture') !== null;

/** No element that would be hidden holds a block of the article or of the rest of the page. */
function nothingOfTheStory({ blocks: all, groups, mixed }: Classification): string[] {
  const stays = all.filter(({ label }) => label === 'article' || label === 'other');
  const taken = [...groups.filter(({ hide }) => hide).flatMap(({ elements }) => elements), ...mixed.map(({ element }) => element)];
  return taken.some((element) => stays.some((block) => element.contains(block.element))) ? ['a hidden element holds what should stay'] : [];
}

function shareHidden(document: Document, { isStory, length }: Story, hidden: readonly Element[]): number | undefined {
  let [all, gone] = [0, 0];
  for (const { element, text } of blocks(document)) {
    if (!isStory(element)) continue;
    all += text.length;
    if (hidden.some((one) => one.contains(element))) gone += text.length;
  }
  return all > 0 && all >= length / 2 ? gone / all : undefined;
}

/** Where two texts part, with a little around. */
function difference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `${around(a)} became ${around(b)}`;
}

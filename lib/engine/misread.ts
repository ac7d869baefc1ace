// A page's labels in, whether the page as a whole looks misread out: then nothing is hidden, whatever single blocks say.

import { ARTICLE, FUNDRAISING, kindOf, PROMO } from './runs';
import type { Context } from './features/context';
import { KINDS } from './types';

/** Fewer words of story than this are no story to protect; the shortest stories of the corpus keep over 50, but for one page that keeps none. */
const LEAST_STORY = 20;
/** One kind may cover this share of a page's words; on the corpus none covers more than 0.8. */
const MOST_OF_ONE_KIND = 0.9;
/** Of the running text taken for the body, this share may be prompts; on the corpus it is under 0.2 but for one page of appeals. */
const MOST_OF_BODY = 0.5;
/** Paragraphs without links that are taken for promos and appeals may have this many words for each word of the story; on the corpus, the whole training pages and the fixtures it is under 0.6. */
const MOST_TOLD_BY_PROMPTS = 1;
/** Of its characters in links, a paragraph that tells something has fewer than this share. */
const LINKED = 0.2;

/** Reader modes retry with other settings when too little text is left; here the page simply stays as it is. */
export function misread({ count, words, body, long, page }: Context, labels: Uint8Array): boolean {
  const byKind = KINDS.map(() => 0);
  let all = 0;
  let story = 0;
  let running = 0;
  let taken = 0;
  let told = 0;
  for (let i = 0; i < count; i++) {
    const kind = kindOf(labels[i]!);
    all += words[i]!;
    if (labels[i] === ARTICLE) story += words[i]!;
    if (kind) byKind[KINDS.indexOf(kind)]! += words[i]!;
    const { text, linkChars } = page.blocks[i]!;
    if ((labels[i] === PROMO || labels[i] === FUNDRAISING) && long[i] === 1 && linkChars < text.length * LINKED) told += words[i]!;
    if (body.paragraphs[i] === 0) continue;
    running += words[i]!;
    if (kind) taken += words[i]!;
  }
  return story < LEAST_STORY || Math.max(...byKind) > all * MOST_OF_ONE_KIND || taken > running * MOST_OF_BODY || told > story * MOST_TOLD_BY_PROMPTS;
}

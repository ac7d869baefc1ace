// The blocks just before and after, as they look themselves, and what the page says of itself.

import type { Context } from './context';
import { family, flag, log, type FeatureFamily } from './family';
import { HEADINGS } from './markup';
import { perPage } from './memo';
import { LINKS } from './targets';

const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const MEASURES = ['words', 'density', 'long', 'heading', 'sameTag', 'sameParent', 'articleLinks', 'fields'] as const;

export const neighbourFeatures: FeatureFamily = {
  names: OFFSETS.flatMap((offset) => MEASURES.map((measure) => `${offset < 0 ? 'before' : 'after'}${Math.abs(offset)}.${measure}`)),
  fill(context, i, row, at) {
    const { page: { nodes, blocks }, count, words, long, links } = context;
    const own = nodes[blocks[i]!.node]!;
    let to = at;
    for (const offset of OFFSETS) {
      const j = i + offset;
      if (j < 0 || j >= count) {
        row.fill(-1, to, to += MEASURES.length);
        continue;
      }
      const block = blocks[j]!;
      const node = nodes[block.node]!;
      row[to++] = log(words[j]!);
      row[to++] = Math.min(1, block.linkChars / Math.max(1, block.text.length));
      row[to++] = long[j]!;
      row[to++] = flag(HEADINGS.has(node.tag));
      row[to++] = flag(node.tag === own.tag);
      row[to++] = flag(node.parent === own.parent);
      row[to++] = log(links[j * LINKS]!);
      row[to++] = flag(block.fields > 0);
    }
  },
};

/** Letters and figures alone, lower case. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/** Characters, written plainly, that must agree; and what of a text is sure to hold so many. */
const AGREE = 60;
const ENOUGH = 4 * AGREE;

/** The first AGREE characters of a text, written plainly. */
function plainStart(text: string): string {
  const start = plain(text.slice(0, ENOUGH));
  return (start.length > AGREE || text.length <= ENOUGH ? start : plain(text)).slice(0, AGREE);
}

const factsOf = perPage(({ page: { facts: { articleBody, description, author, types } } }) => ({
  body: plain(articleBody),
  description: plain(description.slice(0, 80)),
  author: author.toLowerCase(),
  saysArticle: flag(types.some((type) => /article|posting/.test(type))),
}));

function inArticleBody(context: Context, i: number): number {
  if (context.page.facts.articleBody === '') return -1;
  const start = plainStart(context.page.blocks[i]!.text);
  return start.length < 12 ? -0.5 : flag(factsOf(context).body.includes(start));
}

function namesAuthor(context: Context, i: number): number {
  const { author } = factsOf(context);
  return author.length < 5 || author.length > 80 ? -1 : flag(context.folded[i]!.includes(author));
}

function isDescription(context: Context, i: number): number {
  const { description } = factsOf(context);
  if (description.length < 20) return -1;
  const { text } = context.page.blocks[i]!;
  const first = plain(FIRST_LETTER.exec(text)?.[0] ?? '');
  // Most texts differ in the first letter already.
  return flag(first !== '' && description.startsWith(first) && plain(text.slice(0, 120)).startsWith(description.slice(0, 40)));
}

export const factFeatures = family('fact', {
  inArticleBody,
  namesAuthor,
  isDescription,
  saysArticle: (c) => factsOf(c).saysArticle,
});

export const pageFeatures = family('page', {
  languageKnown: (c) => flag(c.language.active[0] === c.language.language),
});

// The blocks just before and after, as they look themselves, and what the page says of itself.

import { LINKS, type Context } from './context';
import { family, flag, log, type FeatureFamily } from './family';
import { HEADINGS } from './markup';

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
        for (let m = 0; m < MEASURES.length; m++) row[to++] = -1;
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

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const bodies = new WeakMap<Context, string>();

function inArticleBody(context: Context, i: number): number {
  const { articleBody } = context.page.facts;
  if (articleBody === '') return -1;
  let body = bodies.get(context);
  if (body === undefined) {
    body = plain(articleBody);
    bodies.set(context, body);
  }
  const start = plain(context.page.blocks[i]!.text).slice(0, 60);
  return start.length < 12 ? -0.5 : flag(body.includes(start));
}

function namesAuthor(context: Context, i: number): number {
  const { author } = context.page.facts;
  return author.length < 5 || author.length > 80 ? -1 : flag(context.folded[i]!.includes(author.toLowerCase()));
}

export const factFeatures = family('fact', {
  inArticleBody,
  namesAuthor,
  isDescription: (c, i) => { const d = plain(c.page.facts.description.slice(0, 80)); return d.length < 20 ? -1 : flag(plain(c.page.blocks[i]!.text.slice(0, 120)).startsWith(d.slice(0, 40))); },
  saysArticle: (c) => flag(c.page.facts.types.some((type) => /article|posting/.test(type))),
});

export const pageFeatures = family('page', {
  languageKnown: (c) => flag(c.language.active[0] === c.language.language),
});

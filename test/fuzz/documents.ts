// In: nothing. Out: arbitrary pages for fast-check, from plausible ones to heaps of tags, as HTML.
import fc from 'fast-check';

// No template and no frame: happy-dom cannot write the one when it stands in a drawing, and would load the other.
const TAGS = ['div', 'p', 'span', 'a', 'section', 'article', 'aside', 'main', 'ul', 'li', 'h1', 'h2', 'form', 'button', 'label', 'table', 'tr', 'td', 'b', 'em', 'figure', 'figcaption', 'blockquote', 'x-card', 'svg', 'dialog', 'details', 'input', 'img', 'br'];
const WORDS = [
  'The bridge was closed for repair in the spring, and nobody on the island could say when it would open again. ',
  'Sign up for our free newsletter and get the news in your inbox every morning. ',
  'Please support our journalism with a donation of 5 € a month. ',
  'Spenden Sie jetzt: IBAN DE02 1203 0000 0000 2020 51 ', 'Подпишитесь на рассылку ', 'اشترك في النشرة البريدية ', '購読する ', '支持我们 ',
  'Read more', 'Related stories', '12', '\u00a0', '\n\t', '\u202e\u200f\u00ad', '\ud83d\ude00', '&lt;b&gt;', 'constructor', '__proto__',
];
// Our mark with a value of ours is left out: where a page has one, it is taken for a mark that was copied along, and goes.
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  class: ['newsletter', 'support-appeal', 'teaser', 'article-body', 'x', 'constructor __proto__'],
  id: ['body', 'story', 'nodeType', 'signup'],
  href: ['/donate', '/a', 'https://www.paypal.com/donate/', 'mailto:a@b.example', '//', 'http://[', 'javascript:0', ''],
  role: ['dialog', 'complementary', 'none'],
  style: ['display:none', 'display: block !important', 'position:fixed', ';;'],
  hidden: [''], type: ['email', 'hidden', 'submit'], name: ['parentNode', 'attributes', 'style', 'email'], 'data-unpitch': ['mine', ''],
  contenteditable: ['', 'false'], lang: ['de', 'zh-Hant-TW', 'x'],
};

interface Node {
  readonly tag: string;
  readonly attributes: readonly string[];
  readonly inside: readonly (Node | string)[];
}

const attribute = fc.constantFrom(...Object.keys(ATTRIBUTES)).chain((name) => fc.constantFrom(...ATTRIBUTES[name]!).map((value) => `${name}="${value}"`));
const text = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) });

const { node } = fc.letrec<{ node: Node; inside: Node | string }>((tie) => ({
  node: fc.record({ tag: fc.constantFrom(...TAGS), attributes: fc.array(attribute, { maxLength: 3 }), inside: fc.array(tie('inside'), { maxLength: 6 }) }),
  inside: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, tie('node')),
}));

const htmlOf = (part: Node | string): string => (typeof part === 'string' ? part : `<${part.tag} ${part.attributes.join(' ')}>${part.inside.map(htmlOf).join('')}</${part.tag}>`);

const STORY = `<article><h1>A story about a bridge</h1>${`<p>${WORDS[0]!.repeat(3)}</p>`.repeat(5)}</article>`;

/** Trees of plausible elements, alone or around a story that is long enough to be one. */
export const trees = fc.tuple(fc.array(node, { maxLength: 8 }), fc.boolean(), fc.array(node, { maxLength: 8 }))
  .map(([before, story, after]) => `<!doctype html><html lang="en"><head><title>A story about a bridge</title><meta property="og:type" content="article"></head><body>${before.map(htmlOf).join('')}${story ? STORY : ''}${after.map(htmlOf).join('')}</body></html>`);

/** What no parser likes: pieces of tags in any order. */
export const soup = fc.array(fc.oneof(text, fc.constantFrom(...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="`]), '<!--', '-->', '<![CDATA[', '<script>', '</script>', '<style>', '</body>', '<body>', '<html lang=x>', '<frameset>', '&#0;', '">')), { maxLength: 60 }).map((parts) => parts.join(''));

// The texts of one language and a seed in, a whole labelled article page out.

import { Choice } from './random';
import { card, comments as commentsOf, related, turn } from './lists';
import { escape, firstSentence, Parts } from './parts';
import { appeal as appealOf, newsletter, notice, offer, subscription } from './prompts';
import { gallery, story as storyOf } from './story';
import { makeStyle } from './style';
import type { Appeal, Story, Texts } from './texts';

/** A page whose elements carry their label letter in `data-expect` (nearest at or above holds). */
export function makePage(texts: Texts, seed: number): string {
  const choice = new Choice(seed);
  const style = makeStyle(choice);
  const parts = new Parts(texts, style, choice);
  const { site, meta } = texts;
  const [story, other] = choice.some(texts.stories, 2) as [Story, Story | undefined];
  const tag = (semantic: string): string => (style.semantic ? semantic : 'div');
  const link = (label: string, letter?: string): string => parts.element(choice.pick(['li', 'li', 'div']), 'item', `<a href="/${choice.token(5)}/">${escape(label)}</a>`, letter);
  const links = (labels: readonly string[], call?: Line): string => {
    const items = labels.map((label) => link(label));
    if (call) items.splice(choice.between(0, items.length), 0, link(call.text, call.letter));
    return parts.element(choice.pick(['ul', 'div']), 'wrap', items.join(''));
  };

  // A word beside the login that leads to where one gives or signs up is a way around the site.
  const call = choice.chance(0.15) ? parts.element('div', 'button', `<a href="/${choice.token(5)}">${escape(choice.pick([...texts.appeals, ...texts.newsletters]).button)}</a>`) : '';
  const header = parts.element(tag('header'), 'header', (choice.chance(0.4) ? `<a href="#main">${escape(site.skip)}</a>` : '') + `<div><a href="/">${escape(site.name)}</a></div>`
    + parts.element(tag('nav'), 'nav', links(site.nav)) + `<div><a href="/login">${escape(site.login)}</a></div>${call}` + (choice.chance(0.5) ? `<form action="/search"><input type="search" placeholder="${escape(site.search)}"></form>` : ''), 'O');

  const top = [
    choice.chance(0.6) ? parts.text('kicker', story.kicker, 'A') : '',
    parts.element(choice.pick(['h1', 'h1', 'h1', 'h1', 'h1', 'h1', 'h1', 'h1', 'h1', 'h1', 'h2', 'div']), 'headline', escape(story.headline), 'A'),
    choice.chance(0.7) ? parts.element(choice.pick(['p', 'h2', 'div']), 'lead', escape(story.standfirst), 'A') : '',
    choice.chance(0.8) ? parts.text('byline', choice.pick(meta.bylines), 'M') : '',
    choice.chance(0.8) ? parts.text('date', choice.pick(meta.dates), 'M') : '',
    choice.chance(0.3) ? parts.text('date', choice.pick(meta.reading), 'M') : '',
    choice.chance(0.5) ? parts.element('div', 'share', choice.some(meta.share, 4).map((label) => `<a href="#">${escape(label)}</a>`).join(' '), 'M') : '',
    choice.chance(0.4) ? `<figure data-expect="A"><img alt="" src="data:,"><figcaption>${escape(choice.pick(meta.credits))}</figcaption></figure>` : '',
  ];

  if (choice.chance(0.06)) top.push(gallery(parts, story));

  const boxes = promptBoxes(texts, parts, choice);
  const body = storyOf(parts, story).map((html) => ({ html, letter: 'A' }));
  const appeals = boxes.filter((box) => box.letter === 'F');
  const inBody = [...(choice.chance(0.5) ? appeals.slice(0, 1) : []), ...choice.some(boxes, choice.between(0, 2))].filter((box, i, all) => all.indexOf(box) === i);
  // Prompts that stand between or behind paragraphs as if they were some: no box around them.
  const bare = choice.chance(0.6);
  for (const box of inBody) body.splice(choice.chance(0.7) ? body.length : choice.between(1, body.length), 0, bare ? { html: box.content, letter: box.letter } : { html: box.boxed, letter: box.letter });
  if (choice.chance(0.4)) {
    const [line, ...rest] = choice.pick(texts.related.inline).split(/(?<=[::：])\s*/);
    const inline = rest.length > 0 ? `${escape(line!)} <a href="${parts.storyAddress()}">${escape(rest.join(' '))}</a>` : `<a href="${parts.storyAddress()}">${escape(line!)}</a>`;
    body.splice(choice.between(1, body.length), 0, { html: parts.element(style.paragraphTag, 'inline', choice.chance(0.3) ? `<strong>${inline}</strong>` : inline), letter: 'P' });
  }
  // The card of another story, told at length: bare among the paragraphs, or boxed.
  if (other && choice.chance(0.25)) {
    const beginning = card(parts, other);
    body.splice(choice.chance(0.5) ? body.length : choice.between(1, body.length), 0, { html: bare ? beginning : parts.box('related', beginning, 'P', 'aside'), letter: 'P' });
  }
  const piece = (html: string): string => (style.layout === 'components' ? parts.element('div', 'wrap', style.depth > 1 ? `<div>${html}</div>` : html) : html);
  const column = body.map(({ html, letter }) => piece(mark(html, letter))).join('');
  // One line that asks, among the links of the foot.
  const line = choice.chance(0.3) ? lineOf(texts, choice) : undefined;
  // At the page's edges: a bar above everything, a box in its foot.
  const edges = boxes.filter((box) => !inBody.includes(box) && (box.letter === 'F' || box.letter === 'N') && choice.chance(0.25));
  const bars = edges.filter(() => choice.chance(0.35));
  const feet = edges.filter((box) => !bars.includes(box));
  const rest = boxes.filter((box) => !inBody.includes(box) && !edges.includes(box));
  const sideBoxes = rest.filter(() => choice.chance(0.3));
  const after = rest.filter((box) => !sideBoxes.includes(box)).map((box) => box.boxed).join('');
  const tail = (choice.chance(0.5) ? parts.element('div', 'tags', meta.tags.map((label) => `<a href="/tag/${choice.token(4)}">${escape(label)}</a>`).join(' '), 'M') : '')
    + (choice.chance(0.35) ? parts.text('bio', choice.pick(meta.bio), 'M') : '');
  const comments = choice.chance(0.35) ? parts.box('comments', commentsOf(parts), 'O', 'section') : '';
  const onwards = choice.chance(0.3) ? parts.element(tag('nav'), 'wrap', turn(parts, texts.related.teasers), 'P') : '';

  const bodyHtml = choice.chance(0.8) ? parts.element('div', 'body', column) : column;
  const article = parts.element(tag('article'), 'article', `${top.join('')}${bodyHtml}${tail}${onwards}${choice.chance(0.4) ? after : ''}`);
  const afterHere = article.includes(after) && after !== '' ? '' : after;
  const aside = sideBoxes.length > 0 ? parts.element(tag('aside'), 'aside', sideBoxes.map((box) => box.boxed).join('')) : '';
  const behind = `${afterHere}${comments}`;
  const main = style.layout === 'table' ? parts.cells('main', choice.chance(0.5) ? [aside, article + behind] : [article + behind, aside])
    : parts.element(tag('main'), 'main', choice.chance(0.5) ? `${article}${aside}${behind}` : `${article}${behind}${aside}`);
  const footer = parts.element(tag('footer'), 'footer', `${choice.chance(0.5) ? `<div><a href="/">${escape(site.name)}</a></div>` : ''}${feet.map((box) => box.boxed).join('')}${links(site.footer, line)}${choice.chance(0.15) ? choice.some(texts.notices, 1).map((of) => notice(parts, of)).join('') : ''}<p>${escape(site.copyright)}</p>`, 'O');
  const cookie = choice.chance(0.4) ? parts.box('cookie', consent(parts), 'O') : '';
  const overlay = choice.chance(0.15) ? choice.pick(boxes)?.boxed ?? '' : '';
  const facts = choice.chance(0.4) ? `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: story.headline, author: { name: meta.bylines[0] } }).replace(/</g, '\\u003c')}</script>` : '';
  const language = choice.chance(0.9) ? ` lang="${texts.language}"` : '';
  return `<!doctype html><html${language} dir="${texts.direction}"><head><meta charset="utf-8"><title>${escape(story.headline)}${choice.chance(0.5) ? ` ${choice.pick(['|', '–', '-', '·'])} ${escape(site.name)}` : ''}</title>${choice.chance(0.5) ? `<meta property="og:site_name" content="${escape(site.name)}">` : ''}${choice.chance(0.6) ? '<meta property="og:type" content="article">' : ''}${facts}</head><body${style.attribute('page')}>${bars.map((box) => box.boxed).join('')}${header}${main}${overlay}${footer}${cookie}</body></html>`;
}

/** A consent banner, sometimes with the table of every cookie that hides behind its settings. */
function consent(parts: Parts): string {
  const { choice, texts: { site, words } } = parts;
  const banner = `<p>${escape(site.cookie.text)}</p><button>${escape(site.cookie.accept)}</button><button>${escape(site.cookie.settings)}</button>`;
  if (!choice.chance(0.25)) return banner;
  const rows = Array.from({ length: choice.between(3, 14) }, () => `<tr><td>_${choice.token(choice.between(2, 9))}</td><td>${choice.between(1, 24)} ${choice.token(5)}</td><td>${escape(choice.pick([site.cookie.text, site.copyright, site.footer.join(', ')]))}</td></tr>\n`);
  const hidden = choice.chance(0.5) ? ' style="display:none"' : '';
  return `${banner}<div${hidden}><h4>${escape(site.cookie.settings)}</h4>${parts.element(choice.pick(['p', 'div']), 'text', escape(site.cookie.text))}<table><tbody>${rows.join('')}</tbody></table><button>${escape(words.close)}</button></div>`;
}

/** One prompt by itself, in a style of its own: bare elements to stand among paragraphs, or boxed. */
export function makePrompt(texts: Texts, seed: number, letter: Letter, bare: boolean): string {
  const choice = new Choice(seed);
  const parts = new Parts(texts, makeStyle(choice), choice);
  const [role, content] = letter === 'F' ? ['appeal' as const, appealOf(parts, longer(choice.pick(texts.appeals), texts, choice))]
    : letter === 'N' ? ['newsletter' as const, newsletter(parts, choice.pick(texts.newsletters))]
      : letter === 'O' ? ['note' as const, notice(parts, choice.pick(texts.notices))]
        : choice.chance(0.6) ? ['offer' as const, offer(parts, choice.pick([...texts.offers, ...texts.communities]))] : ['subscription' as const, subscription(parts, choice.pick(texts.subscriptions))];
  return bare ? mark(content, letter) : parts.box(role, content, letter);
}

type Letter = 'F' | 'N' | 'P' | 'O';

interface Line { readonly text: string; readonly letter: Letter }

/** Shorter than what a link among links may say. */
const LINE = 80;

/** An appeal or a letter in one line, where the language's texts have one. */
function lineOf({ appeals, newsletters }: Texts, choice: Choice): Line | undefined {
  const lines = [
    ...appeals.flatMap(({ heading, paragraphs, button }) => [...(heading ? [`${heading}: ${button}`, `${heading} – ${button}`] : []), ...paragraphs.map(firstSentence)]).map((text) => ({ text, letter: 'F' as const })),
    ...newsletters.map(({ heading, button }) => ({ text: `${heading}: ${button}`, letter: 'N' as const })),
  ].filter(({ text }) => text.length <= LINE);
  return lines.length > 0 ? choice.pick(lines) : undefined;
}

interface PromptBox { readonly letter: Letter; readonly content: string; readonly boxed: string }

function promptBoxes(texts: Texts, parts: Parts, choice: Choice): PromptBox[] {
  const make = (letter: PromptBox['letter'], role: Parameters<Parts['box']>[0], content: string, tag = 'div', bare = content): PromptBox => ({ letter, content: bare, boxed: parts.box(role, content, letter, tag) });
  // Among paragraphs, an appeal or a letter often has the story's own markup.
  const asks = (letter: 'F' | 'N', role: 'appeal' | 'newsletter', write: (of: Parts) => string): PromptBox => make(letter, role, write(parts), choice.pick(['section', 'aside', 'div']), choice.chance(0.4) ? write(parts.asStory()) : undefined);
  const teasers = choice.some(texts.related.teasers, texts.related.teasers.length);
  const take = (): typeof teasers => teasers.splice(0, choice.between(2, 6));
  return [
    ...choice.some(texts.appeals, choice.pick([0, 1, 1, 1, 2])).map((appeal) => asks('F', 'appeal', (of) => appealOf(of, longer(appeal, texts, choice)))),
    ...choice.some(texts.newsletters, choice.pick([0, 1, 1, 2])).map((letter) => asks('N', 'newsletter', (of) => newsletter(of, letter))),
    ...choice.some(texts.subscriptions, choice.pick([0, 0, 1])).map((of) => make('P', 'subscription', subscription(parts, of))),
    ...choice.some(texts.offers, choice.pick([0, 0, 1, 1])).map((of) => make('P', 'offer', offer(parts, of))),
    ...choice.some(texts.communities, choice.pick([0, 0, 1])).map((of) => make('P', 'offer', offer(parts, of))),
    ...choice.some(texts.notices, choice.pick([0, 0, 1, 1])).map((of) => make('O', 'note', notice(parts, of), choice.pick(['aside', 'div']))),
    ...choice.some(texts.related.headings, choice.pick([1, 2, 2, 3])).map((heading) => make('P', 'related', related(parts, choice.chance(0.8) ? [heading, ...choice.some(texts.related.headings.filter((other) => other !== heading), 1)] : [], take()), 'section')),
    ...(choice.chance(0.35) ? [make('P', 'ad', parts.text('small', texts.ads[0]!) + (choice.chance(0.7) ? `<div><a href="https://${choice.token(6)}.example/">${escape(choice.pick(texts.ads.slice(1)))}</a></div>` : ''))] : []),
  ];
}

/** Many appeals run over several paragraphs, of which some alone would not show what they are: one in three takes on paragraphs of another. */
function longer(appeal: Appeal, texts: Texts, choice: Choice): Appeal {
  if (!choice.chance(0.35)) return appeal;
  const more = choice.pick(texts.appeals).paragraphs.filter((paragraph) => !appeal.paragraphs.includes(paragraph)).slice(0, 2);
  return { ...appeal, paragraphs: choice.chance(0.5) ? [...more, ...appeal.paragraphs] : [...appeal.paragraphs, ...more] };
}

/** Puts the letter on every outermost element of `html`. */
function mark(html: string, letter: string): string {
  if (letter === 'A') return html.replace(/^<(\w[\w-]*)(?![^>]*data-expect)/gm, (start, tag: string) => (OUTER.test(tag) ? `${start} data-expect="A"` : start));
  return html.replace(/^<(\w[\w-]*)(?![^>]*data-expect)/gm, `<$1 data-expect="${letter}"`);
}

const OUTER = /^(?:p|div|h2|h3|h4|blockquote|ul|ol|figure|table|section|article)$/;

// Teasers, another story's card, the way to the next story, and comments in; their HTML out.

import { escape, type Parts } from './parts';
import type { Story, Teaser } from './texts';

type Look = 'lines' | 'cards' | 'numbered' | 'timed' | 'run-on' | 'table';

export function related(parts: Parts, headings: readonly string[], teasers: readonly Teaser[]): string {
  const { choice, texts: { words } } = parts;
  const look = choice.pick<Look>(['lines', 'lines', 'lines', 'cards', 'cards', 'cards', 'numbered', 'timed', 'run-on', 'table']);
  // Two lists behind one head: most read, latest.
  const head = headings.length > 1 && choice.chance(0.15)
    ? parts.element('div', 'wrap', headings.slice(0, 2).map((heading) => (choice.chance(0.5) ? `<button type="button">${escape(heading)}</button>` : `<a href="#${choice.token(4)}">${escape(heading)}</a>`)).join('\n'))
    : headings[0] ? parts.heading(headings[0]) : '';
  const more = choice.chance(0.2) ? parts.button(words.all, `/${choice.token(6)}`, 'link') : '';
  const turn = look === 'cards' && choice.chance(0.15) ? parts.element('div', 'wrap', '<button type="button">‹</button>\n<button type="button">›</button>') : '';
  return head + listOf(parts, teasers, look) + turn + more;
}

function listOf(parts: Parts, teasers: readonly Teaser[], look: Look): string {
  const { choice, style, texts: { stories } } = parts;
  const pictured = look !== 'run-on' && choice.chance(0.4);
  // A line of text or a time behind the headline, and nothing else that would make it a card.
  const withLines = look === 'lines' && choice.chance(0.5);
  const titleTag = choice.pick(['h3', 'h4', 'div']);
  // A stream of other stories, each told at some length.
  const long = look === 'cards' && choice.chance(0.2) ? stories.flatMap(({ paragraphs }) => paragraphs) : [];
  const link = (href: string, teaser: Teaser): string => `<a href="${href}">${escape(teaser.headline)}</a>`;
  if (look === 'run-on') return parts.html('text', teasers.map((teaser) => `${choice.pick(['', '• ', '» '])}${link(parts.storyAddress(), teaser)}`).join('<br>'));
  const items = teasers.map((teaser, i) => {
    const href = parts.storyAddress();
    const time = teaser.time ?? `${choice.between(6, 23)}:${choice.between(10, 59)}`;
    if (look === 'table') return `<tr><td>${choice.chance(0.5) ? escape(time) : String(i + 1)}</td><td>${link(href, teaser)}</td></tr>\n`;
    const image = pictured ? `<a href="${href}"><img alt="" src="data:,"></a>` : '';
    if (look === 'numbered') return item(parts, `${parts.element(choice.pick(['div', 'span']), 'date', String(i + 1))}${link(href, teaser)}`, false);
    if (look === 'timed') return item(parts, `${parts.element(choice.pick(['span', 'time', 'div']), 'date', escape(time))} ${link(href, teaser)}`, false);
    if (look === 'lines') return item(parts, image + link(href, teaser) + (withLines && (teaser.summary ?? teaser.time) ? parts.element(choice.pick(['p', 'div', 'small']), 'text', escape((teaser.summary ?? teaser.time)!)) : ''), false);
    const kicker = teaser.kicker ? parts.element('div', 'kicker', escape(teaser.kicker)) : '';
    const told = long.length > 0 ? choice.some(long, choice.between(1, 2)) : teaser.summary && choice.chance(0.6) ? [teaser.summary] : [];
    const summary = told.map((text) => parts.element('p', 'text', escape(text))).join('');
    return item(parts, `${image}${kicker}${parts.element(titleTag, 'heading', link(href, teaser))}${summary}${teaser.time ? parts.element('div', 'date', escape(teaser.time)) : ''}`, true);
  });
  return look === 'table' ? parts.element('table', 'wrap', `<tbody>${items.join('')}</tbody>`) : parts.element(style.listTag, 'wrap', items.join(''));
}

const item = (parts: Parts, content: string, card: boolean): string => parts.element(parts.style.listTag !== 'div' ? 'li' : parts.style.semantic && card ? 'article' : 'div', 'teaser', content);

/** The stories before and after this one. */
export function turn(parts: Parts, teasers: readonly Teaser[]): string {
  const { choice, texts: { words } } = parts;
  const named = choice.chance(0.7);
  const around = choice.some(teasers, 2);
  const sides = around.map((teaser, i) => {
    const word = i === 0 ? words.previous : words.next;
    const arrow = choice.chance(0.5) ? (i === 0 ? ['« ', ''] : ['', ' »']) : ['', ''];
    const headline = escape(teaser.headline);
    if (!named) return `<a href="${parts.storyAddress()}" rel="${i === 0 ? 'prev' : 'next'}">${arrow[0]}${headline}${arrow[1]}</a>`;
    return choice.chance(0.5) ? `<a href="${parts.storyAddress()}">${parts.element('div', 'small', escape(word))}${parts.element('div', 'heading', headline)}</a>` : `${arrow[0]}${escape(word)}: <a href="${parts.storyAddress()}">${headline}</a>${arrow[1]}`;
  });
  return sides.map((side) => parts.element('div', 'item', side)).join('');
}

/** Another story by picture, headline and the beginning of its text. */
export function card(parts: Parts, story: Story): string {
  const { choice, texts } = parts;
  const href = parts.storyAddress();
  const link = `<a href="${href}">${escape(story.headline)}</a>`;
  return (choice.chance(0.5) ? parts.heading(choice.pick(texts.related.headings)) : '')
    + (choice.chance(0.4) ? parts.text('kicker', story.kicker) : '')
    + (choice.chance(0.6) ? `<figure><a href="${href}"><img alt="" src="data:,"></a>${choice.chance(0.4) ? `<figcaption>${escape(choice.pick(texts.meta.credits))}</figcaption>` : ''}</figure>\n` : '')
    + (choice.chance(0.3) ? parts.text('byline', choice.pick(texts.meta.bylines)) : '')
    + parts.element(choice.pick(['h3', 'h4', 'p', 'div']), 'heading', link)
    + parts.text('text', story.standfirst)
    + (choice.chance(0.4) ? parts.text('paragraph', story.paragraphs[0]!) : '')
    + (choice.chance(0.3) ? parts.text('date', choice.pick(texts.meta.dates)) : '');
}

/** What readers wrote, each with a name, mostly with a date and a way to answer, some as answers to others. */
export function comments(parts: Parts): string {
  const { choice, texts: { meta, stories } } = parts;
  const named = choice.chance(0.8);
  const dated = choice.chance(0.7);
  const linked = choice.chance(0.3);
  const answered = choice.chance(0.5);
  const nameTag = choice.pick(['h4', 'div', 'p', 'b', 'a']);
  const { items: short } = meta.comments;
  // Long discussions take up what the story says, at the length of its paragraphs.
  const long = choice.chance(0.25) ? choice.some(stories.flatMap(({ paragraphs, quote }) => [...paragraphs, quote]), choice.between(6, 20)) : choice.chance(0.4) ? [choice.pick(stories).quote] : [];
  const sayings = [...short, ...long];
  // Letters to the editor: who wrote, and what, in one breath.
  const inBreath = choice.chance(0.2);
  const items = choice.some(sayings, sayings.length).map((saying) => {
    if (inBreath) return `<p>${choice.pick([`<b>${choice.token(6)}, ${choice.token(8)}:</b> ${escape(saying)}`, `${choice.token(7)}: ${escape(saying)}`, `${escape(saying)} (${choice.token(6)} ${choice.token(1)}.)`])}</p>`;
    const name = `${choice.token(6)}${choice.chance(0.3) ? choice.between(1, 99) : ''}`;
    const head = (named ? parts.element(nameTag, 'byline', nameTag === 'a' || !linked ? name : `<a href="/user/${name}">${name}</a>`) : '') + (dated ? parts.element(choice.pick(['div', 'span', 'time']), 'date', escape(choice.pick(meta.dates))) : '');
    return `${head}<p>${escape(saying)}</p>${answered ? parts.button(meta.comments.button, '#', 'button') : ''}`;
  });
  const list = choice.chance(0.6);
  const one = (content: string): string => parts.element(list ? 'li' : 'div', 'comment', content);
  const nested = choice.chance(0.4) && items.length > 1 ? [`${items[0]!}${parts.element(list ? 'ul' : 'div', 'wrap', one(items[1]!))}`, ...items.slice(2)] : items;
  return parts.heading(meta.comments.heading) + parts.element(list ? 'ul' : 'div', 'wrap', nested.map(one).join('')) + (choice.chance(0.7) ? `<form><textarea></textarea><button>${escape(meta.comments.button)}</button></form>` : '');
}

// The texts of a story and a house's parts in, its paragraphs and what stands between them out.

import { escape, firstSentence, type Parts } from './parts';
import type { Story } from './texts';

/** In order; one string per place where something may be put in. */
export function story(parts: Parts, story: Story): string[] {
  const { choice, texts } = parts;
  const count = choice.between(4, story.paragraphs.length);
  let places = story.paragraphs.slice(0, count).map((paragraph) => {
    const html = parts.text('paragraph', paragraph);
    return choice.chance(0.12) ? parts.element(parts.style.paragraphTag, 'paragraph', escape(paragraph).replace(/(\S+ \S+)(?= )/, `<a href="${parts.storyAddress()}">$1</a>`)) : html;
  });
  if (choice.chance(0.2)) places = listStory(parts, story, places);
  else if (choice.chance(0.08)) places = broken(parts, story.paragraphs.slice(0, count));
  const insert = (html: string): void => { places[choice.between(0, places.length - 1)] += html; };
  if (choice.chance(0.6)) insert(parts.element(choice.pick(['h2', 'h3', 'p']), 'subhead', choice.chance(0.3) ? `<strong>${escape(story.subhead)}</strong>` : escape(story.subhead)));
  if (choice.chance(0.5)) insert(parts.element(choice.pick(['blockquote', 'p', 'div']), 'quote', escape(story.quote)));
  if (story.list) insert(parts.element('ul', 'note', story.list.map((fact) => `<li>${escape(fact)}</li>`).join('')));
  if (choice.chance(0.4)) insert(`<figure><img alt="" src="data:,">${parts.element('figcaption', 'caption', escape(choice.pick(texts.meta.credits)))}</figure>\n`);
  if (choice.chance(0.12)) insert(film(parts, story));
  if (choice.chance(0.14)) places.push(sources(parts, story));
  if (choice.chance(0.1)) insert(figures(parts, story));
  else if (choice.chance(0.1)) insert(parts.element('table', 'wrap', story.list ? story.list.map((fact, i) => `<tr><td>${i + 1}</td><td>${escape(fact)}</td></tr>`).join('') : `<tr><td>${escape(story.subhead)}</td><td>${choice.between(2, 9000)}</td></tr>`));
  if (choice.chance(0.25)) places.push(parts.text('note', choice.pick(texts.meta.notes)));
  return places;
}

/** A list story: the same small section again and again, numbered or named, which must not be taken for a list of teasers. */
function listStory(parts: Parts, story: Story, paragraphs: readonly string[]): string[] {
  const { choice } = parts;
  const numbered = choice.chance(0.6);
  const pictured = choice.chance(0.4);
  const boxed = choice.chance(0.6);
  const tag = choice.pick(['h2', 'h3', 'h3', 'h4']);
  const box = choice.pick(['div', 'div', 'section', 'article']);
  return paragraphs.map((paragraph, i) => {
    if (i === 0) return paragraph;
    const name = story.paragraphs[i]!.split(/[\s，。、]+/).slice(0, choice.between(1, 4)).join(' ').slice(0, 40);
    const section = parts.element(tag, 'subhead', escape(numbered ? `${i}. ${name}` : name)) + (pictured ? '<img alt="" src="data:,">\n' : '') + parts.text('paragraph', choice.chance(0.5) ? firstSentence(story.paragraphs[i]!) : story.paragraphs[i]!)
      + (choice.chance(0.2) ? `<p><a href="https://www.${choice.token(6)}.example/">${escape(name)}</a></p>\n` : '');
    return boxed ? parts.element(box, 'item', section) : section;
  });
}

/** Pictures to leaf through above the story, each with its caption. */
export function gallery(parts: Parts, story: Story): string {
  const { choice, texts } = parts;
  const captions = choice.some([...texts.meta.credits, ...story.paragraphs.map(firstSentence)], choice.between(3, 8));
  const tag = choice.pick(['p', 'div', 'figcaption']);
  const counted = choice.chance(0.5);
  const slides = captions.map((caption, i) => parts.element('div', 'item', `<img alt="" src="data:,">\n${counted ? `<div data-expect="M">${i + 1} / ${captions.length}</div>` : ''}${parts.element(tag, 'caption', escape(caption), 'A')}${choice.chance(0.3) ? '<button type="button" data-expect="M">›</button>' : ''}`));
  return parts.element('div', 'wrap', slides.join('') + (choice.chance(0.5) ? '<button type="button" data-expect="M">‹</button>\n<button type="button" data-expect="M">›</button>' : ''));
}

/** A film of the story with its length and caption. */
function film(parts: Parts, story: Story): string {
  const { choice, texts } = parts;
  const length = `${choice.between(0, 9)}:${choice.between(10, 59)}`;
  const player = choice.pick(['<video></video>', `<iframe src="https://player.example/embed/${choice.token(8)}"></iframe>`, '<img alt="" src="data:,">']);
  const caption = choice.pick([...texts.meta.credits, ...story.paragraphs.map(firstSentence)]);
  return parts.element(choice.pick(['div', 'figure']), 'wrap', `${player}\n${choice.chance(0.5) ? `<div data-expect="M">${length}</div>\n` : ''}${parts.element(choice.pick(['p', 'div', 'figcaption']), 'caption', escape(caption))}`);
}

/** What the story rests on: links to elsewhere, which are part of it. */
function sources(parts: Parts, story: Story): string {
  const { choice } = parts;
  const facts = choice.some([...(story.list ?? []), ...story.paragraphs.map(firstSentence)], choice.between(2, 5));
  // Elsewhere, papers of the newsroom's own, or named without a link.
  const address = choice.pick([() => `https://www.${choice.token(7)}.example/${choice.token(5)}`, () => `/${choice.token(4)}/${choice.token(8)}.pdf`, () => `https://docs.${parts.host}/${choice.token(6)}.pdf`, () => undefined]);
  const item = (fact: string): string => { const href = address(); return href ? `<a href="${href}">${escape(fact)}</a>` : escape(fact); };
  return parts.heading(story.subhead) + parts.element(choice.pick(['ul', 'ol', 'div']), 'note', facts.map((fact) => `<li>${item(fact.slice(0, 90))}</li>\n`).join(''));
}

/** A table of figures: names down the side, numbers in all other cells. */
function figures(parts: Parts, story: Story): string {
  const { choice, texts } = parts;
  const columns = choice.between(1, 6);
  const number = choice.pick<() => string>([() => String(choice.between(0, 400)), () => `${choice.between(0, 99)},${choice.between(0, 9)}`, () => `${choice.between(0, 100)} %`, () => `${choice.between(1, 99)}.${choice.between(100, 999)}`]);
  const names = choice.some([...texts.meta.tags, ...texts.site.nav, ...story.headline.split(/\s+/)], choice.between(3, 12));
  const rows = names.map((name) => `<tr>${choice.chance(0.2) ? `<th>${escape(name)}</th>` : `<td>${escape(name)}</td>`}${Array.from({ length: columns }, () => `<td>${number()}</td>`).join('')}</tr>\n`);
  const head = choice.chance(0.6) ? `<tr>${Array.from({ length: columns + 1 }, (_, i) => `<th>${i === 0 ? '' : choice.between(1990, 2025)}</th>`).join('')}</tr>\n` : '';
  return parts.element('table', 'wrap', `${choice.chance(0.3) ? `<caption>${escape(story.subhead)}</caption>` : ''}<tbody>${head}${rows.join('')}</tbody>`);
}

/** A story of few blocks, whose paragraphs are parted by nothing but line breaks. */
function broken(parts: Parts, paragraphs: readonly string[]): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < paragraphs.length;) {
    const size = parts.choice.between(2, 4);
    blocks.push(parts.element('div', 'text', paragraphs.slice(at, at + size).map(escape).join('<br><br>')));
    at += size;
  }
  return blocks;
}

// Texts and a style in, HTML of single parts out: prompts, teasers, the story, the frame of the page. `data-expect` carries the label letter.

import type { Choice } from './random';
import type { Role, Style } from './style';
import type { Appeal, Newsletter, Offer, Story, Subscription, Teaser, Texts } from './texts';

export class Parts {
  private serial: number;

  constructor(private readonly texts: Texts, private readonly style: Style, private readonly choice: Choice) {
    this.serial = choice.between(10_000, 900_000);
  }

  element(tag: string, role: Role, content: string, letter?: string): string {
    const expect = letter === undefined ? '' : ` data-expect="${letter}"`;
    return `<${tag}${this.style.attribute(role)}${expect}>${content}</${tag}>\n`;
  }

  text(role: Role, text: string, letter?: string): string {
    return this.element(role === 'paragraph' ? this.style.paragraphTag : this.choice.pick(['p', 'p', 'div', 'span']) === 'span' && role !== 'small' ? 'div' : 'p', role, escape(text), letter);
  }

  heading(text: string, letter?: string): string {
    const tag = this.style.headingTag;
    return tag === 'strong' ? this.element('p', 'heading', `<strong>${escape(text)}</strong>`, letter) : this.element(tag, 'heading', escape(text), letter);
  }

  box(role: Role, content: string, letter: string, semanticTag = 'div'): string {
    const tag = this.style.custom ? `x-${this.choice.pick(['box', 'slot', 'unit'])}` : this.style.semantic ? semanticTag : 'div';
    let html = content;
    for (let level = 0; level < this.style.depth; level++) html = this.element('div', 'wrap', html);
    return this.element(tag, role, html, letter);
  }

  /** Address of another story of the site. */
  storyAddress(): string {
    this.serial += this.choice.between(1, 97);
    return this.choice.pick([`/${this.choice.token(5)}/${this.serial}`, `/news/${this.choice.token(4)}-${this.choice.token(6)}-${this.choice.token(5)}-${this.serial}.html`, `https://www.${this.host}/2025/03/${this.choice.token(9)}-${this.choice.token(7)}/`, `/a/${this.serial}`, `/?p=${this.serial}`, `/${this.choice.token(6)}-${this.choice.token(5)}`, this.choice.chance(0.5) ? '#' : `/${this.choice.token(7)}`]);
  }

  get host(): string {
    return `${this.texts.language.replace(/[^a-z]/gi, '')}-press.example`;
  }

  button(text: string, href: string, kind: 'link' | 'button' | 'submit' = this.choice.pick(['link', 'link', 'button', 'submit'])): string {
    if (kind === 'link') return this.choice.chance(0.5) ? this.element('p', 'button', `<a href="${href}">${escape(text)}</a>`) : `<a${this.style.attribute('button')} href="${href}">${escape(text)}</a>\n`;
    if (kind === 'submit' && this.choice.chance(0.4)) return `<input type="submit"${this.style.attribute('button')} value="${escape(text)}">\n`;
    return `<button type="${kind === 'submit' ? 'submit' : 'button'}"${this.style.attribute('button')}>${escape(text)}</button>\n`;
  }

  appeal(appeal: Appeal): string {
    const { choice } = this;
    const href = choice.pick(['#', '/p/support', '/donate', `/${choice.token(6)}`, 'https://www.paypal.com/donate/?hosted_button_id=X', `https://${choice.token(7)}.example/give`, 'https://www.patreon.com/x', `/${choice.token(4)}/`, `https://pay.${this.host}/`]);
    let html = appeal.heading && choice.chance(0.9) ? this.heading(this.signed(appeal.heading)) : '';
    for (const paragraph of appeal.paragraphs) html += this.text(choice.chance(0.5) ? 'paragraph' : 'text', paragraph);
    if (appeal.frequencies && choice.chance(0.8)) html += this.choices(appeal.frequencies, 'radio');
    if (appeal.amounts) html += choice.chance(0.5) ? this.choices(appeal.amounts, 'radio') : appeal.amounts.map((amount) => this.button(amount, href)).join('');
    html += this.button(appeal.button, href);
    for (const small of appeal.small ?? []) html += this.text('small', small);
    if (choice.chance(0.2)) html += this.text('small', this.texts.site.name);
    return appeal.amounts && choice.chance(0.4) ? `<form action="${href}"${choice.chance(0.5) ? this.style.attribute('appeal') : ''}>${html}</form>` : html;
  }

  newsletter(letter: Newsletter): string {
    const { choice } = this;
    const action = choice.pick(['/newsletter', '#', `/${choice.token(5)}`, 'https://x.us1.list-manage.com/subscribe/post', `https://${choice.token(6)}.example/l`, '']);
    let html = this.heading(this.signed(letter.heading));
    for (const text of letter.text ?? []) html += this.text('text', text);
    let form = letter.choices ? this.choices(letter.choices, 'checkbox') : '';
    if (letter.placeholder) {
      const type = choice.chance(0.7) ? 'email' : 'text';
      form += `<input type="${type}"${this.style.attribute('field')} name="${choice.pick(['email', 'EMAIL', 'mail', 'e', choice.token(5)])}" placeholder="${escape(letter.placeholder)}">\n`;
    }
    form += this.button(letter.button, action === '' ? '/letters' : action, letter.placeholder ? choice.pick(['submit', 'button']) : 'link');
    html += letter.placeholder ? this.element('form', 'wrap', form).replace('<form', `<form action="${action}" method="post"`) : form;
    for (const consent of letter.consent ?? []) html += choice.chance(0.4) ? `<label><input type="checkbox"> ${escape(consent)}</label>\n` : this.text('small', consent);
    const messages = [letter.failure, letter.success].filter((message): message is string => message !== undefined && choice.chance(0.5));
    return html + messages.map((message) => this.element('div', 'text', escape(message)).replace('<div', choice.chance(0.4) ? '<div style="display:none"' : '<div')).join('');
  }

  /** Prompts name who speaks far more often than stories do. */
  private signed(heading: string): string {
    const { name } = this.texts.site;
    return heading.includes(name) || !this.choice.chance(0.3) ? heading : this.choice.pick([`${name}: ${heading}`, `${heading} – ${name}`, `${name} | ${heading}`]);
  }

  subscription(offer: Subscription): string {
    let html = this.heading(this.signed(offer.heading));
    for (const text of offer.text) html += this.text('text', text);
    html += this.choice.chance(0.8) ? this.text('text', offer.price) : '';
    html += this.button(offer.button, this.choice.pick(['/subscribe', '/abo', '#', `/${this.choice.token(5)}`, `https://abo.${this.host}/`]));
    for (const small of offer.small ?? []) html += this.text('small', small);
    return html;
  }

  offer(offer: Offer): string {
    const href = this.choice.pick(['https://apps.apple.com/app/x', 'https://t.me/x', '#', `/${this.choice.token(6)}`, 'https://whatsapp.com/channel/x', 'https://open.spotify.com/show/x', `https://shop.${this.host}/`, 'https://www.facebook.com/x']);
    return this.heading(offer.heading) + (offer.text ?? []).map((text) => this.text('text', text)).join('') + this.button(offer.button, href);
  }

  related(heading: string | undefined, teasers: readonly Teaser[]): string {
    const cards = this.choice.chance(0.4);
    const withImages = this.choice.chance(0.4);
    // A line of text or a time behind the headline, and nothing else that would make it a card.
    const withLines = !cards && this.choice.chance(0.4);
    const items = teasers.map((teaser) => {
      const href = this.storyAddress();
      const image = withImages ? `<a href="${href}"><img alt="" src="data:,"></a>` : '';
      const kicker = teaser.kicker && cards ? this.element('div', 'kicker', escape(teaser.kicker)) : '';
      const summary = teaser.summary && cards && this.choice.chance(0.6) ? this.element('p', 'text', escape(teaser.summary)) : '';
      const time = teaser.time && cards ? this.element('div', 'date', escape(teaser.time)) : '';
      const link = `<a href="${href}">${escape(teaser.headline)}</a>`;
      const content = cards ? `${image}${kicker}${this.element(this.choice.pick(['h3', 'h4', 'div']), 'heading', link)}${summary}${time}` : image + link + (withLines && (teaser.summary ?? teaser.time) ? this.element(this.choice.pick(['p', 'div', 'small']), 'text', escape((teaser.summary ?? teaser.time)!)) : '');
      return this.element(this.style.listTag === 'div' ? (this.style.semantic && cards ? 'article' : 'div') : 'li', 'teaser', content);
    });
    return (heading ? this.heading(heading) : '') + this.element(this.style.listTag, 'wrap', items.join(''));
  }

  /** Another story by picture, headline and the beginning of its text. */
  card(story: Story): string {
    const { choice, texts } = this;
    const href = this.storyAddress();
    const link = `<a href="${href}">${escape(story.headline)}</a>`;
    return (choice.chance(0.5) ? this.heading(choice.pick(texts.related.headings)) : '')
      + (choice.chance(0.4) ? this.text('kicker', story.kicker) : '')
      + (choice.chance(0.6) ? `<figure><a href="${href}"><img alt="" src="data:,"></a>${choice.chance(0.4) ? `<figcaption>${escape(choice.pick(texts.meta.credits))}</figcaption>` : ''}</figure>\n` : '')
      + (choice.chance(0.3) ? this.text('byline', choice.pick(texts.meta.bylines)) : '')
      + this.element(choice.pick(['h3', 'h4', 'p', 'div']), 'heading', link)
      + this.text('text', story.standfirst)
      + (choice.chance(0.4) ? this.text('paragraph', story.paragraphs[0]!) : '')
      + (choice.chance(0.3) ? this.text('date', choice.pick(texts.meta.dates)) : '');
  }

  /** What readers wrote, each with a name, mostly with a date and a way to answer, some as answers to others. */
  comments(): string {
    const { choice, texts: { meta, stories } } = this;
    const named = choice.chance(0.8);
    const dated = choice.chance(0.7);
    const linked = choice.chance(0.3);
    const answered = choice.chance(0.5);
    const nameTag = choice.pick(['h4', 'div', 'p', 'b', 'a']);
    const sayings = [...meta.comments.items, ...(choice.chance(0.4) ? [choice.pick(stories).quote] : [])];
    const items = choice.some(sayings, sayings.length).map((saying) => {
      const name = `${choice.token(6)}${choice.chance(0.3) ? choice.between(1, 99) : ''}`;
      const head = (named ? this.element(nameTag, 'byline', nameTag === 'a' || !linked ? name : `<a href="/user/${name}">${name}</a>`) : '') + (dated ? this.element(choice.pick(['div', 'span', 'time']), 'date', escape(choice.pick(meta.dates))) : '');
      return `${head}<p>${escape(saying)}</p>${answered ? this.button(meta.comments.button, '#', 'button') : ''}`;
    });
    const list = choice.chance(0.6);
    const item = (content: string): string => this.element(list ? 'li' : 'div', 'comment', content);
    const nested = choice.chance(0.4) && items.length > 1 ? [`${items[0]!}${this.element(list ? 'ul' : 'div', 'wrap', item(items[1]!))}`, ...items.slice(2)] : items;
    return this.heading(meta.comments.heading) + this.element(list ? 'ul' : 'div', 'wrap', nested.map(item).join('')) + (choice.chance(0.7) ? `<form><textarea></textarea><button>${escape(meta.comments.button)}</button></form>` : '');
  }

  choices(labels: readonly string[], type: 'radio' | 'checkbox'): string {
    const name = this.choice.token(4);
    return this.element(this.choice.pick(['div', 'ul', 'fieldset']), 'wrap', labels.map((label, i) => {
      const input = `<label><input type="${type}" name="${name}" value="${i}"> ${escape(label)}</label>`;
      return this.choice.chance(0.5) ? `<div>${input}</div>` : input;
    }).join('\n'));
  }

  /** Paragraphs of the story in order, with what stands between them; one string per place where something may be put in. */
  story(story: Story): string[] {
    const { choice, texts } = this;
    const count = choice.between(4, story.paragraphs.length);
    const parts = story.paragraphs.slice(0, count).map((paragraph) => {
      const html = this.text('paragraph', paragraph);
      return choice.chance(0.12) ? this.element(this.style.paragraphTag, 'paragraph', escape(paragraph).replace(/(\S+ \S+)(?= )/, `<a href="${this.storyAddress()}">$1</a>`)) : html;
    });
    // A list story: the same small section again and again, numbered or named, which must not be taken for a list of teasers.
    if (choice.chance(0.15)) {
      const numbered = choice.chance(0.6);
      const pictured = choice.chance(0.4);
      const boxed = choice.chance(0.6);
      const tag = choice.pick(['h2', 'h3', 'h3', 'h4']);
      for (let i = 1; i < parts.length; i++) {
        const name = story.paragraphs[i]!.split(/[\s，。、]+/).slice(0, choice.between(1, 4)).join(' ').slice(0, 40);
        const section = this.element(tag, 'subhead', escape(numbered ? `${i}. ${name}` : name)) + (pictured ? '<img alt="" src="data:,">\n' : '') + this.text('paragraph', choice.chance(0.5) ? firstSentence(story.paragraphs[i]!) : story.paragraphs[i]!)
          + (choice.chance(0.2) ? `<p><a href="https://www.${choice.token(6)}.example/">${escape(name)}</a></p>\n` : '');
        parts[i] = boxed ? this.element('div', 'item', section) : section;
      }
    }
    const insert = (html: string): void => { parts[choice.between(0, parts.length - 1)] += html; };
    if (choice.chance(0.6)) insert(this.element(choice.pick(['h2', 'h3', 'p']), 'subhead', choice.chance(0.3) ? `<strong>${escape(story.subhead)}</strong>` : escape(story.subhead)));
    if (choice.chance(0.5)) insert(this.element(choice.pick(['blockquote', 'p', 'div']), 'quote', escape(story.quote)));
    if (story.list) insert(this.element('ul', 'note', story.list.map((fact) => `<li>${escape(fact)}</li>`).join('')));
    if (choice.chance(0.4)) insert(`<figure><img alt="" src="data:,">${this.element('figcaption', 'caption', escape(choice.pick(texts.meta.credits)))}</figure>\n`);
    if (choice.chance(0.15)) insert(this.element('table', 'wrap', story.list ? story.list.map((fact, i) => `<tr><td>${i + 1}</td><td>${escape(fact)}</td></tr>`).join('') : `<tr><td>${escape(story.subhead)}</td><td>${choice.between(2, 9000)}</td></tr>`));
    if (choice.chance(0.25)) parts.push(this.text('note', choice.pick(texts.meta.notes)));
    return parts;
  }
}

const firstSentence = (text: string): string => /^.{20,}?[.!?。！？।](?=\s|$|[^.])/.exec(text)?.[0] ?? text;

export const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

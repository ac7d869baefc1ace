// A house style in, HTML of the smallest parts out: elements, texts, headings, boxes, buttons. `data-expect` carries the label letter.

import type { Choice } from './random';
import type { Role, Style } from './style';
import type { Texts } from './texts';

export class Parts {
  private serial: number;

  constructor(readonly texts: Texts, readonly style: Style, readonly choice: Choice, private readonly likeStory = false) {
    this.serial = choice.between(10_000, 900_000);
  }

  /** The same house, whose headings and texts are made as those of its stories. */
  asStory(): Parts {
    return new Parts(this.texts, this.style, this.choice, true);
  }

  element(tag: string, role: Role, content: string, letter?: string): string {
    const expect = letter === undefined ? '' : ` data-expect="${letter}"`;
    return `<${tag}${this.style.attribute(role)}${expect}>${content}</${tag}>\n`;
  }

  text(role: Role, text: string, letter?: string): string {
    return this.html(role, escape(text), letter);
  }

  /** `text` for what is HTML already. */
  html(role: Role, html: string, letter?: string): string {
    if (this.likeStory && role !== 'small') return this.element(this.style.paragraphTag, 'paragraph', html, letter);
    return this.element(role === 'paragraph' ? this.style.paragraphTag : this.choice.pick(['p', 'p', 'div', 'span']) === 'span' && role !== 'small' ? 'div' : 'p', role, html, letter);
  }

  heading(text: string, letter?: string): string {
    if (this.likeStory) return this.element(this.choice.pick(['h2', 'h3', 'p']), 'subhead', this.choice.chance(0.3) ? `<strong>${escape(text)}</strong>` : escape(text), letter);
    const tag = this.style.headingTag;
    return tag === 'strong' ? this.element('p', 'heading', `<strong>${escape(text)}</strong>`, letter) : this.element(tag, 'heading', escape(text), letter);
  }

  box(role: Role, content: string, letter: string, semanticTag = 'div'): string {
    if (this.style.layout === 'table') return this.cells(role, [content], letter);
    const tag = this.style.custom ? `x-${this.choice.pick(['box', 'slot', 'unit'])}` : this.style.semantic ? semanticTag : 'div';
    let html = content;
    for (let level = 0; level < this.style.depth; level++) html = this.element('div', 'wrap', html);
    return this.element(tag, role, html, letter);
  }

  /** Side by side in a table, as pages were laid out before style sheets. */
  cells(role: Role, contents: readonly string[], letter?: string): string {
    return this.element('table', role, `<tbody><tr>${contents.map((content) => `<td>${content}</td>`).join('')}</tr></tbody>`, letter);
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
    if (this.choice.chance(0.12)) return `<div${this.style.attribute('button')} role="button" tabindex="0">${escape(text)}</div>\n`;
    return `<button type="${kind === 'submit' ? 'submit' : 'button'}"${this.style.attribute('button')}>${escape(text)}</button>\n`;
  }

  choices(labels: readonly string[], type: 'radio' | 'checkbox'): string {
    const name = this.choice.token(4);
    return this.element(this.choice.pick(['div', 'ul', 'fieldset']), 'wrap', labels.map((label, i) => {
      const input = `<label><input type="${type}" name="${name}" value="${i}"> ${escape(label)}</label>`;
      return this.choice.chance(0.5) ? `<div>${input}</div>` : input;
    }).join('\n'));
  }

  /** What closes a prompt: a word, a cross, or a cross that only says so to screen readers. */
  closer(): string {
    const { close } = this.texts.words;
    return this.choice.pick([`<button type="button">${escape(close)}</button>\n`, `<button type="button" aria-label="${escape(close)}">×</button>\n`, '<button type="button">✕</button>\n', `<a href="#" title="${escape(close)}">×</a>\n`]);
  }
}

export const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const firstSentence = (text: string): string => /^.{20,}?[.!?。！？।](?=\s|$|[^.])/.exec(text)?.[0] ?? text;

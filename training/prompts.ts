// The texts of a prompt and a house's parts in, its HTML out: appeals, newsletter prompts, subscriptions and offers, each built in many ways.

import { escape, firstSentence, type Parts } from './parts';
import type { Appeal, Newsletter, Notice, Offer, Subscription } from './texts';

/** Where readers give without leaving their name with the newsroom; the brands are the same in every language. */
const PLACES: readonly (readonly [string, string])[] = [['PayPal', 'https://www.paypal.com/donate/?hosted_button_id=X'], ['Patreon', 'https://www.patreon.com/x'], ['Ko-fi', 'https://ko-fi.com/x'], ['Steady', 'https://steadyhq.com/x'], ['Apple Pay', '#'], ['Visa / Mastercard', '#']];

export function appeal(parts: Parts, { heading, paragraphs, amounts, frequencies, button, small }: Appeal): string {
  const { choice, texts } = parts;
  const href = choice.pick(['#', '/p/support', '/donate', `/${choice.token(6)}`, 'https://www.paypal.com/donate/?hosted_button_id=X', `https://${choice.token(7)}.example/give`, 'https://www.patreon.com/x', `/${choice.token(4)}/`, `https://pay.${parts.host}/`]);
  // A bar along the edge of the window: one sentence, one button.
  if (choice.chance(0.12)) return bar(parts, firstSentence(choice.pick(heading ? [heading, ...paragraphs] : paragraphs)), amounts && choice.chance(0.5) ? `${button} ${choice.pick(amounts)}` : button, href);
  const told = withLink(parts, paragraphs, button, href, amounts ? 0.1 : 0.3);
  let asked = frequencies && choice.chance(0.8) ? parts.choices(frequencies, 'radio') : '';
  if (choice.chance(0.1)) asked += meter(parts);
  if (amounts) asked += sums(parts, amounts, href);
  // Some only say it, and leave the way to the reader.
  if (!told.linked && !choice.chance(0.08)) asked += parts.button(button, href);
  if (choice.chance(0.15)) asked += choice.some(PLACES, choice.between(1, 3)).map(([name, address]) => parts.button(name, address, 'link')).join('');
  const picture = choice.chance(0.15) ? `<figure><a href="${href}"><img alt="" src="data:,"></a></figure>\n` : '';
  let html = heading && choice.chance(0.85) ? parts.heading(signed(parts, heading)) : '';
  html += choice.chance(0.1) ? asked + told.html : told.html + asked;
  html = choice.chance(0.5) ? picture + html : html + picture;
  for (const text of small ?? []) html += parts.text('small', text);
  if (choice.chance(0.2)) html += parts.text('small', texts.site.name);
  return closable(parts, amounts && choice.chance(0.4) ? `<form action="${href}"${choice.chance(0.5) ? parts.style.attribute('appeal') : ''}>${html}</form>` : html);
}

export function newsletter(parts: Parts, letter: Newsletter): string {
  const { choice } = parts;
  const action = choice.pick(['/newsletter', '#', `/${choice.token(5)}`, 'https://x.us1.list-manage.com/subscribe/post', `https://${choice.token(6)}.example/l`, '']);
  // A line that says what it is, and where to get it.
  if (choice.chance(0.12)) return bar(parts, letter.heading, letter.button, choice.pick(['/newsletter', '#', `/${choice.token(5)}`, `https://${choice.token(6)}.example/l`]));
  const heading = choice.chance(0.92) || !letter.text?.length ? parts.heading(signed(parts, letter.heading)) : '';
  const linkTo = action === '' ? '/letters' : action;
  const told = letter.placeholder ? { html: (letter.text ?? []).map((text) => parts.text('text', text)).join(''), linked: false } : withLink(parts, letter.text ?? [], letter.button, linkTo, 0.3);
  let form = letter.choices ? parts.choices(letter.choices, 'checkbox') : '';
  if (letter.placeholder) form += mailField(parts, letter.placeholder);
  if (!told.linked) form += parts.button(letter.button, linkTo, letter.placeholder ? choice.pick(['submit', 'button']) : 'link');
  if (letter.placeholder) form = choice.chance(0.85) ? parts.element('form', 'wrap', form).replace('<form', `<form action="${action}" method="post"`) : parts.element('div', 'wrap', form);
  // The form of a mailing service is often a frame, with nothing of its text on the page.
  if (letter.placeholder && choice.chance(0.05)) form = `<iframe src="https://${choice.token(6)}.example/embed/${choice.token(8)}" title="${escape(letter.heading)}"></iframe>\n`;
  let consent = '';
  for (const text of letter.consent ?? []) consent += choice.chance(0.4) ? `<label><input type="checkbox"> ${escape(text)}</label>\n` : parts.text('small', text);
  const messages = [letter.failure, letter.success].filter((message): message is string => message !== undefined && choice.chance(0.5));
  const said = messages.map((message) => parts.element('div', 'text', escape(message)).replace('<div', choice.chance(0.4) ? '<div style="display:none"' : '<div')).join('');
  return closable(parts, heading + told.html + (choice.chance(0.2) ? consent + form : form + consent) + said);
}

export function subscription(parts: Parts, offer: Subscription): string {
  const { choice } = parts;
  const href = choice.pick(['/subscribe', '/abo', '#', `/${choice.token(5)}`, `https://abo.${parts.host}/`]);
  const told = withLink(parts, offer.text, offer.button, href, 0.12);
  const price = choice.chance(0.8) ? parts.text('text', offer.price) : '';
  const small = (offer.small ?? []).map((text) => parts.text('small', text)).join('');
  return closable(parts, parts.heading(signed(parts, offer.heading)) + told.html + price + (told.linked ? '' : parts.button(offer.button, href)) + small);
}

export function offer(parts: Parts, { heading, text = [], button }: Offer): string {
  const { choice } = parts;
  const href = choice.pick(['https://apps.apple.com/app/x', 'https://t.me/x', '#', `/${choice.token(6)}`, 'https://whatsapp.com/channel/x', 'https://open.spotify.com/show/x', `https://shop.${parts.host}/`, 'https://www.facebook.com/x']);
  // All in one line, as such prompts stand between paragraphs.
  if (choice.chance(0.2)) return parts.html('text', `${choice.chance(0.4) ? `<strong>${escape(heading)}</strong>` : escape(heading)} <a href="${href}">${escape(button)}</a>`);
  const told = withLink(parts, text, button, href, 0.2);
  return closable(parts, parts.heading(heading) + told.html + (told.linked ? '' : parts.button(button, href)));
}

export function notice(parts: Parts, { heading, paragraphs, button }: Notice): string {
  const { choice } = parts;
  const href = choice.pick(['#', `/${choice.token(6)}`, '/about', '/contact', `mailto:desk@${parts.host}`]);
  const told = withLink(parts, paragraphs, button ?? '', href, button ? 0.4 : 0);
  return closable(parts, (heading && choice.chance(0.8) ? parts.heading(heading) : '') + told.html + (button && !told.linked ? parts.button(button, href) : ''));
}

/** Paragraphs, of which the last may end in the link that does what the button would. */
function withLink(parts: Parts, paragraphs: readonly string[], button: string, href: string, chance: number): { html: string; linked: boolean } {
  const { choice } = parts;
  const linked = paragraphs.length > 0 && choice.chance(chance);
  const role = choice.chance(0.5) ? 'paragraph' : 'text';
  const html = paragraphs.map((paragraph, i) => parts.html(role, linked && i === paragraphs.length - 1 ? `${escape(paragraph)} <a href="${href}">${escape(button)}</a>` : escape(paragraph))).join('');
  return { html, linked };
}

function bar(parts: Parts, text: string, button: string, href: string): string {
  const said = parts.text('text', text) + parts.button(button, href);
  return parts.choice.chance(0.6) ? said + parts.closer() : said;
}

/** Sums to choose from: radios, buttons, a list, links in one line, or a line to read. */
function sums(parts: Parts, amounts: readonly string[], href: string): string {
  const { choice } = parts;
  switch (choice.pick(['radios', 'radios', 'buttons', 'buttons', 'list', 'links', 'line'])) {
    case 'radios': return parts.choices(amounts, 'radio');
    case 'list': return parts.element('ul', 'wrap', amounts.map((amount) => `<li>${escape(amount)}</li>\n`).join(''));
    case 'links': return parts.html('text', amounts.map((amount) => `<a href="${href}">${escape(amount)}</a>`).join(choice.pick([' ', ' · ', ' | '])));
    case 'line': return parts.text('text', amounts.join(choice.pick([' · ', ' / ', ', '])));
    default: return amounts.map((amount) => parts.button(amount, href)).join('');
  }
}

/** How far a campaign has come, in figures alone. */
function meter(parts: Parts): string {
  const { choice } = parts;
  const goal = choice.pick([200, 500, 1000, 10_000, 50_000]);
  const reached = choice.between(1, goal - 1);
  const bar = choice.chance(0.5) ? `<progress value="${reached}" max="${goal}"></progress>\n` : '';
  return bar + parts.element('div', 'text', choice.pick([`${reached} / ${goal}`, `${Math.round((reached / goal) * 100)} %`]));
}

/** Address field with what is to be typed as placeholder, as label, or both. */
function mailField(parts: Parts, placeholder: string): string {
  const { choice } = parts;
  const type = choice.chance(0.65) ? 'email' : 'text';
  const name = choice.chance(0.85) ? ` name="${choice.pick(['email', 'EMAIL', 'mail', 'e', choice.token(5)])}"` : '';
  const labelled = choice.chance(0.25);
  const input = `<input type="${type}"${parts.style.attribute('field')}${name}${labelled && choice.chance(0.6) ? '' : ` placeholder="${escape(placeholder)}"`}>`;
  return labelled ? `<label>${escape(placeholder)} ${input}</label>\n` : `${input}\n`;
}

/** Prompts name who speaks far more often than stories do. */
function signed({ texts, choice }: Parts, heading: string): string {
  const { name } = texts.site;
  return heading.includes(name) || !choice.chance(0.3) ? heading : choice.pick([`${name}: ${heading}`, `${heading} – ${name}`, `${name} | ${heading}`]);
}

function closable(parts: Parts, html: string): string {
  if (!parts.choice.chance(0.15)) return html;
  return parts.choice.chance(0.5) ? parts.closer() + html : html + parts.closer();
}

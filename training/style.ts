// A seed in, a house style out: how one invented publisher names, nests and tags things.

import type { Choice } from './random';

export type Naming = 'telling' | 'hashed' | 'utility' | 'none' | 'foreign' | 'misleading';

/** What an element is for; telling styles derive class names from it. */
export type Role =
  | 'page' | 'header' | 'nav' | 'item' | 'main' | 'article' | 'headline' | 'kicker' | 'lead' | 'byline' | 'date' | 'share' | 'body' | 'paragraph' | 'subhead' | 'quote' | 'caption' | 'note' | 'tags' | 'bio'
  | 'appeal' | 'newsletter' | 'subscription' | 'offer' | 'related' | 'teaser' | 'inline' | 'ad' | 'comments' | 'comment' | 'footer' | 'cookie' | 'aside' | 'button' | 'field' | 'small' | 'text' | 'heading' | 'wrap';

const TELLING: Readonly<Record<Role, readonly string[]>> = {
  page: ['page', 'site', 'wrapper'], header: ['site-header', 'header', 'masthead'], nav: ['main-nav', 'menu', 'navigation'], item: ['menu-item', 'nav-item', 'item'], main: ['main', 'content-area', 'site-main'],
  article: ['article', 'post', 'entry', 'story'], headline: ['headline', 'entry-title', 'article__title'], kicker: ['kicker', 'overline', 'category'], lead: ['lead', 'standfirst', 'intro', 'excerpt'], byline: ['byline', 'author', 'meta'],
  date: ['date', 'published', 'timestamp'], share: ['share', 'social-share', 'article-tools'], body: ['article-body', 'entry-content', 'story-body', 'richtext', 'content'], paragraph: ['', '', 'paragraph', 'text'], subhead: ['', 'subheading', 'crosshead'],
  quote: ['quote', 'pullquote', ''], caption: ['caption', 'wp-caption-text', 'figure__caption'], note: ['note', 'correction', 'infobox'], tags: ['tags', 'topics'], bio: ['author-bio', 'about-author'],
  appeal: ['donation', 'donate-box', 'support-us', 'membership-callout', 'fundraiser', 'article-donation'], newsletter: ['newsletter', 'newsletter-signup', 'email-signup', 'mc4wp-form', 'subscribe-box'], subscription: ['paywall', 'subscription-offer', 'piano-offer', 'premium-teaser'],
  offer: ['promo', 'app-promo', 'follow-us', 'callout', 'podcast-promo'], related: ['related', 'most-read', 'recommended', 'read-more', 'more-news'], teaser: ['teaser', 'card', 'list-item', 'post-preview'], inline: ['read-also', 'inline-related', ''], ad: ['ad', 'advertisement', 'ad-slot', 'sponsored'],
  comments: ['comments', 'comment-list'], comment: ['comment', 'comment-body'], footer: ['footer', 'site-footer', 'colophon'], cookie: ['cookie-banner', 'consent', 'cmp'], aside: ['sidebar', 'aside', 'widget-area'], button: ['button', 'btn btn-primary', 'cta'], field: ['form-control', 'input', ''],
  small: ['small', 'disclaimer', 'fineprint'], text: ['text', '', 'description'], heading: ['title', 'heading', 'widget-title', ''], wrap: ['inner', 'container', 'row', 'col-12', 'box'],
};
const FOREIGN: Partial<Readonly<Record<Role, readonly string[]>>> = {
  header: ['kopf', 'entete', 'cabecera', 'naglowek', 'basligi', 'shapka'], nav: ['menyu', 'rubriken', 'gnavi', 'meniu'], body: ['inhalt', 'corps', 'cuerpo', 'tresc', 'metin', 'honbun', 'tekst'], headline: ['titel', 'titre', 'tytul', 'baslik', 'midashi'], appeal: ['spende', 'soutien', 'apoyo', 'wsparcie', 'bagis', 'kifu'],
  newsletter: ['infobrief', 'infolettre', 'boletin', 'biuletyn', 'bulten', 'merumaga'], related: ['weitere', 'aussi', 'relacionadas', 'powiazane', 'ilgili', 'kanren'], ad: ['anzeige', 'pub', 'publicidad', 'reklama', 'reklam', 'koukoku'], footer: ['fuss', 'pied', 'pie', 'stopka', 'altbilgi'], aside: ['rand', 'cote', 'lateral', 'bok', 'yan'],
  offer: ['aktion', 'offre', 'promocion', 'oferta', 'kampanya'], subscription: ['abo', 'abonnement', 'suscripcion', 'prenumerata', 'abonelik'], comments: ['kommentare', 'avis', 'comentarios', 'komentarze', 'yorum'],
};
const UTILITY = 'flex grid mt-4 mb-6 p-4 px-2 py-3 text-sm text-lg font-bold rounded border bg-gray-100 bg-white w-full max-w-xl items-center gap-2 md:col-8 relative leading-6 text-center shadow'.split(' ');

export interface Style {
  readonly naming: Naming;
  /** Sectioning elements (article, aside, header …) or nothing but div. */
  readonly semantic: boolean;
  /** Custom elements instead of div where boxes stand. */
  readonly custom: boolean;
  /** Boxes; tables, as old portals have it; or every piece of the story in the same wrapper, as content systems deliver it. */
  readonly layout: 'boxes' | 'table' | 'components';
  /** Levels of wrapping around boxes. */
  readonly depth: number;
  readonly paragraphTag: 'p' | 'div';
  readonly headingTag: 'h2' | 'h3' | 'h4' | 'strong' | 'div';
  readonly listTag: 'ul' | 'div' | 'ol';
  readonly attribute: (role: Role) => string;
}

export function makeStyle(choice: Choice): Style {
  const naming = choice.pick<Naming>(['telling', 'telling', 'hashed', 'hashed', 'utility', 'none', 'foreign', 'misleading']);
  const memory = new Map<Role, string>();
  const nameOf = (role: Role): string => {
    if (naming === 'none') return '';
    if (naming === 'hashed') return choice.pick([`css-${choice.token(6)}`, `sc-${choice.token(5)} ${choice.token(6)}`, `_${choice.token(8)}`]);
    if (naming === 'utility') return choice.some(UTILITY, choice.between(2, 5)).join(' ');
    if (naming === 'foreign') return choice.pick(FOREIGN[role] ?? [choice.token(4)]);
    if (naming === 'misleading') return choice.pick(TELLING[choice.pick(Object.keys(TELLING) as Role[])]);
    return choice.pick(TELLING[role]);
  };
  return {
    naming,
    semantic: choice.chance(0.6),
    custom: choice.chance(0.12),
    layout: choice.pick(['boxes', 'boxes', 'boxes', 'boxes', 'boxes', 'boxes', 'boxes', 'components', 'components', 'table']),
    depth: choice.between(0, 3),
    paragraphTag: choice.chance(0.88) ? 'p' : 'div',
    headingTag: choice.pick(['h2', 'h3', 'h3', 'h4', 'strong', 'div']),
    listTag: choice.pick(['ul', 'ul', 'div', 'div', 'ol']),
    attribute: (role) => {
      let name = memory.get(role);
      if (name === undefined) memory.set(role, name = nameOf(role));
      return name === '' ? '' : ` class="${name}"`;
    },
  };
}

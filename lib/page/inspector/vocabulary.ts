// In: the names the engine gives its features, by part. Out: the texts that say the same in plain words. Data.
import type { Label } from '../../engine/types';
import type { TextKey } from '../ui/say';

type Table = Readonly<Record<string, TextKey>>;

export const LABEL_NAMES = {
  article: 'labelArticle',
  fundraising: 'fundraising',
  newsletter: 'newsletter',
  promo: 'promo',
  other: 'labelOther',
} as const satisfies Record<Label, TextKey>;

/** What texts speak of, by the lexicon's concepts. */
export const CONCEPTS: Table = {
  function: 'whyWording',
  we: 'whyWe',
  you: 'whyYou',
  ask: 'whyAsk',
  donate: 'whyDonate',
  support: 'whySupport',
  mission: 'whyMission',
  payment: 'whyPayment',
  funding: 'whyFunding',
  frequency: 'whyFrequency',
  reader: 'whyReader',
  cost: 'whyCost',
  newsroom: 'whyNewsroom',
  join: 'whyJoin',
  owner: 'whyOwner',
  newsletter: 'whyNewsletter',
  signup: 'whySignup',
  email: 'whyEmail',
  consent: 'whyConsent',
  related: 'whyRelated',
  ad: 'whyAd',
  subscribe: 'whySubscribe',
  offer: 'whyOffer',
  byline: 'whyByline',
  share: 'whyShare',
  comments: 'whyComments',
  account: 'whyAccount',
  legal: 'whyLegal',
  credit: 'whyCredit',
};

/** Cues that need no words, by the names the engine counts them under. */
export const CUES: Table = { money: 'whyMoney', account: 'whyMoney', button: 'whyButton', names: 'whyPublication', giving: 'whyDonateLinks' };

/** Where something was found; a block's own needs no word. */
export const LEVELS: Readonly<Record<string, TextKey | undefined>> = {
  says: undefined,
  dense: undefined,
  own: undefined,
  path: 'whereAbove',
  parent: 'whereAbove',
  near: 'whereNear',
  holder: 'whereBox',
  ahead: 'whereNear',
  behind: 'whereNear',
  card: 'whereBox',
  box: 'whereBox',
  boxdense: 'whereBox',
  heading: 'whereHeading',
  previous: 'whereNear',
  next: 'whereNear',
};

export const LINKS: Table = {
  article: 'whyStoryLinks',
  own: 'whyOwnLinks',
  foreign: 'whyForeignLinks',
  donate: 'whyDonateLinks',
  newsletter: 'whyNewsletterLinks',
  paywall: 'whySubscribe',
  account: 'whyAccount',
  app: 'whyOffer',
  social: 'whySocialLinks',
  share: 'whyShare',
  shop: 'whyShopLinks',
  ad: 'whyAd',
  tags: 'whyTopicLinks',
  author: 'whyByline',
  mail: 'whyEmailLinks',
  fragment: 'whyOwnLinks',
};

export const FIELDS: Table = { email: 'whyEmailField', search: 'whySearchField', textarea: 'whyTextArea', radio: 'whyRadio', password: 'whyAccount', submit: 'whyButton', button: 'whyButton', frame: 'whyFrame' };

/**
 * One sort of what their words say: where it is missing another may be there, a form without a box to tick, a subscription sold without a link. Of
 * their absence nothing is said.
 */
export const NARROW: Readonly<Record<'field' | 'link', ReadonlySet<string>>> = {
  field: new Set(['text', 'checkbox', 'select', 'submit', 'button', 'password']),
  link: new Set(['paywall', 'account', 'app', 'share', 'ad', 'author', 'fragment', 'mail']),
};

/** Measures whose names say all, by feature or else by family. */
export const FIXED: Table = {
  'place.isHeadline': 'whyHeadline',
  'place.headingIsHeadline': 'whyUnderHeadline',
  'place.fromHeadline': 'whyUnderHeadline',
  'place.isBodyParagraph': 'whyBody',
  'place.siblingBefore': 'whyBody',
  'place.siblingAfter': 'whyBody',
  'place.alike': 'whyRepeats',
  'place.alikeParent': 'whyRepeats',
  'place.alikeGrand': 'whyRepeats',
  'place.alikeGreat': 'whyRepeats',
  'place.echoes': 'whyRepeats',
  'text.money': 'whyMoney',
  'text.account': 'whyMoney',
  'text.titleCover': 'whySharesTitle',
  'text.titleShare': 'whySharesTitle',
  'text.date': 'whyByline',
  'text.clock': 'whyByline',
  'text.copyright': 'whyLegal',
  'text.address': 'whyEmailLinks',
  text: 'whyText',
  tag: 'whyMarkup',
  inside: 'whyMarkup',
  insideDistance: 'whyMarkup',
  hidden: 'whyMarkup',
  depth: 'whyMarkup',
  parent: 'whyMarkup',
  own: 'whyMarkup',
  card: 'whyMarkup',
  box: 'whyMarkup',
  extent: 'whyExtent',
  holder: 'whyExtent',
  fact: 'whyFacts',
  page: 'whyText',
  rule: 'whyRule',
  ideas: 'whyIdeas',
  'voice.addresses': 'whyYou',
  voice: 'whyPublication',
};

/** `seen.…`: what other blocks were taken for; a number is a distance in blocks. */
export const NEIGHBOURS = /^-?\d$|^(before|after)$/;
export const SEEN: Table = {
  self: 'whySeenSelf',
  card: 'whySeenBox',
  box: 'whySeenBox',
  parent: 'whySeenBox',
  alike: 'whySeenAlike',
  alikeParent: 'whySeenAlike',
  heading: 'whySeenHeading',
};

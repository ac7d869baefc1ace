// The lists of ideas the engine counts: what texts speak of, what class names hint at, where hosts lead.

/** What a text can speak of; keys of every file in languages/. */
export const TEXT_CONCEPTS = [
  'function', 'we', 'you', 'ask', 'donate', 'support', 'mission', 'payment', 'funding', 'frequency', 'reader', 'cost', 'newsroom', 'join', 'owner', 'newsletter', 'signup', 'email', 'consent',
  'related', 'ad', 'subscribe', 'offer', 'byline', 'share', 'comments', 'account', 'credit',
] as const;
export type TextConcept = (typeof TEXT_CONCEPTS)[number];

/** What class names, ids and the paths of addresses hint at; keys of names.json. */
export const NAME_CONCEPTS = [
  'article', 'title', 'lead', 'caption', 'author', 'date', 'share', 'tags', 'comments', 'newsletter', 'donate', 'paywall', 'ad', 'related', 'teaser', 'promo',
  'nav', 'header', 'footer', 'aside', 'main', 'overlay', 'consent', 'account', 'search', 'social', 'media', 'box', 'button', 'form',
] as const;
export type NameConcept = (typeof NAME_CONCEPTS)[number];

/** What a foreign host is for; keys of hosts.json. */
export const HOST_CONCEPTS = ['donate', 'payment', 'newsletter', 'app', 'social', 'podcast', 'shop', 'ad', 'embed', 'comments'] as const;
export type HostConcept = (typeof HOST_CONCEPTS)[number];

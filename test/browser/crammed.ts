// Out: much of everything that the extension keeps, with long names, for its pages in the narrowest window they must do in.
import { mondayOf } from '../../lib/statistics';

export const NARROW = { width: 320, height: 700 };
export const LONG_HOST = 'a-very-long-subdomain.of-the-evening-and-morning-courier.localhost';

const DAY = 24 * 3600 * 1000;
const SITE = 'a-very-long-subdomain-of-the.evening-and-morning-courier.example';
const RULE = { id: 'one', label: 'newsletter', selector: 'section.newsletter-signup-module-with-a-long-name > div.inner', start: 'the morning letter', storyWords: 0, made: 1, misses: 3, aside: 'stale' };

/** The settings page has something to show in every section. */
export const FULL = {
  settings: {
    sites: { [SITE]: { mode: 'highlight', kinds: { promo: false, newsletter: false }, appeals: 'weekly' }, ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`paper-${i}.example`, { mode: 'off' }])) },
  },
  shelf: { [SITE]: { title: 'We need 400 more members before Sunday to keep this paper open for all', link: 'https://news.example/give', at: 1, count: 2345 } },
  rules: { [SITE]: [RULE, { ...RULE, id: 'two', aside: 'unsafe' }, { id: 'three', label: 'promo', selector: 'p.byline', storyWords: 0, made: 1, misses: 0 }] },
  statistics: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [mondayOf(new Date(Date.now() - i * 7 * DAY)), { fundraising: 3, newsletter: 20, promo: 900, articles: 9 }])),
};

/** The popup has all its parts: it thanks, offers hiding and speaks of an update. */
export const BUSY = {
  settings: { mode: 'highlight', ramp: true, sites: { localhost: { appeals: 'supported' } } },
  trust: { ramp: { articles: 14, prompts: 4800, disputed: 1, askAfter: 0 }, mixes: {} },
  news: { version: '0.2.0', at: Date.now() },
};

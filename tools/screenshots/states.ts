// Out: every state of the extension's own pages: what is stored, and what the page in the current tab answers.
import type { PromptInfo } from '../../lib/page/prompt-info';
import type { PageReport } from '../../lib/page/report';
import type { Settings } from '../../lib/settings';

export interface State {
  readonly name: string;
  readonly page: 'popup' | 'options' | 'welcome';
  readonly settings?: Partial<Settings>;
  /** Other things in storage, by name. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** What the page in the current tab reports; `gone` where no content script answers. */
  readonly report?: Partial<PageReport> | 'gone' | 'never';
  readonly prompts?: readonly PromptInfo[];
  /** The reader has taken access back. */
  readonly noAccess?: boolean;
  /** Nothing more can be stored. */
  readonly full?: boolean;
  /** Texts of elements to click, in order, by selector. */
  readonly clicks?: readonly string[];
  /** An expression to run in it after that. */
  readonly run?: string;
  readonly width?: number;
  readonly height?: number;
  /** In the few colours of a contrast theme. */
  readonly forced?: boolean;
  /** The README shows it, in English and light, under this name. */
  readonly readme?: string;
}

const REPORT: PageReport = {
  status: 'article',
  visit: 1,
  site: 'magazine.news.example',
  mode: 'hide',
  found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 1, unsure: 0 }, promo: { sure: 2, unsure: 1 } },
  words: { article: 1240, fundraising: 86, newsletter: 41, promo: 122, other: 310 },
  marked: 4,
  insisted: 0,
};

const PROMPTS: readonly PromptInfo[] = [
  { id: 1, kind: 'fundraising', title: 'We need 400 more members before Sunday to keep this paper open for all', words: 86, state: 'hidden', sure: true, link: 'https://news.example/give' },
  { id: 2, kind: 'newsletter', title: 'The morning letter', words: 41, state: 'hidden', sure: true, link: '' },
  { id: 3, kind: 'promo', title: 'Listen to our new podcast', words: 52, state: 'outlined', sure: true, link: '' },
  { id: 4, kind: 'promo', title: '', words: 40, state: 'hidden', sure: true, link: '' },
];
const OUTLINED = PROMPTS.map((prompt) => ({ ...prompt, state: 'outlined' as const }));

const DAY = 24 * 3600 * 1000;
const SHELF = Object.fromEntries(
  ['news.example', 'courier.example', 'zeitung.example', 'lejournal.example'].map((site, i) => [
    site,
    { title: ['We need 400 more members before Sunday', 'Keep local reporting alive', 'Ohne Sie geht es nicht', 'Le Journal a besoin de vous'][i], link: i === 2 ? '' : `https://${site}/give`, at: Date.now() - i * 3 * DAY, count: 5 - i },
  ]),
);

/** Half a year, with a holiday in it. */
function weeks() {
  const monday = new Date();
  monday.setHours(12, 0, 0, 0);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return Object.fromEntries(
    Array.from({ length: 24 }, (_, i) => {
      const date = new Date(monday.getTime() - i * 7 * DAY).toISOString().slice(0, 10);
      const busy = i === 9 || i === 10 ? 0 : 1;
      return [date, { fundraising: busy * ((i * 7) % 11), newsletter: busy * ((i * 5) % 9), promo: busy * (6 + ((i * 13) % 17)), articles: busy * 12 }];
    }),
  );
}

const SITES: Settings['sites'] = {
  'news.example': { mode: 'highlight' },
  'courier.example': { appeals: 'supported' },
  'zeitung.example': { mode: 'off' },
  'shop-of-stories.example': { kinds: { promo: false }, appeals: 'weekly' },
};

const RULES = {
  'news.example': [
    { id: 'one', label: 'promo', selector: 'p.byline', storyWords: 0, made: Date.now() - 4 * DAY, misses: 0 },
    { id: 'two', label: 'other', selector: 'section.newsletter-signup-module > div.inner', start: 'the morning letter', storyWords: 0, made: Date.now() - 9 * DAY, misses: 3, aside: 'stale' },
  ],
};
const FULL = { shelf: SHELF, statistics: weeks(), rules: RULES };
/** A file with two mistakes, chosen. */
const BAD_FILE = `(() => {
  const files = new DataTransfer();
  files.items.add(new File(['{"format":"unpitch","version":1,"settings":{"mode":"shout","theme":"dark","palette":7}}'], 'unpitch.json'));
  const input = document.querySelector('#data input[type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

export const STATES: readonly State[] = [
  { name: 'popup-article', page: 'popup', report: {}, prompts: PROMPTS, height: 640, readme: 'popup' },
  { name: 'popup-highlight', page: 'popup', settings: { mode: 'highlight' }, report: { mode: 'highlight', marked: 5 }, prompts: OUTLINED },
  { name: 'popup-no-prompts', page: 'popup', report: { marked: 0, found: { fundraising: { sure: 0, unsure: 0 }, newsletter: { sure: 0, unsure: 0 }, promo: { sure: 0, unsure: 0 } }, words: { article: 900, fundraising: 0, newsletter: 0, promo: 0, other: 200 } } },
  { name: 'popup-kinds-off', page: 'popup', settings: { kinds: { fundraising: false, newsletter: false, promo: false } }, report: { marked: 0 }, prompts: PROMPTS.map((prompt) => ({ ...prompt, state: 'shown' as const })) },
  { name: 'popup-not-article', page: 'popup', report: { status: 'not-article', marked: 0 } },
  { name: 'popup-off', page: 'popup', settings: { mode: 'off' }, report: { status: 'off', mode: 'off', marked: 0 } },
  { name: 'popup-off-here', page: 'popup', settings: { sites: { 'news.example': { mode: 'off' } } }, report: { status: 'off', mode: 'off', marked: 0 } },
  { name: 'popup-loading', page: 'popup', report: 'never' },
  { name: 'popup-unsupported', page: 'popup', report: { status: 'unsupported', marked: 0 } },
  { name: 'popup-failed', page: 'popup', report: { status: 'failed', marked: 0 } },
  { name: 'popup-gave-up', page: 'popup', report: { status: 'gave-up', marked: 0 } },
  { name: 'popup-insisted', page: 'popup', report: { marked: 3, insisted: 1 }, prompts: PROMPTS },
  { name: 'popup-unreachable', page: 'popup', report: 'gone' },
  { name: 'popup-no-access', page: 'popup', report: 'gone', noAccess: true },
  { name: 'popup-site', page: 'popup', settings: { sites: { 'magazine.news.example': { mode: 'hide', kinds: { promo: false }, appeals: 'supported' } } }, report: { marked: 2 }, prompts: PROMPTS },
  { name: 'popup-offer', page: 'popup', settings: { mode: 'highlight', ramp: true }, stored: { trust: { ramp: { articles: 14, prompts: 48, disputed: 1, askAfter: 0 }, mixes: {} } }, report: { mode: 'highlight', marked: 5 }, prompts: OUTLINED },
  { name: 'popup-drifted', page: 'popup', settings: { sites: { 'magazine.news.example': { mode: 'highlight', drifted: true } } }, report: { mode: 'highlight', marked: 5 }, prompts: OUTLINED },
  { name: 'popup-forced', page: 'popup', report: {}, prompts: PROMPTS, forced: true },
  { name: 'popup-more', page: 'popup', report: {}, prompts: PROMPTS, clicks: ['.site-panel summary', '.shortcuts summary'] },
  { name: 'popup-long', page: 'popup', report: { site: 'a-very-long-subdomain-of-the.evening-and-morning-courier.example' }, prompts: Array.from({ length: 14 }, (_, i) => ({ ...PROMPTS[i % 4]!, id: i })) },
  { name: 'popup-updated', page: 'popup', report: {}, prompts: [], stored: { news: { version: '0.2.0', at: Date.now() } } },
  { name: 'popup-not-saved', page: 'popup', report: {}, prompts: PROMPTS, full: true, clicks: ['.modes label:first-child input'] },
  { name: 'options', page: 'options', readme: 'settings', settings: { sites: SITES, ramp: true }, stored: FULL },
  { name: 'options-empty', page: 'options' },
  { name: 'options-narrow', page: 'options', settings: { sites: SITES }, stored: FULL, width: 320 },
  { name: 'options-reset', page: 'options', clicks: ['#data button.danger'] },
  { name: 'options-removed', page: 'options', settings: { sites: SITES }, clicks: ['#sites button.small'] },
  { name: 'options-bad-site', page: 'options', clicks: ['#sites form button'] },
  { name: 'options-many-sites', page: 'options', settings: { sites: Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`paper-${i}.example`, { mode: 'off' as const }])) } },
  { name: 'options-import', page: 'options', run: BAD_FILE },
  { name: 'options-forced', page: 'options', settings: { sites: SITES }, stored: FULL, forced: true },
  { name: 'welcome', page: 'welcome' },
  { name: 'welcome-highlight', page: 'welcome', readme: 'welcome', clicks: ['input[value=highlight]'] },
  { name: 'welcome-narrow', page: 'welcome', width: 320 },
  { name: 'welcome-later', page: 'welcome', clicks: ['input[value=later]'] },
  { name: 'welcome-not-saved', page: 'welcome', full: true, clicks: ['input[value=highlight]'] },
  { name: 'welcome-forced', page: 'welcome', forced: true },
];

/** Runs in a page of the extension ahead of its own scripts: the current tab answers as the state says. */
export function stubFor({ report, prompts = [], noAccess = false, full = false }: State): string {
  const answers = { getPage: typeof report === 'object' ? { report: { ...REPORT, ...report }, prompts } : null };
  return `
    const answers = ${JSON.stringify(answers)};
    const silence = ${JSON.stringify(report === 'never')};
    chrome.tabs.sendMessage = (tab, message, options, callback) => {
      const answer = answers[message.unpitch];
      const result = silence ? new Promise(() => {}) : answer ? Promise.resolve(answer) : Promise.reject(new Error('gone'));
      if (callback) result.then(callback, () => callback(undefined));
      return result;
    };
    if (${full}) chrome.storage.local.set = () => { throw new Error('full'); };
    chrome.permissions.contains = (wanted, callback) => { callback?.(${!noAccess}); return Promise.resolve(${!noAccess}); };`;
}

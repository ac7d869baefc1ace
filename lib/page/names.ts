// In: an element. Out: plain selectors made of its names, and which of those another article of the site has as well.
import { attribute } from './dom';

const NAME = /^-?[_a-zA-Z][\w-]{1,60}$/;
/** Counters and dates: another page has another. */
const PASSING = /\d{4}/;
/** Tools that name classes: Emotion, styled-components, styled-jsx and the like. */
const TOOLS = /^(css|sc|jsx|emotion|svelte|astro|dcr|styled)-/i;
/** One word, or a shorter text, may as well name a section of the site. In characters. */
const LEAST_SLUG = 8;

/** How long a selector made of names holds: for good, until the site is built anew, or on this page alone. */
export type Hold = 'lasting' | 'built' | 'passing';

export function holdOf(selector: string): Hold {
  const names = Array.from(selector.matchAll(/([#.])([\w-]+)/g), ([, mark, name]) => (mark === '#' ? holdOfId(name!) : holdOfClass(name!)));
  return names.includes('passing') ? 'passing' : names.includes('built') ? 'built' : 'lasting';
}

/** `tag#id`, `tag.class` and `tag.class.class` of an element, as far as its names may be the same on another page, those that hold longest first. */
export function compounds(element: Element): string[] {
  const tag = element.localName;
  const usable = (name: string) => NAME.test(name) && !PASSING.test(name);
  const id = attribute(element, 'id') ?? '';
  const all = (attribute(element, 'class') ?? '').split(/\s+/).filter(usable);
  const classes = HOLDS.flatMap((hold) => all.filter((name) => holdOfClass(name) === hold)).slice(0, 6);
  // Longer names say more.
  const singles = [...classes].sort((a, b) => b.length - a.length).map((name) => `${tag}.${name}`);
  const pair = classes.length > 1 ? [`${tag}.${classes[0]!}.${classes[1]!}`] : [];
  const made = [...(usable(id) ? [`${tag}#${id}`] : []), ...singles, ...pair];
  return HOLDS.flatMap((hold) => made.filter((one) => holdOf(one) === hold));
}

const HOLDS: readonly Hold[] = ['lasting', 'built', 'passing'];

const holdOfId = (id: string): Hold => (parts(id).some((part) => /^\d{3,}$/.test(part) || isHash(part)) || isOfThisPage(id) ? 'passing' : 'lasting');

function holdOfClass(name: string): Hold {
  if (isOfThisPage(name)) return 'passing';
  if (isBuilt(name)) return 'built';
  // Sizes and shades of colours come by the fifty: `gray-500`.
  return parts(name).some((part) => (/\d{3}$/.test(part) && !/^\d?[05]0$/.test(part)) || isHash(part)) ? 'passing' : 'lasting';
}

/** Written by a tool, the same on every page until the site is built anew: `css-1qw2e3r`, and of CSS modules `Box_root__a1B2c`, `_box_1ab2c_7`. */
function isBuilt(name: string): boolean {
  if (TOOLS.test(name)) return true;
  const hash = name.includes('__') ? name.slice(name.indexOf('__')) : '';
  if (/\d/.test(hash) && /[a-z]/i.test(hash)) return true;
  const all = parts(name);
  return name.startsWith('_') && /^\d+$/.test(all.at(-1)!) && (all.at(-2)?.length ?? 0) >= 5;
}

/** A number or a hash, as in `post-918` or `block-7f3a9c`. Small numbers count boxes, which stay. */
const isHash = (part: string): boolean => part.length >= 5 && /\d[a-z]/i.test(part);

/** Holds what tells this page's address from others of the site: its last part, or a number in it. */
function isOfThisPage(name: string): boolean {
  const last = location.pathname.toLowerCase().split('/').findLast((part) => part !== '')?.replace(/\.\w+$/, '') ?? '';
  const lower = name.toLowerCase();
  if (last.length >= LEAST_SLUG && last.includes('-') && lower.includes(last)) return true;
  const numbered = parts(last).filter((part) => part.length >= 3 && /\d/.test(part));
  return parts(lower).some((part) => numbered.includes(part));
}

const parts = (name: string): string[] => name.split(/[-_]+/);

// In: the build. Out: a picture of every state of what the extension draws, on its own pages and on others', light and dark, left to
// right and right to left; those of the README and of the stores among them. Arguments narrow it: names of states, or parts of them.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFolder, evaluate, launch, until, type ExtensionBrowser, type Tab } from './browser';
import { STATES, stubFor, type State } from './screenshots/states';
import { SAMPLES, STORIES, type Story } from './screenshots/stories';
import { serve } from './serve';

const FOLDER = '.screenshots';
/** German has the longest words of our languages, Japanese no spaces (and no glyphs, where the system has no font for it). */
const LOOKS = [
  { language: 'en', colorScheme: 'light' }, { language: 'en', colorScheme: 'dark' },
  { language: 'ar', colorScheme: 'light' }, { language: 'ar', colorScheme: 'dark' },
  { language: 'de', colorScheme: 'light' },
  { language: 'ja', colorScheme: 'light' },
] as const;
type Look = (typeof LOOKS)[number];
const SIZES = { popup: { width: 320, height: 860 }, options: { width: 980, height: 900 }, welcome: { width: 980, height: 900 }, story: { width: 1200, height: 900 } };

interface StorageApi {
  storage: { local: { clear(): Promise<void>; set(items: object): Promise<void> } };
}

const wanted = process.argv.slice(2);
const isWanted = ({ name }: { readonly name: string }) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const states = STATES.filter(isWanted);
const stories = STORIES.filter(isWanted);
if (!existsSync(buildFolder('chromium'))) throw new Error('No build yet; run "npm run build" first');

const server = await serve(async (path) => {
  const sample = Object.values(SAMPLES).find(({ file }) => path === `/${file}`);
  return sample && { body: await readFile(sample.file) };
});
for (const look of LOOKS) await pictures(look);
await server.close();
console.log(`${(states.length + stories.length) * LOOKS.length} pictures in ${FOLDER}/`);

async function pictures(look: Look): Promise<void> {
  const folder = join(FOLDER, `${look.language}-${look.colorScheme}`);
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'unpitch-pictures-'));
  const browser = await launch('chromium', { extension: resolve(buildFolder('chromium')), headless: true, profile, size: SIZES.story, scrollBars: false, ...look });
  const keep = async (one: State | Story, taken: Promise<Tab>) => {
    const tab = await taken;
    const path = join(folder, `${one.name}.png`);
    // What follows from the last change is drawn two frames on.
    await evaluate(tab, () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
    await tab.screenshot(path);
    await tab.close();
    if (look !== LOOKS[0]) return;
    if (one.readme) await copyFile(path, `docs/pictures/${one.readme}.png`);
    if ('store' in one) await copyFile(path, `docs/store/${one.store}.png`);
  };
  try {
    await browser.closeWelcome();
    const backstage = await browser.openPage('manifest.json');
    for (const state of states) await keep(state, ownPage(browser, backstage, state));
    for (const story of stories) await keep(story, otherPage(browser, backstage, story, look.language === 'ar' ? SAMPLES.rtl : SAMPLES.ltr));
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function store(backstage: Tab, items: object): Promise<void> {
  return evaluate(
    backstage,
    async (these) => {
      const { local } = (globalThis as unknown as { chrome: StorageApi }).chrome.storage;
      await local.clear();
      await local.set(these);
    },
    items,
  );
}

/** A page of the extension in one of its states. */
async function ownPage(browser: ExtensionBrowser, backstage: Tab, state: State): Promise<Tab> {
  await store(backstage, { ...state.stored, settings: state.settings ?? {} });
  const size = SIZES[state.page];
  const tab = await browser.openPage(`${state.page}.html${state.page === 'popup' ? '?tab=1' : ''}`, {
    before: stubFor(state),
    size: { width: state.width ?? size.width, height: state.height ?? size.height },
  });
  if (state.forced) await browser.forceColors(tab, true);
  await until('the page is drawn', () => evaluate(tab, () => document.body.childElementCount > 0 && !document.querySelector('[aria-busy=true]')));
  for (const selector of state.clicks ?? []) {
    await until(`${selector} is there`, () => evaluate(tab, (one) => document.querySelector<HTMLElement>(one)?.click() === undefined && document.querySelector(one) !== null, selector));
  }
  if (state.run) await tab.run(state.run);
  return tab;
}

/** A newspaper's page with the extension at work. */
async function otherPage(browser: ExtensionBrowser, backstage: Tab, story: Story, sample: (typeof SAMPLES)[keyof typeof SAMPLES]): Promise<Tab> {
  const { settings = {}, act, width = SIZES.story.width, height = SIZES.story.height, windowOnly, forced } = story;
  await store(backstage, { settings });
  const tab = await browser.open(`${server.origin}/${sample.file}`, { size: { width, height } });
  if (forced) await browser.forceColors(tab, true);
  if (settings.mode !== 'off') await until('prompts are marked', () => evaluate(tab, () => document.querySelector('[data-unpitch]') !== null));
  await act?.({ browser, tab, sample });
  return windowOnly ? { ...tab, screenshot: (path) => tab.screenshot(path, { windowOnly }) } : tab;
}

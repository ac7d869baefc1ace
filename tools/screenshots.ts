// In: the build. Out: a picture of every state of the extension's pages, light and dark, left to right and right to left; the README's among them.
// Arguments narrow it: names of states, or parts of them.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFolder, evaluate, launch, until, type ExtensionBrowser, type Tab } from './browser';
import { STATES, stubFor, type State } from './screenshots/states';

const FOLDER = '.screenshots';
const SIZES = { popup: { width: 320, height: 860 }, options: { width: 980, height: 900 }, welcome: { width: 980, height: 900 } };

interface StorageApi {
  storage: { local: { clear(): Promise<void>; set(items: object): Promise<void> } };
}

const wanted = process.argv.slice(2);
const states = STATES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (!existsSync(buildFolder('chromium'))) throw new Error('No build yet; run "npm run build" first');

for (const language of ['en', 'ar'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const folder = join(FOLDER, `${language}-${colorScheme}`);
    await mkdir(folder, { recursive: true });
    const profile = await mkdtemp(join(tmpdir(), 'unpitch-pictures-'));
    const browser = await launch('chromium', { extension: resolve(buildFolder('chromium')), headless: true, profile, language, colorScheme });
    try {
      await browser.closeWelcome();
      const backstage = await browser.openPage('manifest.json');
      for (const state of states) {
        const path = join(folder, `${state.name}.png`);
        await picture(browser, backstage, state, path);
        if (state.readme && language === 'en' && colorScheme === 'light') await copyFile(path, `docs/pictures/${state.readme}.png`);
      }
    } finally {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
console.log(`${states.length * 4} pictures in ${FOLDER}/`);

async function picture(browser: ExtensionBrowser, backstage: Tab, state: State, path: string): Promise<void> {
  await evaluate(
    backstage,
    async (items) => {
      const { local } = (globalThis as unknown as { chrome: StorageApi }).chrome.storage;
      await local.clear();
      await local.set(items);
    },
    { ...state.stored, settings: state.settings ?? {} },
  );
  const size = SIZES[state.page];
  const tab = await browser.openPage(`${state.page}.html${state.page === 'popup' ? '?tab=1' : ''}`, {
    before: stubFor(state),
    size: { width: state.width ?? size.width, height: state.height ?? size.height },
  });
  await until('the page is drawn', () => evaluate(tab, () => document.body.childElementCount > 0 && !document.querySelector('[aria-busy=true]')));
  for (const selector of state.clicks ?? []) {
    await until(`${selector} is there`, () => evaluate(tab, (one) => document.querySelector<HTMLElement>(one)?.click() === undefined && document.querySelector(one) !== null, selector));
  }
  // Two frames on, everything that follows is drawn too.
  await evaluate(tab, () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
  await tab.screenshot(path);
  await tab.close();
}

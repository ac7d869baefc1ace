// In: the texts of the package. Out: the extension's pages do at 320 pixels in every language; one browser draws them all, one after the
// other, since each language of its own would take a browser of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder, evaluate, until, type BrowserName, type Tab } from '../../tools/browser';
import { BUSY, FULL, LONG_HOST, NARROW } from './crammed';
import { store, textOf } from './face';
import { inEachBrowser, marks } from './harness';
import { faults } from './layout';
import { inLayer, texts as overlayTexts } from './overlay';
import { find } from './pages';

const LANGUAGES = readdirSync('locales').map((file) => file.replace('.yml', ''));
type Texts = Readonly<Record<string, { readonly message: string }>>;
const textsOf = (browser: BrowserName, language: string) => JSON.parse(readFileSync(join(buildFolder(browser), '_locales', language, 'messages.json'), 'utf8')) as Texts;

/** Has the browser answer this page from other texts; what is drawn from now on speaks them. */
function speak(tab: Tab, texts: Texts): Promise<void> {
  return evaluate(
    tab,
    (these) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { i18n: object } | undefined>;
      const getMessage = (key: string, gaps: string | readonly string[] = []) => (these[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => [gaps].flat()[Number(digit) - 1] ?? '');
      for (const api of [browser, chrome]) if (api) Object.defineProperty(api.i18n, 'getMessage', { value: getMessage, configurable: true });
    },
    texts,
  );
}

/** The ways to the other pages are one row of buttons. */
async function rowsOfTools(popup: Tab): Promise<string[]> {
  const tops = await evaluate(popup, () => Array.from(document.querySelectorAll('.tools button'), (one) => one.getBoundingClientRect().top));
  return tops.length === 3 && new Set(tops).size === 1 ? [] : [`its tools are at ${tops.join(', ')}`];
}

inEachBrowser('320 pixels wide, in every language,', find, (bench) => {
  const narrow = async (opened: Promise<Tab>) => {
    const tab = await opened;
    await tab.resize(NARROW);
    return tab;
  };
  let turn = 0;
  /** Draws these pages anew in each language, and says what is wrong with any. */
  const inEachLanguage = async (pages: Readonly<Record<string, Tab>>, kept: { readonly settings: object }, look: (page: Tab) => Promise<string[]> = faults) => {
    const found: string[] = [];
    for (const language of LANGUAGES) {
      const texts = textsOf(bench.browser.name, language);
      for (const page of Object.values(pages)) await speak(page, texts);
      // Pages are drawn again when settings change, and any change does.
      await store(Object.values(pages)[0]!, { ...kept, settings: { ...kept.settings, palette: turn++ % 2 ? 'calm' : 'vivid' } });
      for (const [name, page] of Object.entries(pages)) {
        await until(`${name} speaks ${language}`, () => evaluate(page, (one) => document.documentElement.lang === one, texts.locale!.message));
        found.push(...(await look(page)).map((fault) => `${name} in ${language}: ${fault}`));
      }
    }
    return found;
  };

  it('the popup has all its parts in sight, each apart and large enough', async () => {
    const backstage = await bench.browser.openPage('options.html');
    await store(backstage, BUSY);
    const tab = await bench.browser.open(`${bench.origin.replace('127.0.0.1', LONG_HOST)}/article`);
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    const popup = await narrow(bench.browser.openPopup(tab));
    await until('prompts, offer and news are there', async () => (await Promise.all(['.prompts', '.offer', '.news'].map((part) => textOf(popup, part)))).every((text) => text !== ''));
    await evaluate(popup, () => { for (const one of document.querySelectorAll('details')) one.open = true; });
    expect(await inEachLanguage({ popup }, BUSY)).toEqual([]);
    expect(await inEachLanguage({ popup }, BUSY, rowsOfTools)).toEqual([]);
    // What is hidden is listed with other buttons.
    await store(popup, { settings: {} });
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden') && (await textOf(popup, '.offer')) === '');
    expect(await inEachLanguage({ popup }, { settings: {} })).toEqual([]);
    for (const one of [popup, tab, backstage]) await one.close();
  });

  it('the popup does where there is nothing to do', async () => {
    const tabs: Tab[] = [];
    const popups: Record<string, Tab> = {};
    for (const address of [`${bench.origin}/plain`, `${bench.origin}/drawing.svg`, 'about:blank']) {
      const tab = await bench.browser.open(address);
      popups[`the popup for ${address}`] = await narrow(bench.browser.openPopup(tab));
      tabs.push(tab);
    }
    expect(await inEachLanguage(popups, { settings: {} })).toEqual([]);
    for (const one of [...tabs, ...Object.values(popups)]) await one.close();
  });

  it('the settings do, full and with all that is asked now and then', async () => {
    const backstage = await bench.browser.openPage('options.html');
    await store(backstage, FULL);
    await backstage.close();
    const page = await narrow(bench.browser.openPage('options.html'));
    await until('all is listed', async () => (await textOf(page, '#rules code')).split('\n').length === 3);
    expect(await inEachLanguage({ settings: page }, FULL)).toEqual([]);
    await evaluate(page, () => {
      for (const one of ['#data button.danger', '#sites .rows button', '#sites form button']) document.querySelector<HTMLElement>(one)!.click();
    });
    await until('it asks, offers and complains', () => evaluate(page, () => ['.sure', '.removed p', '#add-site-bad'].every((one) => document.querySelector(one))));
    expect(await inEachLanguage({ settings: page }, FULL)).toEqual([]);
    await store(page, { settings: {}, shelf: {}, rules: {}, statistics: {} });
    await page.close();
  });

  it('the welcome page and its sample do', async () => {
    const page = await narrow(bench.browser.openPage('welcome.html'));
    await until('the sample stands', () => evaluate(page, () => document.querySelector('iframe')!.contentDocument?.querySelector('main') != null));
    expect(await inEachLanguage({ welcome: page }, { settings: {} })).toEqual([]);
    // The sample is drawn once; its texts are put in one by one.
    const english = textsOf(bench.browser.name, 'en');
    for (const language of LANGUAGES) {
      const texts = textsOf(bench.browser.name, language);
      const pairs = Object.keys(english).filter((key) => key.startsWith('sample')).map((key) => [key, texts[key]!.message] as const);
      const wide = await evaluate(page, (these, first) => {
        const sample = document.querySelector('iframe')!.contentDocument!;
        const { body, documentElement } = sample;
        const state = window as unknown as { slots?: Map<string, Text> };
        if (!state.slots) {
          state.slots = new Map();
          const walker = sample.createTreeWalker(body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) for (const [key, text] of first) if (node.nodeValue === text) state.slots.set(key, node as Text);
        }
        for (const [key, text] of these) state.slots.get(key)!.nodeValue = text;
        return documentElement.scrollWidth - documentElement.clientWidth;
      }, pairs, Object.entries(english).map(([key, { message }]) => [key, message] as const));
      expect(wide, language).toBe(0);
    }
    await page.close();
  });

  it('a text that is too wide is found', async () => {
    const page = await narrow(bench.browser.openPage('welcome.html'));
    const texts = textsOf(bench.browser.name, 'de');
    await speak(page, { ...texts, welcomeTitle: { message: 'Spendenaufrufsausblendungserweiterungseinstellungen' } });
    await store(page, { settings: { palette: 'distinct' } });
    await until('it is drawn', async () => (await textOf(page, 'h1')).startsWith('Spenden'));
    expect((await faults(page)).join('\n')).toMatch(/scrolls sideways|off the page|cut off/);
    await page.close();
  });
}, { language: 'en' });

/** Lines of text in an overlay that are cut off, or stand outside of its box or of the window. Runs in the page. */
function outside(root: ShadowRoot, box: string): string[] {
  const found: string[] = [];
  for (const one of root.querySelectorAll<HTMLElement>(box)) {
    const frame = one.getBoundingClientRect();
    const [left, right] = [Math.max(0, frame.left) - 1.5, Math.min(innerWidth, frame.right) + 1.5];
    if (one.scrollWidth > one.clientWidth + 1) found.push(`${one.className} scrolls sideways: ${one.scrollWidth} in ${one.clientWidth}`);
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (Array.from(range.getClientRects()).some((line) => line.width > 0 && (line.left < left || line.right > right))) found.push(`outside of ${one.className}: ${node.nodeValue}`);
    }
  }
  return found;
}

// A browser takes no extension whose texts in its own language are broken, and what stands on pages speaks none but the browser's: each is
// started in each.
for (const language of LANGUAGES) {
  const tag = language.replace('_', '-');
  inEachBrowser(`in a browser that speaks ${tag}`, find, (bench) => {
    it('the extension does so too, on its pages and on those of others', async () => {
      const texts = textsOf(bench.browser.name, language);
      const page = await bench.browser.openPage('welcome.html');
      await until(`the page speaks ${tag}`, () => evaluate(page, (one) => document.documentElement.lang === one, tag));
      expect(await textOf(page, 'h1')).toBe(texts.welcomeTitle!.message);
      await store(page, { settings: { mode: 'highlight' } });
      const tab = await bench.browser.open(`${bench.origin}/article`);
      await until('prompts are named', () => evaluate(tab, (name) => Array.from(document.querySelectorAll('[data-unpitch]'), (one) => getComputedStyle(one, '::before').content + getComputedStyle(one, '::after').content).some((content) => content.includes(name)), texts.newsletter!.message));
      await store(page, { settings: {} });
      await tab.close();
      await page.close();
    });

    it('stubs, messages, inspector and why card find room on a phone', async () => {
      const texts = textsOf(bench.browser.name, language);
      const tab = await bench.browser.open(`${bench.origin}/article`, { size: { width: 360, height: 700 } });
      await tab.focus();
      await until('stubs are there', () => inLayer(tab, (root) => root.querySelectorAll('button').length > 2, { layer: 'unpitch-stubs' }));
      expect(await inLayer(tab, outside, { layer: 'unpitch-stubs' }, 'button')).toEqual([]);
      await bench.browser.runCommand(tab, 'undo');
      await until('a message is there', () => inLayer(tab, (root, said) => root.textContent.includes(said), { layer: 'unpitch-toast' }, texts.nothingToUndo!.message));
      expect(await inLayer(tab, outside, { layer: 'unpitch-toast' }, '.toast')).toEqual([]);
      await bench.browser.runCommand(tab, 'toggle-inspector');
      await until('outlines are there', async () => (await overlayTexts(tab, '.box')).length > 3);
      // By keyboard, which reaches what the panel covers.
      await evaluate(tab, () => { document.querySelector('.newsletter-box h3')!.scrollIntoView({ block: 'center', behavior: 'instant' }); });
      await until('the prompt is outlined', () => inLayer(tab, (root) => {
        const box = root.querySelector<HTMLElement>('.box.newsletter');
        box?.focus({ preventScroll: true });
        return box !== null;
      }));
      await tab.key!('Enter');
      await until('the card is there', async () => (await overlayTexts(tab, '.why h2')).length > 0);
      await inLayer(tab, (root) => { for (const one of root.querySelectorAll('details')) one.open = true; });
      expect(await inLayer(tab, outside, {}, '.card')).toEqual([]);
      // What finds none would be found.
      await inLayer(tab, (root) => {
        const title = root.querySelector<HTMLElement>('.why h2')!;
        title.style.whiteSpace = 'nowrap';
        title.textContent = 'Newsletters '.repeat(9);
      });
      expect(await inLayer(tab, outside, {}, '.card')).not.toEqual([]);
      await tab.close();
    });
  }, { language: tag });
}

import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { BUSY, FULL, LONG_HOST, NARROW } from './crammed';
import { store, textOf, violations } from './face';
import { headline, inEachBrowser, marks } from './harness';
import { faults } from './layout';
import { find } from './pages';

const DIRECTIONS = { en: 'ltr', de: 'ltr', ar: 'rtl' } as const;

for (const [language, direction] of Object.entries(DIRECTIONS)) {
  inEachBrowser(`320 pixels wide, in the language ${language},`, find, (bench) => {
    const inLanguage = (page: Tab) => until(`the page speaks ${language}`, () => evaluate(page, (one, way) => document.documentElement.lang === one && document.documentElement.dir === way, language, direction));
    const openPage = async (path: string) => {
      const page = await bench.browser.openPage(path);
      await page.resize(NARROW);
      await inLanguage(page);
      return page;
    };
    const openPopup = async (tab: Tab) => {
      const popup = await bench.browser.openPopup(tab);
      await popup.resize(NARROW);
      await inLanguage(popup);
      return popup;
    };

    it('the popup has all its parts in sight, each apart and large enough', async () => {
      const page = await bench.browser.openPage('options.html');
      await store(page, BUSY);
      await page.close();
      const tab = await bench.browser.open(`${bench.origin.replace('127.0.0.1', LONG_HOST)}/article`);
      await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
      const popup = await openPopup(tab);
      await until('prompts and offer are there', async () => (await textOf(popup, '.prompts')) !== '' && (await textOf(popup, '.offer')) !== '' && (await textOf(popup, '.news')) !== '');
      await evaluate(popup, () => { for (const one of document.querySelectorAll('details')) one.open = true; });
      expect(await faults(popup)).toEqual([]);
      expect(await violations(popup)).toEqual([]);

      // What is hidden is listed with other buttons.
      await store(popup, { settings: {} });
      await until('the offer is gone', async () => (await textOf(popup, '.offer')) === '' && (await marks(tab)).includes('hidden'));
      expect(await faults(popup)).toEqual([]);
      await popup.close();
      await tab.close();
    });

    it.each(['/plain', '/drawing.svg', 'about:blank'])('the popup does for %s too', async (address) => {
      const tab = await bench.browser.open(address.startsWith('/') ? bench.origin + address : address);
      const popup = await openPopup(tab);
      await until('it says so', async () => (await headline(popup)) !== '');
      expect(await faults(popup)).toEqual([]);
      await popup.close();
      await tab.close();
    });

    it('the settings do, full and empty', async () => {
      const page = await openPage('options.html');
      expect(await faults(page)).toEqual([]);
      await store(page, FULL);
      await page.close();
      const full = await openPage('options.html');
      await until('all is listed', async () => (await textOf(full, '#rules code')).split('\n').length === 3 && (await textOf(full, '#statistics figcaption')) !== '');
      expect(await faults(full)).toEqual([]);
      // A name is not broken where it need not be.
      expect(await evaluate(full, () => Array.from(document.querySelectorAll('#sites .rows bdi'), (one) => one.getClientRects().length).slice(1))).toEqual(Array.from({ length: 12 }, () => 1));
      expect(await evaluate(full, () => document.querySelector('h1')!.getBoundingClientRect().height)).toBeLessThan(40);
      expect(await violations(full)).toEqual([]);
      // What is asked, said and offered now and then.
      await evaluate(full, () => {
        for (const one of ['#data button.danger', '#sites .rows button', '#sites form button']) document.querySelector<HTMLElement>(one)!.click();
      });
      await until('it asks, offers and complains', () => evaluate(full, () => ['.sure', '.removed p', '#add-site-bad'].every((one) => document.querySelector(one))));
      expect(await faults(full)).toEqual([]);
      await store(full, { settings: {}, shelf: {}, rules: {}, statistics: {} });
      await full.close();
    });

    it('what is wrong is found', async () => {
      const page = await openPage('options.html');
      await evaluate(page, () => {
        const style = (selector: string, values: Partial<CSSStyleDeclaration>) => { Object.assign(document.querySelector<HTMLElement>(selector)!.style, values); };
        style('#sites h2', { width: '400px' });
        style('#kinds h2', { width: '10px', overflow: 'hidden' });
        style('#shelf h2', { marginBottom: '-24px' });
        style('#data button.danger', { padding: '0', font: '10px/1 system-ui' });
      });
      const found = (await faults(page)).join('\n');
      for (const fault of [/^scrolls sideways/m, /^cut off by h2/m, /^over each other: h2\S*shelf/m, /^too small.*button.danger/m]) expect(found).toMatch(fault);
      await page.close();
    });

    it('the welcome page and its sample do, whatever is chosen', async () => {
      const page = await openPage('welcome.html');
      for (const choice of ['highlight', 'later', 'hide']) {
        await evaluate(page, (one) => { document.querySelector<HTMLElement>(`input[value=${one}]`)!.click(); }, choice);
        await until(`${choice} is chosen`, () => evaluate(page, (one) => document.querySelector<HTMLInputElement>(`input[value=${one}]`)!.checked, choice));
        expect(await faults(page)).toEqual([]);
      }
      await until('the sample stands', () => evaluate(page, () => document.querySelector('iframe')!.contentDocument!.querySelector('main') !== null));
      expect(await evaluate(page, () => { const { scrollWidth, clientWidth } = document.querySelector('iframe')!.contentDocument!.documentElement; return scrollWidth - clientWidth; })).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  }, { language });
}

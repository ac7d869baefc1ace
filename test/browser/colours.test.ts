import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { PALETTES } from '../../lib/settings';
import { BUSY, FULL } from './crammed';
import { store, textOf, violations } from './face';
import { inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { find } from './pages';

const LOOKS = (['light', 'dark'] as const).flatMap((theme) => PALETTES.map((palette) => ({ theme, palette })));

inEachBrowser('in every theme and with all colours,', find, (bench: Bench) => {
  /** What axe finds, look by look. */
  const walk = async (page: Tab, settings: object) => {
    const found: string[] = [];
    for (const look of LOOKS) {
      await store(page, { settings: { ...settings, ...look } });
      await untilEqual('the look', [look.theme, look.palette], () => evaluate(page, () => { const { theme, palette } = document.documentElement.dataset; return [theme!, palette!] as const; }));
      found.push(...(await violations(page)).map((one) => `${look.theme}, ${look.palette}: ${one}`));
    }
    return found;
  };

  it('the popup can be read, with all that it says', async () => {
    const backstage = await bench.browser.openPage('options.html');
    await store(backstage, BUSY);
    const tab = await bench.browser.open(`${bench.origin.replace('127.0.0.1', 'localhost')}/article`);
    await until('prompts are outlined', async () => (await marks(tab)).some((mark) => mark.startsWith('newsletter')));
    const popup = await bench.browser.openPopup(tab);
    await until('prompts and offer are there', async () => (await textOf(popup, '.prompts')) !== '' && (await textOf(popup, '.offer')) !== '');
    await evaluate(popup, () => { for (const one of document.querySelectorAll('details')) one.open = true; });
    expect(await walk(popup, BUSY.settings)).toEqual([]);
    for (const one of [popup, tab, backstage]) await one.close();
  });

  it('the settings can', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, FULL);
    await until('all is listed', async () => (await textOf(page, '#rules code')).split('\n').length === 3);
    await evaluate(page, () => { for (const one of ['#data button.danger', '#sites form button']) document.querySelector<HTMLElement>(one)!.click(); });
    await until('it asks and complains', () => evaluate(page, () => ['.sure', '#add-site-bad'].every((one) => document.querySelector(one))));
    expect(await walk(page, FULL.settings)).toEqual([]);
    await store(page, { settings: {}, shelf: {}, rules: {}, statistics: {} });
    await page.close();
  });

  it('the welcome page can, its sample with the prompts outlined', async () => {
    const page = await bench.browser.openPage('welcome.html');
    await until('the sample stands', () => evaluate(page, () => document.querySelector('iframe')!.contentDocument?.querySelector('main') != null));
    expect(await walk(page, { mode: 'highlight' })).toEqual([]);
    await page.close();
    // By itself, since axe does not look into frames that it is not put into.
    const sample = await bench.browser.openPage('sample.html');
    await until('prompts are outlined', async () => (await marks(sample)).some((mark) => mark.startsWith('newsletter')));
    expect(await walk(sample, { mode: 'highlight' })).toEqual([]);
    await sample.close();
  });

  it('what could not be read would be found', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, { settings: { theme: 'light' } });
    await untilEqual('the theme', 'light', () => evaluate(page, () => document.documentElement.dataset.theme!));
    await evaluate(page, () => { document.documentElement.style.setProperty('--quiet', '#c0c0c0'); });
    expect((await violations(page)).join('\n')).toContain('color-contrast');
    await page.close();
  });
});

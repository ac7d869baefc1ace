import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { press, store, stored, textOf } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { focused, focusOn } from './keys';
import { find } from './pages';

interface Kept {
  readonly settings?: { readonly mode?: string; readonly sites?: Readonly<Record<string, object>> };
  readonly trust?: { readonly ramp: { readonly articles: number; readonly prompts: number; readonly disputed: number }; readonly mixes: Readonly<Record<string, number[]>> };
}

const SITE = '127.0.0.1';
const NO_RAMP = { articles: 0, prompts: 0, disputed: 0, askAfter: 0 };

inEachBrowser('trust', find, (bench: Bench) => {
  const kept = async (page: Tab) => (await stored(page, 'local')) as Kept;

  it('offers to hide once the reader has seen enough, and hides when told to', async () => {
    const page = await bench.browser.openPage('options.html');
    // One article before the offer.
    await store(page, { settings: { mode: 'highlight', ramp: true }, trust: { ramp: { ...NO_RAMP, articles: 9, prompts: 30, disputed: 1 }, mixes: {} } });
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    await untilEqual('the articles', 10, async () => (await kept(page)).trust!.ramp.articles);
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Not a prompt'));
    await popup.focus();
    await focusOn(popup, '.prompts button');
    await popup.key!('Enter');
    await untilEqual('the disputes', 2, async () => (await kept(page)).trust!.ramp.disputed);
    await untilEqual('the focus', 'Noted', () => focused(popup));
    const { prompts } = (await kept(page)).trust!.ramp;
    expect(prompts).toBeGreaterThan(32);
    await untilEqual('the offer', `You would have agreed ${prompts - 2} of ${prompts} times. Start hiding?`, () => textOf(popup, '.offer p'));
    await press(popup, 'Start hiding', '.offer');
    await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    await untilEqual('the offer', '', () => textOf(popup, '.offer'));
    for (const one of [popup, tab, page]) await one.close();
  });

  it('goes back to highlighting on a site whose mix of blocks suddenly changes, and asks', async () => {
    const page = await bench.browser.openPage('options.html');
    const visit = async (path: string) => {
      const tab = await bench.browser.open(bench.origin + path);
      await until('prompts are marked', async () => (await marks(tab)).length > 0);
      return tab;
    };
    await store(page, { settings: { mode: 'hide', driftAlarm: true }, trust: { ramp: NO_RAMP, mixes: {} } });
    const usual = await visit('/article');
    const share = await until('the mix is known', async () => (await kept(page)).trust?.mixes[SITE]?.[0]);
    await usual.close();
    // Six articles of the same mix, then one that is drowned in prompts.
    await store(page, { trust: { ramp: NO_RAMP, mixes: { [SITE]: [share, share, share, share, share, share] } } });
    const calm = await visit('/article');
    await until('the mix is counted', async () => (await kept(page)).trust?.mixes[SITE]?.length === 7);
    expect((await kept(page)).settings!.sites ?? {}).toEqual({});
    await calm.close();

    const drowned = await visit('/drowned');
    await until('prompts are outlined', async () => (await marks(drowned)).includes('fundraising'));
    await until('all prompts show', async () => !(await marks(drowned)).includes('hidden'));
    const popup = await bench.browser.openPopup(drowned);
    await until('the popup asks', async () => (await textOf(popup, '.offer p')).startsWith('This site suddenly shows far more'));
    await press(popup, 'Hide again', '.offer');
    await until('prompts are hidden', async () => (await marks(drowned)).includes('hidden'));
    await untilEqual('the popup', true, async () => /prompts? hidden/.test(await headline(popup)));
    expect((await kept(page)).settings!.sites ?? {}).toEqual({});
    for (const one of [popup, drowned, page]) await one.close();
  });
});

inEachBrowser('two devices with one account', find, (bench: Bench) => {
  /** Writes into the account's storage, as another device does. */
  const fromElsewhere = (page: Tab, items: object) =>
    evaluate(page, (these) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: { sync: { set(items: object): Promise<void> } } }>;
      return (browser ?? chrome).storage.sync.set(these);
    }, items);
  const places = async (page: Tab) => Object.assign({}, ...Object.values(await stored(page, 'sync'))) as Record<string, { at: number; value?: unknown }>;

  it('take over what the other changed later, keep what they changed later themselves, and survive garbage', async () => {
    const page = await bench.browser.openPage('options.html');
    await until('the page is drawn', () => evaluate(page, () => document.querySelector('#data') !== null));
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await until('the settings are there', async () => 'theme' in (await places(page)));
    await press(page, 'Vivid', '#kinds');
    const own = await until('the change is there', async () => {
      const { palette } = await places(page);
      return palette?.value === 'vivid' && palette;
    });
    // A conflict: the other device changed the colours before us, the theme and a site after us.
    const later = own.at + 60_000;
    await fromElsewhere(page, { 'settings.1': { palette: { at: own.at - 60_000, value: 'distinct' }, theme: { at: later, value: 'dark' }, 'sites.news.example': { at: later, value: { mode: 'off' } } }, 'settings.2': 'garbage', other: [1] });
    await until('the theme follows', () => evaluate(page, () => document.documentElement.dataset.theme === 'dark'));
    await until('the site is listed', async () => (await textOf(page, '#sites')).includes('news.example'));
    expect(await evaluate(page, () => document.documentElement.dataset.palette)).toBe('vivid');
    await until('both stand in the account', async () => {
      const all = await places(page);
      return all.palette?.value === 'vivid' && all.theme?.value === 'dark' && JSON.stringify(all['sites.news.example']?.value) === '{"mode":"off"}';
    });
    // What is taken away here is taken away there, and does not come back.
    await press(page, 'Remove news.example', '#sites');
    await until('the site is taken away', async () => {
      const record = (await places(page))['sites.news.example'];
      return record !== undefined && record.value === undefined;
    });
    expect(await textOf(page, '#data [role=alert]')).toBe('');
    await page.close();
  });

  it('are told when the account has no room, and then keep the same what was changed last', async () => {
    const page = await bench.browser.openPage('options.html');
    await until('the page is drawn', () => evaluate(page, () => document.querySelector('#data') !== null));
    const sites = Object.fromEntries(Array.from({ length: 1900 }, (_, i) => [`${'a-newspaper-with-a-very-long-name'.repeat(2)}-${i}.example`, { mode: 'highlight', appeals: 'weekly' }]));
    await store(page, { settings: { sites }, sync: null });
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await until('the page says so', async () => (await textOf(page, '#data [role=alert]')).includes('no room'));
    const size = async () => JSON.stringify(await stored(page, 'sync')).length;
    expect(await size()).toBeGreaterThan(50_000);
    expect(await size()).toBeLessThan(102_400);
    await press(page, 'Dark', '#appearance');
    await until('the last change is there', async () => (await places(page)).theme?.value === 'dark');
    expect(Object.keys(((await stored(page, 'local')) as Kept).settings!.sites!)).toHaveLength(1900);
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await store(page, { settings: {} });
    await page.close();
  });
});

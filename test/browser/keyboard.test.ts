import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { store, stored, textOf } from './face';
import { inEachBrowser, marks, untilEqual } from './harness';
import { focused, focusOn, press, walk } from './keys';
import { find } from './pages';

const RULE = { id: 'one', label: 'promo', selector: 'p.footnote', storyWords: 0, made: 1, misses: 3, aside: 'stale' };

inEachBrowser('by keyboard alone', find, (bench) => {
  /** Every stop is reached in the order in which the page is read, and is seen to be. */
  async function expectWalk(page: Tab): Promise<void> {
    await page.resize({ width: 320, height: 800 });
    const { stops, count } = await walk(page);
    expect(stops.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i));
    // A frame says itself where in it the focus is.
    expect(stops.filter(({ ringed, name }) => !ringed && !name.startsWith('iframe')).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ inSight, name }) => !inSight && !name.startsWith('iframe')).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ top }, i) => i > 0 && top < stops[i - 1]!.top - 12).map(({ name }) => name)).toEqual([]);
  }
  const shortly = (page: Tab, what: string, selector: string) => until(what, () => evaluate(page, (one) => document.querySelector(one) !== null, selector));

  it('all of the popup is reached in order, with a ring around it', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    await expectWalk(popup);
    await evaluate(popup, () => { for (const one of document.querySelectorAll('details')) one.open = true; });
    await focusOn(popup, '.site-panel summary');
    await press(popup, 'Tab');
    await untilEqual('the focus', 'Fundraising', () => focused(popup));
    await popup.close();
    await tab.close();
  });

  it('the popup is used: mode, kind, site, what is more, a prompt', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    await popup.focus();
    await press(popup, 'Tab');
    await untilEqual('the focus', 'Hide', () => focused(popup));
    await press(popup, 'ArrowLeft');
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    await untilEqual('the focus', 'Highlight', () => focused(popup));
    await press(popup, 'ArrowRight');
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await press(popup, 'Tab', 2);
    await press(popup, 'Space');
    await until('newsletters are off', async () => JSON.stringify((await stored(popup, 'local')).settings).includes('"newsletter":false'));
    await press(popup, 'Space');
    await press(popup, 'Tab', 2);
    await untilEqual('the focus', 'On this site', () => focused(popup));
    await press(popup, 'Space');
    await untilEqual('the marks', [], () => marks(tab));
    await press(popup, 'Space');
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await focusOn(popup, '.site-panel summary');
    await press(popup, 'Enter');
    await shortly(popup, 'more is shown', '.site-panel details[open]');
    await focusOn(popup, '.prompts button');
    const hidden = (await marks(tab)).filter((mark) => mark === 'hidden').length;
    await press(popup, 'Enter');
    await untilEqual('the hidden prompts', hidden - 1, async () => (await marks(tab)).filter((mark) => mark === 'hidden').length);
    // The same button takes it back: it must not have gone.
    await untilEqual('the focus', 'Hide again', () => focused(popup));
    await store(popup, { settings: {} });
    await popup.close();
    await tab.close();

    // Where the button that was pressed goes, what is said of the page takes its place.
    const plain = await bench.browser.open(`${bench.origin}/plain`);
    const other = await bench.browser.openPopup(plain);
    await shortly(other, 'the page is no article', '.found button');
    await other.focus();
    await focusOn(other, '.found button');
    await press(other, 'Enter');
    await untilEqual('the focus', 'found', () => evaluate(other, () => document.querySelector('.found button') === null ? document.activeElement!.className : ''));
    await other.close();
    await plain.close();
  });

  it('all of the settings is reached in order, with a ring around it', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, {
      settings: { sites: { 'one.example': { mode: 'off' }, 'two.example': { mode: 'highlight' } } },
      shelf: { 'news.example': { title: 'Keep us going', link: 'https://news.example/give', at: 1, count: 2 } },
      rules: { 'news.example': [RULE] },
    });
    await page.close();
    const full = await bench.browser.openPage('options.html');
    await shortly(full, 'the page is drawn', '#rules .revive');
    await expectWalk(full);
    await full.close();
  });

  it('the settings are used, and the focus is never lost', async () => {
    const page = await bench.browser.openPage('options.html');
    await shortly(page, 'the page is drawn', '#rules .revive');
    await page.focus();
    await focusOn(page, '#kinds .pill:last-child');
    await press(page, 'Space');
    await until('the colours follow', () => evaluate(page, () => document.documentElement.dataset.palette === 'distinct'));
    await focusOn(page, '#sites .rows button');
    await press(page, 'Enter');
    await untilEqual('the sites', 'two.example', () => textOf(page, '#sites .rows bdi'));
    await untilEqual('the focus', 'Remove two.example', () => focused(page));
    await press(page, 'Enter');
    await untilEqual('the sites', '', () => textOf(page, '#sites .rows bdi'));
    // Nothing is left in this list: the focus is on what would put it back.
    await untilEqual('the focus', 'Undo', () => focused(page));
    await press(page, 'Enter');
    await untilEqual('the sites', 'two.example', () => textOf(page, '#sites .rows bdi'));
    await untilEqual('the section', 'sites', () => evaluate(page, () => document.activeElement!.id));
    await focusOn(page, '#data button.danger');
    await press(page, 'Enter');
    await untilEqual('the focus', 'Cancel', () => focused(page));
    await press(page, 'Enter');
    await untilEqual('the focus', 'Reset everything', () => focused(page));
    await press(page, 'Enter');
    await untilEqual('the focus', 'Cancel', () => focused(page));
    await press(page, 'Shift+Tab');
    await untilEqual('the focus', 'Reset and erase', () => focused(page));
    await press(page, 'Enter');
    await until('all is gone', async () => (await textOf(page, '#data [role=status]')) !== '');
    await untilEqual('the focus', 'Reset everything', () => focused(page));
    await page.close();
  });

  it('all of the welcome page is reached in order, and a choice made', async () => {
    const page = await bench.browser.openPage('welcome.html');
    await until('the sample stands', () => evaluate(page, () => document.querySelector('iframe')!.contentDocument!.querySelector('main') !== null));
    await expectWalk(page);
    await focusOn(page, 'input:checked');
    await press(page, 'ArrowDown');
    await until('it is stored', async () => JSON.stringify((await stored(page, 'local')).settings).includes('"highlight"'));
    await untilEqual('the choice', 'highlight', () => evaluate(page, () => document.querySelector<HTMLInputElement>('input:checked')!.value));
    await press(page, 'ArrowDown');
    await untilEqual('the mode', 'off', async () => ((await stored(page, 'local')).settings as { mode: string }).mode);
    await press(page, 'ArrowUp', 2);
    await page.close();
  });
});

import { expect, it } from 'vitest';
import { askReport, choose, evaluate, until, type Tab } from '../../tools/browser';
import type { Settings } from '../../lib/settings';
import { press, store, stored, textOf } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { find } from './pages';

async function openArticle({ browser, origin }: Bench): Promise<Tab> {
  const tab = await browser.open(`${origin}/article`);
  await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
  return tab;
}

/** The article on a site where newsletter prompts were let be. */
async function openWithLetters(bench: Bench): Promise<Tab> {
  const tab = await openArticle(bench);
  const popup = await bench.browser.openPopup(tab);
  await press(popup, 'Newsletters', '.site-panel');
  await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
  await popup.close();
  return tab;
}

inEachBrowser('faults', find, (bench) => {
  const modeIn = async (page: Tab) => ((await stored(page, 'local')).settings as Settings | undefined)?.mode;

  it('the background stopped in mid-answer: badge, popup, shelf and settings are right all the same', async () => {
    const tab = await openArticle(bench);
    const popup = await bench.browser.openPopup(tab);
    await until('the background has been at work', async () => 'shelf' in (await stored(popup, 'local')));
    for (const mode of ['highlight', 'hide'] as const) {
      await bench.browser.stopBackground();
      await Promise.all([choose(popup, mode === 'hide' ? 'Hide' : 'Highlight'), tab.goto(`${bench.origin}/article`)]);
      await bench.browser.stopBackground();
      await untilEqual('the mode stored', mode, () => modeIn(popup));
      await until(`the page follows ${mode}`, async () => (await askReport(popup)).mode === mode);
    }
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await tab.goto(`${bench.origin}/article`);
    const { marked } = await until('prompts are hidden', async () => {
      const report = await askReport(popup);
      return report.marked > 0 && report;
    });
    await untilEqual('the badge', String(marked), () => bench.browser.badge(tab));
    await untilEqual('the popup', `${marked} prompts hidden`, () => headline(popup));
    await popup.close();
    await tab.close();
  });

  it('two windows: each page has its own badge, and both follow one change', async () => {
    const [tab, other] = [await openArticle(bench), await bench.browser.open(`${bench.origin}/plain`)];
    const popup = await bench.browser.openPopup(tab);
    // The other page moves to a window of its own.
    await other.focus();
    await evaluate(popup, async () => {
      interface Api { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }; windows: { create(options: object): Promise<unknown> } }
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
      const api = browser ?? chrome;
      const [active] = await api.tabs.query({ active: true, currentWindow: true });
      await api.windows.create({ tabId: active!.id });
    });
    await other.goto(`${bench.origin}/article`);
    await until('prompts are hidden there too', async () => (await marks(other)).includes('hidden'));
    await choose(popup, 'Highlight');
    for (const page of [tab, other]) await untilEqual('the newsletter box', true, () => isShown(page, '.newsletter-box'));
    await choose(popup, 'Hide');
    for (const page of [tab, other]) await untilEqual('the newsletter box', false, () => isShown(page, '.newsletter-box'));
    await popup.close();
    await other.close();
    await tab.close();
  });
});

// Firefox ends the old script, and starts a new one in the page.
inEachBrowser('faults', find, (bench) => {
  it('an update while a page is open: the page is not left without anybody in charge, and settings stay', async () => {
    const tab = await openWithLetters(bench);
    await bench.browser.reloadExtension();
    const other = await bench.browser.open(`${bench.origin}/plain`);
    await tab.focus();
    await until('prompts are hidden by the new one', async () => (await marks(tab)).includes('hidden'));
    expect(await isShown(tab, '.newsletter-box')).toBe(true);
    const after = await bench.browser.openPopup(tab);
    await until('the popup speaks with the page', async () => /hidden$/.test(await headline(after)));
    await press(after, 'Newsletters', '.site-panel');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await after.close();
    await other.close();
    await tab.close();
  });
}, { these: ['firefox'] });

// Chromium leaves the page with the old script, which has lost its extension.
inEachBrowser('faults', find, (bench) => {
  it('an update while a page is open: the page stays as it is, nothing is logged, and the popup offers to load it anew', async () => {
    const tab = await openWithLetters(bench);
    const errors = bench.browser.errors.length;
    await bench.browser.reloadExtension();
    // What would have the old script speak with its extension: another verdict, a return of the page, another address.
    await evaluate(tab, () => {
      const appeal = document.querySelector('.support-appeal')!.cloneNode(true) as Element;
      appeal.id = 'another';
      document.querySelector('article')!.append(appeal);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      history.pushState(null, '', '?again');
    });
    await untilEqual('the appeal that came since', false, () => isShown(tab, '#another'));
    expect(await isShown(tab, '.newsletter-box')).toBe(true);
    const before = await marks(tab);
    const popup = await bench.browser.openPopup(tab);
    await untilEqual('the popup', 'Unpitch is not running here', () => headline(popup));
    await choose(popup, 'Highlight');
    expect(await marks(tab)).toEqual(before);
    expect(bench.browser.errors.slice(errors)).toEqual([]);
    await press(popup, 'Reload this page');
    await until('prompts are outlined by the new one', async () => (await marks(tab)).includes('fundraising'));
    expect(await marks(tab)).not.toContain('newsletter');
    await press(popup, 'Newsletters', '.site-panel');
    await until('those of the other kind as well', async () => (await marks(tab)).includes('newsletter'));
    await untilEqual('the popup', true, async () => / highlighted$/.test(await headline(popup)));
    expect(await bench.browser.ownErrors()).toEqual([]);
    await popup.close();
    await tab.close();
  });
}, { these: ['chromium'] });

interface Local {
  get(keys: null): Promise<object>;
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Leaves the extension no room to keep anything. */
function fill(page: Tab): Promise<void> {
  return evaluate(page, async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage;
    // By halves, until not even a few bytes are left.
    for (let size = 8 << 20, n = 0; size > 4; n++) await local.set({ [`junk${n}`]: 'x'.repeat(size) }).catch(() => { size >>= 1; });
  });
}

/** Removes all that is kept under names which begin so. */
function discard(page: Tab, start: string): Promise<void> {
  return evaluate(page, async (wanted) => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage;
    await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith(wanted)));
  }, start);
}

// Firefox has no quota for what an extension keeps.
inEachBrowser('faults', find, (bench) => {
  it('a full disk, to the extension: nothing can be stored, the popup says so, what was chosen before holds, and so does the next choice once there is room', async () => {
    const tab = await openWithLetters(bench);
    const popup = await bench.browser.openPopup(tab);
    await until('the site has settings', async () => JSON.stringify((await stored(popup, 'local')).settings).includes('127.0.0.1'));
    const { settings } = await stored(popup, 'local');
    await fill(popup);
    await choose(popup, 'Highlight');
    await until('the popup says so', async () => (await textOf(popup, '[role=alert]')).startsWith('This choice could not be saved.'));
    expect((await stored(popup, 'local')).settings).toEqual(settings);
    await tab.goto(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    expect(await isShown(tab, '.newsletter-box')).toBe(true);
    expect(await isShown(tab, '.support-appeal')).toBe(false);

    await discard(popup, 'junk');
    await popup.close();
    const again = await bench.browser.openPopup(tab);
    await choose(again, 'Highlight');
    await until('prompts are outlined', async () => (await marks(tab)).includes('fundraising'));
    await again.close();
    await tab.close();
  });

  it('a full disk, to what the reader says of a prompt: the popup says that it is not kept', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, { settings: { mode: 'highlight', ramp: true } });
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are outlined', async () => (await marks(tab)).includes('fundraising'));
    const popup = await bench.browser.openPopup(tab);
    await until('the page has been counted', async () => 'trust' in (await stored(popup, 'local')));
    // What is written in its place would find room.
    await discard(popup, 'trust');
    await fill(popup);
    await press(popup, 'Not a prompt', '.prompts');
    await until('the popup says so', async () => (await textOf(popup, '[role=alert]')).startsWith('This choice could not be saved.'));
    expect(await textOf(popup, '.prompts')).not.toContain('Noted');
    await discard(popup, 'junk');
    await press(popup, 'Not a prompt', '.prompts');
    await until('it is noted', async () => (await textOf(popup, '.prompts')).includes('Noted'));
    // One that was noted uncounted before would be noted, and no more.
    expect('trust' in (await stored(popup, 'local'))).toBe(true);
    for (const one of [popup, tab, page]) await one.close();
  });

  it('a full disk, to a site that is put back: the settings say so, and it can still be put back once there is room', async () => {
    const page = await bench.browser.openPage('options.html');
    await store(page, { settings: { sites: { 'one.example': { mode: 'off' } } } });
    await press(page, 'Remove one.example', '#sites');
    await until('the site is gone', async () => !JSON.stringify((await stored(page, 'local')).settings).includes('one.example'));
    await fill(page);
    await press(page, 'Undo', '.removed');
    await until('the page says so', async () => (await textOf(page, '#data [role=alert]')).startsWith('This choice could not be saved.'));
    await discard(page, 'junk');
    await press(page, 'Undo', '.removed');
    await until('the site is back', async () => (await textOf(page, '#sites')).includes('one.example'));
    await untilEqual('what the page says', '', () => textOf(page, '#data [role=alert]'));
    await page.close();
  });
}, { these: ['chromium'] });

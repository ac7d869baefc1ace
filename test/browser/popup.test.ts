import { expect, it } from 'vitest';
import { askReport, choose, evaluate, until } from '../../tools/browser';
import type { Settings } from '../../lib/settings';
import { press, store, stored, textOf, violations } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

inEachBrowser('the popup', find, (bench) => {
  it.each([
    ['/article', /^\d+ prompts? hidden$/],
    ['/plain', /^Not an article$/],
    ['/drawing.svg', /^Not a web page$/],
  ])('says what it knows of %s, accessibly', async (path, said) => {
    const tab = await bench.browser.open(bench.origin + path);
    const popup = await bench.browser.openPopup(tab);
    await until(`the popup says ${said}`, async () => said.test(await headline(popup)));
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('says so where extensions cannot run, and offers to reload', async () => {
    const tab = await bench.browser.open('about:blank');
    const popup = await bench.browser.openPopup(tab);
    await untilEqual('the popup', 'Unpitch is not running here', () => headline(popup));
    expect(await evaluate(popup, () => document.querySelector('button')?.textContent)).toBe('Reload this page');
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('says what the page is made of, and shows each prompt when asked', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    expect(await textOf(popup, '.words figcaption')).toMatch(/Story: \d+ words/);
    const hidden = (await marks(tab)).length;
    await press(popup, 'Show', '.prompts');
    await untilEqual('the marks', hidden - 1, async () => (await marks(tab)).filter((mark) => mark === 'hidden').length);
    await press(popup, 'Hide again', '.prompts');
    await untilEqual('the marks', hidden, async () => (await marks(tab)).filter((mark) => mark === 'hidden').length);
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('gives this site a mode, kinds and appeals of its own, which outlive it', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await press(popup, 'Highlight', '.site-panel');
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    await press(popup, 'Newsletters', '.site-panel');
    await untilEqual('the newsletter box', false, async () => (await marks(tab)).includes('newsletter'));
    // One step after the other: the appeal shows in Highlight too, and whoever is asked next must not answer for the one before.
    await press(popup, 'Hide', '.site-panel');
    await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    await press(popup, 'Let this one ask', '.site-panel');
    await untilEqual('the appeal', true, () => isShown(tab, '.support-appeal'));
    await press(popup, 'I support this one', '.site-panel');
    await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    await until('the reader is thanked', async () => (await textOf(popup, '.found')).includes('Thank you for supporting 127.0.0.1.'));
    await popup.close();

    const again = await bench.browser.openPopup(tab);
    await untilEqual('what is chosen', 'Hide\nFundraising\nPromos\nI support this one', () => textOf(again, '.site-panel [aria-pressed=true]'));
    expect(await violations(again)).toEqual([]);
    for (const name of ['As everywhere', 'Newsletters', 'Hide them']) await press(again, name, '.site-panel');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await again.close();
    await tab.close();
  });

  it('on a subdomain follows the site above it, until that is told otherwise', async () => {
    const tab = await bench.browser.open(`${bench.origin.replace('127.0.0.1', 'magazine.news.localhost')}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await store(popup, { settings: { sites: { 'news.localhost': { mode: 'off' } } } });
    await untilEqual('the popup', 'Off on this site', () => headline(popup));
    expect(await marks(tab)).toEqual([]);
    expect(await textOf(popup, '.header .site')).toBe('magazine.news.localhost');
    expect(await textOf(popup, '.lineage')).toBe('magazine.news.localhost ‹ news.localhost');
    await choose(popup, 'On this site');
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    expect(await stored(popup, 'local')).toMatchObject({ settings: { sites: { 'news.localhost': { mode: 'off' }, 'magazine.news.localhost': { mode: 'hide' } } } });
    await store(popup, { settings: {} });
    await popup.close();
    await tab.close();
  });

  it('has a quiet word after an update, once, and lists the shortcuts', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    expect(await textOf(popup, '.news')).toBe('');
    await store(popup, { news: { version: '9.8.7', at: Date.now() } });
    await popup.close();
    const again = await bench.browser.openPopup(tab);
    await untilEqual('the word', 'New: Unpitch 9.8.7. What has changed', () => textOf(again, '.news'));
    expect((await textOf(again, '.shortcuts dt')).split('\n')).toHaveLength(6);
    expect(await textOf(again, '.shortcuts kbd')).toContain('Alt+Shift+');
    expect(await violations(again)).toEqual([]);
    await press(again, 'New: Unpitch 9.8.7. What has changed');
    await untilEqual('what is kept of it', null, async () => (await stored(again, 'local')).news ?? null);
    await until('the list of changes is open', () => evaluate(again, async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]>; remove(tab: number): Promise<void> } }>;
      const { tabs } = browser ?? chrome;
      const changelog = (await tabs.query({})).find(({ url }) => url?.endsWith('/changelog.txt'));
      if (changelog) await tabs.remove(changelog.id);
      return changelog !== undefined;
    }));
    await again.close();
    await tab.close();
  });

  it('lets a newsroom ask once a week', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await press(popup, 'One appeal a week', '.site-panel');
    await tab.focus();
    await untilEqual('the appeal', true, () => isShown(tab, '.support-appeal'));
    await until('it is noted', async () => JSON.stringify((await stored(popup, 'local')).asked).includes('127.0.0.1'));
    await tab.goto(`${bench.origin}/article`);
    await untilEqual('the appeal on the next page', false, () => isShown(tab, '.support-appeal'));
    await press(popup, 'Hide them', '.site-panel');
    await popup.close();
    await tab.close();
  });

  it('keeps a choice though it is closed at once, and though another page is writing', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const options = await bench.browser.openPage('options.html');
    const popup = await bench.browser.openPopup(tab);
    await until('the popup stands', () => evaluate(popup, () => document.querySelectorAll('input[type=radio]').length === 3));
    // Whoever waits for its turn to write now, waits until the popup is long gone.
    await evaluate(options, () => {
      const page = globalThis as unknown as { release: () => void };
      return new Promise<void>((held) => {
        void navigator.locks.request('unpitch settings', () => new Promise<void>((release) => {
          page.release = release;
          held();
        }));
      });
    });
    await evaluate(popup, () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { getCurrent(): Promise<{ id: number }>; remove(tab: number): Promise<void> } }>;
      const { tabs } = browser ?? chrome;
      // Told first, since the answer to this call goes down with the popup.
      setTimeout(() => void tabs.getCurrent().then(({ id }) => {
        document.querySelectorAll<HTMLElement>('input[type=radio]')[0]!.click();
        return tabs.remove(id);
      }));
    });
    try {
      await untilEqual('the marks', [], () => marks(tab));
      expect(((await stored(options, 'local')) as { settings: Settings }).settings.mode).toBe('off');
    } finally {
      // Else nobody could write again.
      await evaluate(options, () => { (globalThis as unknown as { release: () => void }).release(); });
      await store(options, { settings: {} });
      await options.close();
      await tab.close();
    }
  });

  it('stands a tab that is closed while it is open', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    await tab.close();
    await untilEqual('the popup', 'Unpitch is not running here', () => headline(popup));
    expect(await textOf(popup, '.prompts')).toBe('');
    await popup.close();
  });

  it('stands a tab that is closed while it is asked', async () => {
    const tab = await bench.browser.open(`${bench.origin}/plain`);
    const first = await bench.browser.openPopup(tab);
    await untilEqual('the popup', 'Not an article', () => headline(first));
    const search = await evaluate(first, () => location.search);
    // So busy that it answers nobody; in front, or its timer would wait.
    await tab.focus();
    await evaluate(tab, () => {
      setTimeout(() => {
        const end = Date.now() + 30_000;
        while (Date.now() < end);
      });
    });
    const popup = await bench.browser.openPage(`popup.html${search}`);
    await untilEqual('the popup', 'Reading the page…', () => headline(popup));
    expect(await violations(popup)).toEqual([]);
    await evaluate(popup, (id) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { remove(tab: number): Promise<void> } }>;
      void (browser ?? chrome).tabs.remove(id);
    }, Number(new URLSearchParams(search).get('tab')));
    await untilEqual('the popup', 'Unpitch is not running here', () => headline(popup));
    await first.close();
    await popup.close();
  });

  it('treats a page as an article when the reader says so', async () => {
    const tab = await bench.browser.open(`${bench.origin}/plain`);
    const popup = await bench.browser.openPopup(tab);
    await press(popup, 'Treat this page as an article');
    await until('the popup follows', async () => (await headline(popup)) !== 'Not an article');
    expect((await askReport(popup)).status).toBe('article');
    await popup.close();
    await tab.close();
  });

  it('shows the stored choices when it is opened again', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Highlight');
    await choose(popup, 'Promos');
    await until('both are stored', async () => {
      const { settings } = (await stored(popup, 'local')) as { settings?: Settings };
      return settings?.mode === 'highlight' && !settings.kinds.promo;
    });
    await popup.close();
    const again = await bench.browser.openPopup(tab);
    const checked = () =>
      evaluate(again, () => Array.from(document.querySelectorAll('input:checked'), (input) => input.closest('label')!.textContent.trim()));
    await untilEqual('the choices', ['Highlight', 'Fundraising', 'Newsletters', 'On this site'], checked);
    await again.close();
    await tab.close();
  });
});

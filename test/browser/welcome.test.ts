import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder, choose, evaluate, until, type Tab } from '../../tools/browser';
import { stored, textOf, violations } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

/** Pages of the extension that are open in tabs, by name. */
function openPages(page: Tab): Promise<string[]> {
  return evaluate(page, async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { query(filter: object): Promise<{ url?: string }[]> } }>;
    const all = await (browser ?? chrome).tabs.query({});
    // The manifest is what Chromium is asked from.
    return all.flatMap(({ url = '' }) => (url.includes('-extension://') ? [new URL(url).pathname] : [])).filter((path) => path !== '/manifest.json').sort();
  });
}

inEachBrowser('the welcome page', find, (bench) => {
  it('lets the choice be tried on its sample, and keeps it', async () => {
    const page = await bench.browser.openPage('welcome.html');
    const sample = (selector: string) =>
      evaluate(page, (one) => {
        const inner = document.querySelector('iframe')?.contentDocument?.querySelector(one);
        return inner && [inner.getClientRects().length > 0, inner.getAttribute('data-unpitch')];
      }, selector);
    const take = (choice: string) => evaluate(page, (one) => { document.querySelector<HTMLElement>(`input[value=${one}]`)!.click(); }, choice);
    for (const prompt of ['.support-appeal', '.newsletter-signup', '.related-stories']) {
      await untilEqual(prompt, [false, 'hidden'], async () => (await sample(prompt)) ?? []);
    }
    expect(await sample('article > p:last-of-type')).toEqual([true, null]);
    expect(await violations(page)).toEqual([]);
    await take('highlight');
    await untilEqual('the appeal', [true, 'fundraising'], async () => (await sample('.support-appeal')) ?? []);
    expect(await stored(page, 'local')).toMatchObject({ settings: { mode: 'highlight', ramp: true, driftAlarm: true } });
    await take('later');
    await untilEqual('the appeal', [true, null], async () => (await sample('.support-appeal')) ?? []);
    await page.close();
  });

  it('says what Unpitch does, how it is kept in sight in this browser, and what it never does', async () => {
    const page = await bench.browser.openPage('welcome.html');
    const text = await until('the page is drawn', () => textOf(page, '.welcome'));
    expect(text).toContain('takes them out. The story stays as it is.');
    expect(text).toContain(bench.browser.name === 'chromium' ? 'then the pin beside Unpitch' : 'choose Pin to Toolbar');
    for (const never of ['It makes no network connection', 'It has no account', 'It never hides the story']) expect(text).toContain(never);
    await page.close();
  });

  it('whoever decides later sees pages as they come, is told so, and decides in the popup, also after a restart', async () => {
    const page = await bench.browser.openPage('welcome.html');
    const choice = (on: Tab) => evaluate(on, () => document.querySelector<HTMLInputElement>('input:checked')!.value);
    await until('the page is drawn', () => textOf(page, '.welcome'));
    await evaluate(page, () => { document.querySelector<HTMLElement>('input[value=later]')!.click(); });
    await untilEqual('the mode', 'off', async () => ((await stored(page, 'local')).settings as { mode: string } | undefined)?.mode ?? '');
    await page.close();
    await bench.restart();
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await untilEqual('the popup', 'Unpitch is off', () => headline(popup));
    expect(await textOf(popup, '.found p')).toBe('Pages are shown as they come. Nothing is read.');
    expect(await marks(tab)).toEqual([]);
    expect(await isShown(tab, '.support-appeal')).toBe(true);
    expect(await bench.browser.badge(tab)).toBe('');

    const again = await bench.browser.openPage('welcome.html');
    await untilEqual('the choice', 'later', () => choice(again));
    await choose(popup, 'Highlight');
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    // Both pages tell the same.
    await untilEqual('the choice', 'highlight', () => choice(again));
    for (const one of [again, popup, tab]) await one.close();
  });
});

let extension: string;

inEachBrowser('an update', find, (bench) => {
  it('opens nothing; the popup has a quiet link to what is new, once', async () => {
    const { browser, origin } = bench;
    const manifest = join(extension, 'manifest.json');
    await writeFile(manifest, JSON.stringify({ ...(JSON.parse(await readFile(manifest, 'utf8')) as object), version: '7.8.9' }));
    await browser.reloadExtension();
    const tab = await browser.open(`${origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await browser.openPopup(tab);
    await untilEqual('the word', 'New: Unpitch 7.8.9. What has changed', () => textOf(popup, '.news'));
    expect(await openPages(popup)).toEqual(['/popup.html']);
    await evaluate(popup, () => { document.querySelector<HTMLElement>('.news')!.click(); });
    await until('the list of changes is open', async () => (await openPages(popup)).includes('/changelog.txt'));
    await popup.close();
    const again = await browser.openPopup(tab);
    await until('the popup stands', async () => (await headline(again)) !== '');
    expect(await textOf(again, '.news')).toBe('');
    await again.close();
  });
}, {
  async prepare(profile, name) {
    extension = join(profile, 'package');
    await cp(buildFolder(name), extension, { recursive: true });
    return { extension };
  },
});

import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder, choose, evaluate, until, type Tab } from '../../tools/browser';
import { press, stored, textOf, violations } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual } from './harness';
import { faults } from './layout';
import { find } from './pages';

/** What Firefox for Android lacks of what its elder sister has, after Mozilla's tables of what each browser knows. */
const MISSING = ['commands', 'contextMenus', 'menus', 'windows', 'sidebarAction', 'theme', 'omnibox', 'sessions'];

/** The package, with those taken away before its own scripts run, in its background and in each of its pages. */
async function poorer(folder: string): Promise<void> {
  await cp(buildFolder('firefox'), folder, { recursive: true });
  await writeFile(join(folder, 'android.js'), `for (const name of ${JSON.stringify(MISSING)}) Object.defineProperty(browser, name, { value: undefined });`);
  const manifest = join(folder, 'manifest.json');
  const facts = JSON.parse(await readFile(manifest, 'utf8')) as { background: { scripts: string[] } };
  facts.background.scripts.unshift('android.js');
  await writeFile(manifest, JSON.stringify(facts));
  for (const page of (await readdir(folder)).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, page), 'utf8');
    await writeFile(join(folder, page), html.replace('<head>', '<head><script src="/android.js"></script>'));
  }
}

/** Controls that a finger would miss: lower than 44 pixels. */
function low(page: Tab): Promise<string[]> {
  return evaluate(page, () =>
    Array.from(document.querySelectorAll('button, summary, input'), (control) => control.closest('label') ?? control)
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
      .map((one) => `${one.getBoundingClientRect().height} “${one.textContent}”`));
}

inEachBrowser('as on Android,', find, (bench) => {
  it('everything works without the parts of the browser that are missing there, under a finger', async () => {
    const { browser, origin } = bench;
    const tab = await browser.open(`${origin}/article`, { size: { width: 320, height: 640 } });
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const hidden = (await marks(tab)).length;
    await untilEqual('the badge', String(hidden), () => browser.badge(tab));

    const popup = await browser.openPopup(tab);
    await popup.resize({ width: 320, height: 640 });
    await untilEqual('the popup', `${hidden} prompts hidden`, () => headline(popup));
    expect(await evaluate(popup, (names) => [matchMedia('(pointer: coarse)').matches, ...names.map((name) => name in globalThis || (globalThis as unknown as { browser: Record<string, unknown> }).browser[name] !== undefined)], MISSING)).toEqual([true, ...MISSING.map(() => false)]);
    // There are no keys to show.
    expect(await textOf(popup, '.shortcuts')).toBe('');
    await evaluate(popup, () => { for (const one of document.querySelectorAll('details')) one.open = true; });
    expect(await low(popup)).toEqual([]);
    expect(await faults(popup)).toEqual([]);
    expect(await violations(popup)).toEqual([]);
    await choose(popup, 'Highlight');
    await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
    await choose(popup, 'Hide');
    await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    await press(popup, 'Show', '.prompts');
    await untilEqual('the hidden prompts', hidden - 1, async () => (await marks(tab)).filter((mark) => mark === 'hidden').length);
    await until('the appeal is on the shelf', async () => JSON.stringify((await stored(popup, 'local')).shelf ?? '').includes('127.0.0.1'));

    const options = await browser.openPage('options.html');
    await options.resize({ width: 320, height: 640 });
    await until('the page is drawn', () => evaluate(options, () => document.querySelector('#about') !== null));
    expect(await textOf(options, '#shortcuts')).toContain('Your browser has no shortcuts');
    expect(await faults(options)).toEqual([]);
    await evaluate(options, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await until('the settings are in the account', async () => JSON.stringify(await stored(options, 'sync')).includes('"theme"'));

    await browser.stopBackground();
    await tab.goto(`${origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await untilEqual('the badge', String(hidden), () => browser.badge(tab));
    expect(await browser.ownErrors()).toEqual([]);
    for (const one of [options, popup, tab]) await one.close();
  });
}, {
  these: ['firefox'],
  async prepare(profile) {
    const extension = join(profile, 'package');
    await poorer(extension);
    return { extension, touch: true };
  },
});

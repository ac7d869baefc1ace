import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean, store, stored } from './face';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { chooseFromMenu } from './menu';
import { clickAt, clickOn, inLayer, texts } from './overlay';
import { find } from './pages';

/** Everything that Unpitch can keep is on, and the site of the private window may ask once a week. */
const SETTINGS = { shelf: true, statistics: true, driftAlarm: true, sites: { '127.0.0.1': { appeals: 'weekly' } } };

inEachBrowser('a private window', find, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const kept = async (page: Tab) => {
    const { settings: _, ...others } = await stored(page, 'local');
    return JSON.stringify(others);
  };
  const hide = (tab: Tab) => until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));

  it('is read like any other, and nothing of it is kept', async () => {
    const tab = await bench.browser.openPrivate(`${bench.origin}/article`);
    await hide(tab);
    const popup = await bench.browser.openPopup(tab);
    await store(popup, { settings: SETTINGS });
    await tab.focus();
    await untilEqual('the week’s appeal', true, () => isShown(tab, '.support-appeal'));
    await chooseFromMenu(tab, popup, 'figcaption', 'hide');
    await untilEqual('the figure', false, () => isShown(tab, 'figure'));
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    await clickAt(tab, '.newsletter-box .consent');
    await clickOn(tab, 'Other');
    await clickOn(tab, 'Save for this site');
    await until('it says for how long', async () => (await texts(tab, '.status'))[0]?.startsWith('Holds until you leave this page; a private window keeps no rules.'));
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await untilEqual('the letter', true, () => isShown(tab, '.newsletter-box'));
    expect(await inLayer(tab, (root) => root.querySelectorAll('button').length, { layer: 'unpitch-stubs' })).toBeGreaterThan(0);

    // An ordinary page of another site, later: once all of it has been kept, so would have been what came before.
    const ordinary = await bench.browser.open(`${bench.origin.replace('127.0.0.1', 'localhost')}/article`);
    await hide(ordinary);
    const options = await bench.browser.openPage('options.html');
    await until('the ordinary page has been kept', async () => {
      const all = await kept(options);
      return ['"memory:localhost"', '"shelf":{"localhost"', '"mixes":{"localhost"', '"articles":1'].every((part) => all.includes(part));
    });
    expect(await kept(options)).not.toContain('127.0.0.1');
    expect(await kept(options)).not.toContain('"rules":{"');

    // Neither is it there when the page is opened again, in a private window or not.
    await tab.focus();
    await tab.goto(`${bench.origin}/article`);
    await hide(tab);
    expect(await isShown(tab, '.newsletter-box')).toBe(false);
    expect(await isShown(tab, 'figure')).toBe(true);
    expect(await isShown(tab, '.support-appeal')).toBe(true);
    for (const one of [options, ordinary, popup, tab]) await one.close();
  });

  it('does not count against a kind what the reader disputes there', async () => {
    const tab = await bench.browser.openPrivate(`${bench.origin}/article`);
    await hide(tab);
    const popup = await bench.browser.openPopup(tab);
    const ramp = { articles: 3, prompts: 12, disputed: 0, askAfter: 0 };
    await store(popup, { settings: { mode: 'highlight', ramp: true }, trust: { ramp, mixes: {} } });
    await until('it can be disputed', () => evaluate(popup, () => {
      const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent === 'Not a prompt');
      button?.click();
      return button !== undefined;
    }));
    await until('the popup has noted it', () => evaluate(popup, () => Array.from(document.querySelectorAll('button')).some((button) => button.getAttribute('aria-disabled') === 'true')));
    expect((await stored(popup, 'local')).trust).toEqual({ ramp, mixes: {} });
    await popup.close();
    await tab.close();
  });
});

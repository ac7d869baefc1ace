import { afterAll, beforeAll, expect, it } from 'vitest';
import { askReport, choose, evaluate, until } from '../../tools/browser';
import { serve, type Server } from '../../tools/serve';
import { findSite, storyUrl } from '../dynamic/serve';
import { inEachBrowser, isShown, marks, untilEqual } from './harness';
import { allGone, visible } from './live';

let elsewhere: Server;
beforeAll(async () => {
  elsewhere = await serve((path) => findSite(path));
});
afterAll(() => elsewhere.close());

/** Of a browser's two ways to go to another story without loading, the one that is asked for: sites use the newer one where there is one. */
const byHistory = async (path: string) => {
  const served = await findSite(path.replace('/history/', '/'), elsewhere.origin);
  return path.startsWith('/history/') && typeof served?.body === 'string' ? { ...served, body: served.body.replaceAll('window.navigation', 'window.none') } : served;
};

inEachBrowser('a journey', byHistory, (bench) => {
  // Firefox, just started, gives its window the focus with the second page.
  beforeAll(async () => (await bench.browser.open(storyUrl(bench.origin, 'de-print'))).close());
  const open = (slug: string) => bench.browser.open(storyUrl(bench.origin, slug));

  it.each(['', '/history'])('within one document takes the new story as a new page%s', async (way) => {
    const tab = await bench.browser.open(storyUrl(bench.origin + way, 'es-client-navigation'));
    await until('the first prompt is gone', () => allGone(tab, ['#first-prompt']));
    // A mark that the old story leaves behind.
    await evaluate(tab, () => { Object.assign(window, { old: document.querySelector('#first-prompt') }); });
    await evaluate(tab, () => document.getElementById('next')!.click());
    await until('the second prompt is gone', () => allGone(tab, ['#second-prompt']));
    expect(await evaluate(tab, () => location.search)).toBe('?nota=2');
    await untilEqual('the mark of the old one', null, () => evaluate(tab, () => (window as unknown as { old: Element }).old.getAttribute('data-unpitch')));
    expect(await visible(tab, ['h1', '.lead', '.text > p:last-of-type'])).toEqual([true, true, true]);
    const popup = await bench.browser.openPopup(tab);
    await untilEqual('the report', { fundraising: 1, newsletter: 0 }, async () => {
      const { found } = await askReport(popup);
      return { fundraising: found.fundraising.sure, newsletter: found.newsletter.sure };
    });
    await popup.close();
    await tab.close();
  });

  it('back to a page that slept finds it as it was left, and what it brings then', async () => {
    const tab = await open('fi-back-forward');
    await until('the prompt is gone', () => allGone(tab, ['#prompt']));
    await evaluate(tab, () => document.getElementById('away')!.click());
    await until('the other page is there', () => evaluate(tab, () => location.pathname.endsWith('away.html') && document.readyState === 'complete'));
    await evaluate(tab, () => {
      history.back();
    });
    const shown = await until('the page is back', () => evaluate(tab, () => document.documentElement.dataset.shown ?? ''));
    await until('the prompt is gone', () => allGone(tab, shown === 'again' ? ['#prompt', '#late'] : ['#prompt']));
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Off');
    await untilEqual('the marks', [], () => marks(tab));
    expect(await isShown(tab, '#prompt')).toBe(true);
    await choose(popup, 'Hide');
    await until('the prompt is gone again', () => allGone(tab, ['#prompt']));
    await popup.close();
    await tab.close();
  });

  it('to a page that was rendered ahead finds its prompt gone', async () => {
    const tab = await open('en-prerender');
    await evaluate(tab, () => document.getElementById('next')!.click());
    await until('the next story is there', () => evaluate(tab, () => location.pathname.endsWith('next.html') && document.readyState === 'complete'));
    await until('the prompt is gone', () => allGone(tab, ['#prompt']));
    const popup = await bench.browser.openPopup(tab);
    const { marked } = await until('the popup knows', async () => {
      const report = await askReport(popup);
      return report.found.fundraising.sure === 1 && report;
    });
    await popup.close();
    await untilEqual('the badge', String(marked), () => bench.browser.badge(tab));
    await tab.close();
  });

  it('into frames takes the prompts among them, and breaks none', async () => {
    const tab = await open('it-frames');
    await until('the prompts are gone', () => allGone(tab, ['#letter', '#appeal', '#late', '#foreign']));
    expect(await visible(tab, ['#map', 'h1', '.text > p:last-of-type'])).toEqual([true, true, true]);
    await untilEqual('the foreign frame', 'alive', () => evaluate(tab, () => document.documentElement.dataset.foreign));
    await tab.close();
  });

  it('to the printer and the clipboard leaves the prompts behind', async () => {
    const tab = await open('de-print');
    const prompts = ['#prompt', '#appeal'];
    await until('the prompts are gone', () => allGone(tab, prompts));
    await bench.browser.setMedia(tab, 'print');
    await untilEqual('the medium', true, () => evaluate(tab, () => matchMedia('print').matches));
    await evaluate(tab, () => void dispatchEvent(new Event('beforeprint')));
    expect(await visible(tab, [...prompts, 'h1', '.text > p:last-of-type'])).toEqual([false, false, true, true]);
    await bench.browser.setMedia(tab, 'screen');
    const copied = await evaluate(tab, () => {
      getSelection()!.selectAllChildren(document.body);
      return String(getSelection());
    });
    expect(copied).toContain('Emil Harms');
    expect(copied).not.toMatch(/Newsletter|Spende/);

    // The whole way, since a clipboard holds the markup as well.
    await evaluate(tab, () => {
      const editor = document.createElement('div');
      editor.id = 'draft';
      editor.contentEditable = 'true';
      document.body.append(editor);
      getSelection()!.selectAllChildren(document.querySelector('main')!);
    });
    const withControl = async (key: string) => {
      await tab.key!('Control', 'down');
      await tab.key!(key);
      await tab.key!('Control', 'up');
    };
    await tab.focus();
    await withControl('c');
    await evaluate(tab, () => { document.getElementById('draft')!.focus(); });
    await withControl('v');
    const pasted = await until('it is pasted', () => evaluate(tab, () => document.getElementById('draft')!.innerHTML));
    expect(pasted).toContain('Emil Harms');
    expect(pasted).not.toMatch(/Newsletter|Spende|data-unpitch/);
    await tab.close();
  });
});

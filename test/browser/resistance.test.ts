import { expect, it } from 'vitest';
import { askReport, evaluate, until } from '../../tools/browser';
import { findSite, storyUrl } from '../dynamic/serve';
import { headline, inEachBrowser, untilEqual } from './harness';
import { allGone, visible } from './live';

inEachBrowser('a page that resists', (path) => findSite(path), (bench) => {
  it('gets the one element that it fights for, and the popup says so', async () => {
    const errors = bench.browser.errors.length;
    const tab = await bench.browser.open(storyUrl(bench.origin, 'en-fights-back'));
    await until('the other prompt is gone', () => allGone(tab, ['#appeal']));
    await until('it has won', async () => (await visible(tab, ['#stubborn']))[0]);
    const popup = await bench.browser.openPopup(tab);
    const { marked } = await until('the popup knows', async () => {
      const report = await askReport(popup);
      return report.insisted === 1 && report;
    });
    expect(marked).toBeGreaterThan(0);
    await until('the popup says so', async () => new RegExp(`^${marked} prompts? hidden$`).test(await headline(popup)));
    expect(await evaluate(popup, () => document.body.textContent)).toContain('The page put 1 prompt back');
    await popup.close();
    // The page counts its fights; both sides have stopped.
    const fights = await evaluate(tab, () => Number(document.title));
    expect(fights).toBeGreaterThan(0);
    expect(fights).toBeLessThan(30);
    expect(await evaluate(tab, () => document.getElementById('stubborn')!.attributes.length)).toBe(2);
    await tab.close();
    expect(bench.browser.errors.slice(errors)).toEqual([]);
  });

  it('by sheer size is read or given up, and stays alive', async () => {
    const tab = await bench.browser.open(storyUrl(bench.origin, 'en-flood-of-nodes'));
    await until('the prompt is gone', () => allGone(tab, ['#prompt']));
    await evaluate(tab, () => document.getElementById('load')!.click());
    const popup = await bench.browser.openPopup(tab);
    const status = await until('it is decided', async () => {
      const report = await askReport(popup);
      if (report.status === 'gave-up') return report.status;
      return (await allGone(tab, ['#prompt', '#late'])) && report.status;
    });
    if (status === 'gave-up') {
      expect(await visible(tab, ['#prompt', '#late'])).toEqual([true, true]);
      await untilEqual('the popup', 'Unpitch gave up on this page', () => headline(popup));
    }
    expect(await visible(tab, ['h1', 'table', 'footer'])).toEqual([true, true, true]);
    await popup.close();
    await tab.close();
  });
});

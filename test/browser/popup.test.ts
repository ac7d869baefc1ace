import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { askReport, choose, evaluate, until, type Tab } from '../../tools/browser';
import { headline, inEachBrowser, untilEqual } from './harness';
import { find } from './pages';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong, WCAG 2.2 AA and best practices, one line each. */
async function violations(tab: Tab): Promise<string[]> {
  const found = (await tab.run(`(async () => { ${axe}; return (await axe.run()).violations; })()`)) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

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

  it('shows the stored choices when it is opened again', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Highlight');
    await choose(popup, 'Promos');
    await until('the page follows', async () => (await askReport(popup)).mode === 'highlight');
    await popup.close();
    const again = await bench.browser.openPopup(tab);
    const checked = () =>
      evaluate(again, () => Array.from(document.querySelectorAll('input:checked'), (input) => input.closest('label')!.textContent.trim()));
    await untilEqual('the choices', ['Highlight', 'Fundraising', 'Newsletters', 'On this site'], checked);
    await again.close();
    await tab.close();
  });
});

inEachBrowser(
  'access that the reader took back',
  find,
  (bench) => {
    it('is told by the popup, which offers to ask for it again', async () => {
      await bench.browser.revokeAccess!();
      const tab = await bench.browser.open(`${bench.origin}/article`);
      const popup = await bench.browser.openPopup(tab);
      await untilEqual('the popup', 'Unpitch may not see this site', () => headline(popup));
      expect(await evaluate(popup, () => document.querySelector('button')?.textContent)).toBe('Allow on all sites');
      expect(await evaluate(tab, () => document.querySelectorAll('[data-unpitch]').length)).toBe(0);
      await popup.close();
      await tab.close();
    });
  },
  ['firefox'],
);

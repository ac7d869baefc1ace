import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { violations } from './face';
import { headline, inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

interface Asking {
  said?: string;
}

/** Has the popup tell whether the browser's question, which it asks the reader with its own button, is asked, answered or refused. */
function listen(popup: Tab): Promise<void> {
  return evaluate(popup, () => {
    const page = globalThis as unknown as Asking & Record<'browser' | 'chrome', { permissions: { request(what: object): Promise<boolean> } }>;
    const { permissions } = page.browser ?? page.chrome;
    const request = permissions.request.bind(permissions);
    permissions.request = (what) => {
      page.said = 'asked';
      const answer = request(what);
      answer.then((yes) => { page.said = String(yes); }, (error: unknown) => { page.said = String(error); });
      return answer;
    };
  });
}

inEachBrowser('access that the reader took back', find, (bench) => {
  it('is told by the popup, asked for by its button, and used as soon as it is given', async () => {
    await bench.browser.revokeAccess();
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await untilEqual('the popup', 'Unpitch may not see this site', () => headline(popup));
    expect(await marks(tab)).toEqual([]);
    expect(await bench.browser.badge(tab)).toBe('');
    expect(await violations(popup)).toEqual([]);

    await popup.focus();
    await listen(popup);
    // Both browsers ask only when a reader has really pressed something.
    await evaluate(popup, () => { document.querySelector<HTMLElement>('.found button')!.focus(); });
    expect(await evaluate(popup, () => document.activeElement!.textContent)).toBe('Allow on all sites');
    await popup.key!('Enter');
    await untilEqual('the question', 'asked', () => evaluate(popup, () => (globalThis as unknown as Asking).said ?? ''));
    await bench.browser.grantAccess();
    if (bench.browser.name === 'chromium') await tab.goto(`${bench.origin}/article`);
    // The popup has the page loaded again, which only then can be read.
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    await until('the popup says so', async () => /prompts hidden$/.test(await headline(popup)));
    await popup.close();
    await tab.close();
  });
});

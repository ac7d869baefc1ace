import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { stored, store } from './face';
import { inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

const QUICK_MS = 100;

inEachBrowser('what is remembered of a site', find, (bench) => {
  const open = (path: string) => bench.browser.open(bench.origin + path);
  const learn = async () => {
    const tab = await open('/article');
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await until('they are remembered', async () => JSON.stringify(await stored(popup, 'local')).includes('section.newsletter-box'));
    await popup.close();
    await tab.close();
  };

  it('comes back by itself two seconds later where no verdict follows', async () => {
    await learn();
    const tab = await open('/stalls');
    const after = await until('it is back', () => evaluate(tab, () => (window as unknown as { backAfter?: number }).backAfter));
    expect(after).toBeGreaterThan(1500);
    expect(after).toBeLessThan(3000);
    await tab.close();
  });

  it('is shown again by a verdict that knows better', async () => {
    await learn();
    const tab = await open('/innocent');
    await until('it was hidden', () => evaluate(tab, () => (window as unknown as { marked?: boolean }).marked));
    await untilEqual('the marks', [], () => marks(tab));
    expect(await isShown(tab, '#known')).toBe(true);
    await tab.close();
  });

  it('is not needed: without it, and with garbage in its place, prompts go all the same', async () => {
    const options = await bench.browser.openPage('options.html');
    for (const garbage of [null, 'x', { a: 1 }, [{ kind: 'promo', selector: 'h1 {' }, { kind: 'story', selector: 'h1' }, 7]]) {
      await store(options, { memory: garbage, 'memory:127.0.0.1': garbage });
      const errors = bench.browser.errors.length;
      const tab = await open('/article');
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      expect(await isShown(tab, 'h1')).toBe(true);
      expect(bench.browser.errors.slice(errors)).toEqual([]);
      await tab.close();
    }
    await options.close();
  });
});

inEachBrowser('a prompt that comes late', find, (bench) => {
  it('is hidden within a tenth of a second', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const times = await evaluate(tab, async () => {
      const waits = [];
      for (let turn = 0; turn < 5; turn++) {
        const prompt = document.createElement('aside');
        prompt.innerHTML = '<h3>Our newsletter</h3><p>Sign up for our free newsletter and get the news in your inbox every morning.</p><form action="/newsletter"><input type="email" name="email"><button>Sign up</button></form>';
        document.querySelectorAll('article > p')[turn]!.after(prompt);
        const start = performance.now();
        while (prompt.getClientRects().length > 0 && performance.now() - start < 5000) await new Promise((done) => setTimeout(done));
        waits.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 300));
      }
      return waits;
    });
    // A busy machine may hold one up.
    expect(times.sort((a, b) => a - b)[1]).toBeLessThan(QUICK_MS);
    await tab.close();
  });
});

import { expect, it } from 'vitest';
import { evaluate, type Tab } from '../../tools/browser';
import { inEachBrowser } from './harness';
import { find } from './pages';

/** What a page manages to do of all that would send something out, or run text as code or markup. */
function managed(tab: Tab): Promise<string[]> {
  return evaluate(
    tab,
    () =>
      new Promise<string[]>((done) => {
        // Later, since developer tools may run text as code while they are at it.
        setTimeout(() => {
          const url = 'http://collector.example/seen';
          const loads = (element: HTMLImageElement | HTMLScriptElement | HTMLIFrameElement) =>
            new Promise<boolean>((end) => {
              Object.assign(element, { onload: () => end(true), onerror: () => end(false), src: url });
              document.documentElement.append(element);
              setTimeout(() => end(false), 500);
            });
          const runs = (code: string) => {
            const script = document.createElement('script');
            script.textContent = code;
            document.documentElement.append(script);
            return 'ran' in window;
          };
          const ways: Readonly<Record<string, () => unknown>> = {
            request: () => fetch(url, { mode: 'no-cors' }),
            'older request': () => new Promise((end) => {
              const asked = new XMLHttpRequest();
              Object.assign(asked, { onload: () => end(true), onerror: () => end(false) });
              asked.open('GET', url);
              asked.send();
            }),
            // Says that it was sent though it was not: the recorder knows.
            beacon: () => navigator.sendBeacon(url, 'x') && false,
            socket: () => new Promise((end) => Object.assign(new WebSocket('ws://collector.example/'), { onopen: () => end(true), onerror: () => end(false) })),
            picture: () => loads(new Image()),
            script: () => loads(document.createElement('script')),
            'code from text': () => (0, eval)('1') as unknown,
            'code in a script': () => runs('window.ran = 1'),
            // Last: the page is gone after that.
            markup: () => {
              document.body.innerHTML = '<b id="owned">';
              return document.getElementById('owned') !== null;
            },
          };
          void (async () => {
            const all: string[] = [];
            for (const [name, work] of Object.entries(ways)) if (await Promise.resolve().then(work).catch(() => false)) all.push(name);
            done(all);
          })();
        });
      }),
  );
}

inEachBrowser('whoever got to run something in it,', find, (bench) => {
  it.each(['popup.html', 'options.html', 'welcome.html', 'sample.html'])('could in %s neither send anything out nor run text as code or markup', async (path) => {
    const page = await bench.browser.openPage(path);
    // Where browsers know no Trusted Types, markup is kept out by there being nothing that writes it.
    const knows = await evaluate(page, () => 'trustedTypes' in window);
    expect(bench.browser.name === 'firefox' || knows).toBe(true);
    expect(await managed(page)).toEqual(knows ? [] : ['markup']);
    await page.close();
  });
});

// In a bench of its own, whose recorder may hear of it.
inEachBrowser('a page without a policy', () => ({ body: '<!doctype html><title>Open</title><p>http://collector.example' }), (bench) => {
  it('could run both, so that it would have been seen', async () => {
    const tab = await bench.browser.open(`${bench.origin}/`);
    expect(await managed(tab)).toEqual(['request', 'code from text', 'code in a script', 'markup']);
    await tab.close();
  });
});

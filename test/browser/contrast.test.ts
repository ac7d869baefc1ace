import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { ENOUGH, readability, type Reading } from './contrast';
import { startClean, store } from './face';
import { inEachBrowser, marks, untilEqual, type Bench } from './harness';
import { chooseFromMenu } from './menu';
import { clickAt, clickOn, inLayer, texts } from './overlay';
import { find } from './pages';

/** What a page may be painted with, by path. The photograph is one of every lightness, in patches smaller than a word. */
const PAINT: Readonly<Record<string, string>> = {
  '/white': 'background: #fff; color: #222',
  '/black': 'background: #000; color: #eee',
  '/red': 'background: #ff0033; color: #fff',
  '/yellow': 'background: #ffee00; color: #111',
  '/blue': 'background: #0022ff; color: #fff',
  '/photo': `background: url("data:image/svg+xml,${encodeURIComponent("<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'>" + Array.from({ length: 64 }, (_, i) => `<rect x='${(i % 8) * 8}' y='${Math.floor(i / 8) * 8}' width='8' height='8' fill='hsl(${i * 67},${(i * 31) % 100}%,${(i * 37) % 100}%)'/>`).join('') + '</svg>')}"); color: #fff`,
};

async function painted(path: string) {
  const served = await find('/article');
  const paint = PAINT[path];
  if (paint === undefined || typeof served?.body !== 'string') return find(path);
  return { ...served, body: served.body.replace('</style>', `body, .newsletter-box, .support-appeal, footer { ${paint} }</style>`) };
}

inEachBrowser('what Unpitch says on a page', painted, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const read = (tab: Tab, layer: string) => inLayer(tab, readability, { layer }, ENOUGH);
  const isReadable = async (reading: Promise<Reading>, what: string, least: number) => {
    const { texts: count, faint } = await reading;
    expect(faint, what).toEqual([]);
    expect(count, what).toBeGreaterThanOrEqual(least);
  };

  it.each(Object.keys(PAINT).flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path.slice(1), scheme, path] as const)))('can be read on %s, in a %s system', async (_, scheme, path) => {
    const tab = await bench.browser.open(bench.origin + path);
    await bench.browser.prefer(tab, { scheme });
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await untilEqual('the scheme', true, () => evaluate(tab, (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme));
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();

    await isReadable(read(tab, 'unpitch-stubs'), 'stubs', 8);
    await inLayer(tab, (root) => { root.querySelector('button')!.focus(); }, { layer: 'unpitch-stubs' });
    await isReadable(read(tab, 'unpitch-stubs'), 'a stub with the focus', 8);
    await chooseFromMenu(tab, popup, 'figcaption', 'hide');
    await until('it says so', async () => (await inLayer(tab, (root) => root.querySelector('p')?.textContent ?? '', { layer: 'unpitch-toast' })) !== '');
    await isReadable(read(tab, 'unpitch-toast'), 'the message', 3);
    await clickOn(tab, 'Undo', 'unpitch-toast');

    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    await isReadable(read(tab, 'unpitch-layer'), 'the key and the names of blocks', 20);
    await clickAt(tab, '.related .teaser p');
    await inLayer(tab, (root) => {
      const scopes = root.querySelector<HTMLSelectElement>('.correct select')!;
      scopes.value = 'block';
      scopes.dispatchEvent(new Event('change'));
    });
    await clickOn(tab, 'Other');
    await until('others are named', async () => (await texts(tab, '.others li')).length > 0);
    await isReadable(read(tab, 'unpitch-layer'), 'the why card before saving', 25);
    await clickOn(tab, 'Save for this site');
    await until('it says so', async () => (await texts(tab, '.status'))[0]?.startsWith('Saved as a rule'));
    await isReadable(read(tab, 'unpitch-layer'), 'the why card after saving', 20);
    await bench.browser.runCommand(tab, 'undo');
    await bench.browser.runCommand(tab, 'toggle-inspector');

    for (const palette of ['calm', 'vivid', 'distinct']) {
      await store(popup, { settings: { mode: 'highlight', palette } });
      await until('prompts are outlined', async () => (await marks(tab)).some((mark) => mark.startsWith(palette === 'calm' ? 'newsletter' : `newsletter ${palette}`)));
      await isReadable(tab.run(`(${String(readability)})(document, ${ENOUGH})`) as Promise<Reading>, `outlines in ${palette}`, 3);
      await isReadable(read(tab, 'unpitch-legend'), `the key in ${palette}`, 6);
    }
    await bench.browser.prefer(tab, { scheme: 'light' });
    await popup.close();
    await tab.close();
  });
});

import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean } from './face';
import { html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { chooseFromMenu } from './menu';
import { clickOn, inLayer, texts } from './overlay';
import { find } from './pages';

const TOAST = { layer: 'unpitch-toast' };
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** The sample article with its story in a box of its own, and pictures in and beside it that no block of text belongs to. */
async function pictures(path: string) {
  const served = await find(path === '/pictures' ? '/article' : path);
  if (path !== '/pictures' || typeof served?.body !== 'string') return served;
  const body = served.body
    .replace('</figure>', '</figure><div class="text" style="padding-top: 30px">')
    .replace('</article>', `<p class="tile-row"><a class="shop-tile" href="/shop"><img src="${PIXEL}" alt="" width="200" height="80"></a></p></div></article>`)
    .replace('<p class="read-also">', `<p class="with-picture"><img class="inline-picture" src="${PIXEL}" alt="" width="120" height="60"> The boiler, on a morning in May, when the volunteers had <b>scrubbed every pipe</b> of it twice.</p><p class="read-also">`);
  return { ...served, body };
}

inEachBrowser('"Hide this" on what has no words', pictures, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));

  const open = async () => {
    const tab = await bench.browser.open(`${bench.origin}/pictures`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    return { tab, popup };
  };
  const toast = (tab: Tab) => inLayer(tab, (root) => root.querySelector('p')?.textContent, TOAST);

  it.each([
    // A line of the drawing is under the mouse; the picture goes with its caption.
    ['a drawing in a figure', 'figure svg', 'figure', 60],
    ['a picture in a link', '.shop-tile img', '.shop-tile img', 10],
    ['a picture in a paragraph', '.inline-picture', '.inline-picture', 10],
  ])('hides %s, and takes it back', async (_, pointed, hidden, offset) => {
    const { tab, popup } = await open();
    const before = await html(tab);
    await chooseFromMenu(tab, popup, pointed, 'hide', offset);
    await untilEqual(hidden, false, () => isShown(tab, hidden));
    await untilEqual('what it says', 'Hidden on this site from now on.', () => toast(tab));
    expect(await isShown(tab, '.with-picture b')).toBe(true);
    const next = await bench.browser.open(`${bench.origin}/pictures`);
    await untilEqual(`${hidden} on the next page`, false, () => isShown(next, hidden));
    await next.close();
    await tab.focus();
    await clickOn(tab, 'Undo', TOAST.layer);
    await untilEqual(hidden, true, () => isShown(tab, hidden));
    await clickOn(tab, 'Close', TOAST.layer);
    await untilEqual('the page', before, () => html(tab));
    await popup.close();
    await tab.close();
  });

  it('hides the paragraph of the word that is pointed at, and nothing where the story as a whole is', async () => {
    const { tab, popup } = await open();
    await chooseFromMenu(tab, popup, '.with-picture b', 'hide');
    await untilEqual('the paragraph', false, () => isShown(tab, '.with-picture'));
    await clickOn(tab, 'Undo', TOAST.layer);
    await untilEqual('the paragraph', true, () => isShown(tab, '.with-picture'));
    // Between two paragraphs is the box that holds them all.
    await chooseFromMenu(tab, popup, '.text', 'hide');
    await untilEqual('what it says', 'There is nothing here that Unpitch could tell apart.', () => toast(tab));
    expect(await isShown(tab, '.text')).toBe(true);
    await popup.close();
    await tab.close();
  });

  it('says in the inspector why a picture has no card, and what hides it', async () => {
    const { tab, popup } = await open();
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    const [x, y] = await evaluate(tab, () => {
      const drawing = document.querySelector('figure svg')!;
      drawing.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top } = drawing.getBoundingClientRect();
      return [left + 60, top + 60];
    });
    await tab.click!(x, y);
    await untilEqual('what it says', ['Only text is given a label, and there is none here. “Hide this” in the context menu of the page hides it all the same.'], () => texts(tab, '.status p'));
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await popup.close();
    await tab.close();
  });
});

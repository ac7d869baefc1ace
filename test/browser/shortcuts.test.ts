import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { startClean, stored } from './face';
import { inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { send } from './menu';
import { isOpen } from './overlay';
import { find } from './pages';

const COMMANDS = ['toggle-hiding', 'toggle-inspector', 'peek', 'next-prompt', 'previous-prompt', 'undo'];

/** Fields of every sort, each with the way to it through shadow roots and frames of the page's own. */
const FIELDS = [
  ['an input', '#plain'],
  ['an input without a type', '#bare'],
  ['a textarea', '#area'],
  ['a list to choose from', '#list'],
  ['an editor', '#editor'],
  ['a line in an editor', '#editor-line'],
  ['a field that a script makes', '#made'],
  ['an input in an open shadow root', '#host >>> input'],
  ['an editor in a shadow root in another', '#host >>> #inner >>> [contenteditable]'],
  ['a textarea in a frame of the page', '#frame >>> textarea'],
  ['a frame that is an editor', '#design >>> body'],
  ['a frame of another site', '#foreign'],
] as const;

async function fields(path: string) {
  const served = await find('/article');
  if (path !== '/fields' || typeof served?.body !== 'string') return find(path);
  const body = served.body.replace('</main>', `<section id="fields">
    <input id="plain" type="text"><input id="bare"><textarea id="area"></textarea><select id="list"><option>One<option>Two</select>
    <div id="editor" contenteditable="true"><p id="editor-line" tabindex="0">A draft</p></div><div id="made" role="textbox" tabindex="0">A draft</div>
    <div id="host"></div><iframe id="frame" srcdoc="<textarea></textarea>"></iframe><iframe id="design" srcdoc="<body>A draft"></iframe>
    <iframe id="foreign" sandbox srcdoc="<textarea></textarea>"></iframe>
    <input id="tick" type="checkbox"><button id="press" type="button">Press</button><a id="link" href="#fields">Fields</a></section>
    <script>
      const host = document.getElementById('host').attachShadow({ mode: 'open' });
      host.innerHTML = '<input><div id="inner"></div>';
      host.getElementById('inner').attachShadow({ mode: 'open' }).innerHTML = '<div contenteditable="true">A draft</div>';
      addEventListener('load', () => { document.getElementById('design').contentDocument.designMode = 'on'; });
    </script></main>`);
  return { ...served, body };
}

inEachBrowser('shortcuts', fields, (bench: Bench) => {
  beforeEach(() => startClean(bench.browser));
  const open = async () => {
    const tab = await bench.browser.open(`${bench.origin}/fields`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };
  const focus = (tab: Tab, path: string) =>
    evaluate(tab, (steps) => {
      let scope: Document | ShadowRoot = document;
      for (const step of steps) {
        const element: HTMLElement = scope.querySelector<HTMLElement>(step)!;
        element.focus();
        scope = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument ?? scope;
      }
    }, path.split(' >>> '));
  const modes = async (page: Tab) => ((await stored(page, 'local')).settings as { mode?: string } | undefined)?.mode ?? 'hide';

  it.each(FIELDS)('do nothing while the reader is in %s', async (_, path) => {
    const tab = await open();
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    const before = await marks(tab);
    await focus(tab, path);
    for (const name of COMMANDS) expect(await send(popup, 'command', name), name).toBe(false);
    expect(await marks(tab)).toEqual(before);
    expect(await isOpen(tab)).toBe(false);
    // The whole way, and once more on a page where nobody writes: had the first got through, the second would take it back.
    await bench.browser.runCommand(tab, 'toggle-hiding');
    const other = await open();
    await bench.browser.runCommand(other, 'toggle-hiding');
    await untilEqual('the marks', [], () => marks(tab));
    expect(await modes(popup)).toBe('off');
    await other.close();
    await popup.close();
    await tab.close();
  });

  it.each(['#tick', '#press', '#link'])('work where nothing is written: %s', async (path) => {
    const tab = await open();
    await focus(tab, path);
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await untilEqual('the inspector', true, () => isOpen(tab));
    await tab.close();
  });

  it('toggle hiding in every tab, and keep that', async () => {
    const [tab, other] = [await open(), await open()];
    const options = await bench.browser.openPage('options.html');
    for (const [mode, hidden] of [['off', false], ['hide', true], ['off', false]] as const) {
      await bench.browser.runCommand(tab, 'toggle-hiding');
      for (const page of [tab, other]) await untilEqual('prompts are hidden', hidden, async () => (await marks(page)).includes('hidden'));
      expect(await modes(options)).toBe(mode);
    }
    for (const page of [options, other, tab]) await page.close();
  });

  const inSight = (tab: Tab, selector: string) => evaluate(tab, (one) => {
    const { top, bottom } = document.querySelector(one)!.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, selector);
  /** All of the page's prompts; the last two are never in the middle of the window. */
  const PROMPTS = ['.newsletter-box', '.read-also', '.support-appeal', '.related'];

  it('go from prompt to prompt, down and up again, and to the first after the last', async () => {
    const tab = await open();
    await evaluate(tab, () => { scrollTo({ top: 0, behavior: 'instant' }); });
    for (const prompt of PROMPTS) {
      await bench.browser.runCommand(tab, 'next-prompt');
      await untilEqual(prompt, true, () => isShown(tab, prompt));
      await untilEqual(`${prompt} in sight`, true, () => inSight(tab, prompt));
      // Later than any glide.
      await delay(1100);
    }
    await bench.browser.runCommand(tab, 'next-prompt');
    await untilEqual('the first in sight', true, () => inSight(tab, PROMPTS[0]!));
    await bench.browser.runCommand(tab, 'previous-prompt');
    for (const prompt of PROMPTS.toReversed()) {
      await untilEqual(`${prompt} in sight`, true, () => inSight(tab, prompt));
      await bench.browser.runCommand(tab, 'previous-prompt');
    }
    await tab.close();
  });

  it('go on from prompt to prompt while the page still glides, and from where the reader scrolls to', async () => {
    const tab = await open();
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    await evaluate(tab, () => { document.documentElement.style.scrollBehavior = 'smooth'; });
    for (const name of ['next-prompt', 'next-prompt', 'next-prompt', 'previous-prompt']) expect(await send(popup, 'command', name)).toBe(true);
    // Each step shows its prompt.
    for (const [at, prompt] of PROMPTS.entries()) expect(await isShown(tab, prompt), prompt).toBe(at < 3);
    await until('the second in the middle', () => evaluate(tab, (one) => {
      const { top, bottom } = document.querySelector(one)!.getBoundingClientRect();
      return Math.abs((top + bottom - innerHeight) / 2) < 3;
    }, PROMPTS[1]!));
    await delay(1100);
    await evaluate(tab, () => { scrollTo({ top: 0, behavior: 'instant' }); });
    await send(popup, 'command', 'next-prompt');
    await until('the first in the middle', () => evaluate(tab, (one) => {
      const { top, bottom } = document.querySelector(one)!.getBoundingClientRect();
      return Math.abs((top + bottom - innerHeight) / 2) < 3;
    }, PROMPTS[0]!));
    await popup.close();
    await tab.close();
  });
});

import { expect, it } from 'vitest';
import { askReport, evaluate, until, type Tab } from '../../tools/browser';
import { stored, textOf } from './face';
import { html, inEachBrowser, marks, untilEqual } from './harness';
import { clickAt, clickOn, inLayer, isOpen, texts } from './overlay';
import { find } from './pages';

/** As it reads once the page's own escapes are undone. */
const TEXT = '<img src=x onerror=top.hit=1><b id=owned>Tide</b>';

inEachBrowser('a page that is an enemy', find, (bench) => {
  const open = async (path: string) => {
    const tab = await bench.browser.open(bench.origin + path);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };
  const identity = (popup: Tab) =>
    evaluate(popup, () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: { id: string } }>;
      return [(browser ?? chrome).runtime.id, location.origin] as const;
    });

  it('can neither ask nor tell the extension anything, though it knows its id and its messages', async () => {
    const tab = await open('/article');
    const popup = await bench.browser.openPopup(tab);
    const [id] = await identity(popup);
    await until('the page has been counted', async () => 'shelf' in (await stored(popup, 'local')));
    const known = async () => {
      const { settings, rules, shelf, ...others } = await stored(popup, 'local');
      return { settings, rules, shelf: Object.keys(shelf as object), memory: Object.keys(others).filter((key) => key.startsWith('memory')) };
    };
    const before = [await known(), await askReport(popup), await html(tab)];

    const answers = await evaluate(
      tab,
      async (extension) => {
        const types = ['getPage', 'insistArticle', 'toggleInspector', 'command', 'correctHere', 'revealPrompt', 'reportChanged', 'changeRules', 'remember', 'takePicture'];
        const site = location.hostname;
        const requests = [null, 'toggleHiding', 'keep', { id: 1, on: true }, { type: 'add', site, rules: [{ id: 'a', label: 'article', selector: 'section.newsletter-box', storyWords: 0, made: 1, misses: 0 }] }, { site, signatures: [{ kind: 'promo', selector: 'div.x' }] }];
        const messages = types.flatMap((unpitch) => requests.map((request) => ({ unpitch, request })));
        const heard: unknown[] = [];
        let last = (): void => undefined;
        const answered = new Promise<void>((done) => { last = done; });
        window.addEventListener('message', ({ data, source }) => {
          if (data === 'last') last();
          else if (source !== window || !messages.some((one) => JSON.stringify(one) === JSON.stringify(data))) heard.push(data);
        });
        const apis = [(window as never)['chrome'], (window as never)['browser']].filter(Boolean) as { runtime?: { sendMessage?(id: string, message: object): Promise<unknown> }; storage?: unknown }[];
        for (const api of apis) {
          if (api.storage) heard.push('storage');
          for (const message of messages) await api.runtime?.sendMessage?.(extension, message).then((answer) => heard.push(answer), () => undefined);
        }
        for (const message of messages) {
          window.postMessage(message, '*');
          for (const target of [window, document, document.documentElement]) target.dispatchEvent(new CustomEvent(message.unpitch, { detail: message, bubbles: true }));
        }
        // What the framework's own scripts say to each other.
        for (const name of ['wxt:content-script-started', 'wxt:locationchange']) {
          for (const type of [name, `${extension}:content:${name}`]) {
            const detail = { contentScriptName: 'content', messageId: 'somebody' };
            window.postMessage({ type, ...detail }, '*');
            for (const target of [window, document]) target.dispatchEvent(Object.assign(new CustomEvent(type, { detail, bubbles: true }), { newUrl: location, oldUrl: location }));
          }
        }
        (globalThis as { navigation?: EventTarget }).navigation?.dispatchEvent(new Event('currententrychange'));
        // Whoever answers at once has done so before this comes back, and was heard.
        window.postMessage('last', '*');
        await answered;
        return heard.filter((one) => !(one as { type?: string } | null)?.type?.includes('wxt:'));
      },
      id,
    );
    expect(answers).toEqual([]);
    // Each of these would have come before the answer to this question, which takes the same way.
    expect([await known(), await askReport(popup), await html(tab)]).toEqual(before);
    expect(await isOpen(tab)).toBe(false);
    await popup.close();
    await tab.close();
  });

  it('finds no file of the extension', async () => {
    const tab = await open('/article');
    const popup = await bench.browser.openPopup(tab);
    const [, origin] = await identity(popup);
    const reached = await evaluate(
      tab,
      async (base) => {
        const paths = ['manifest.json', 'popup.html', 'icon/48.png', 'content-scripts/content.js', 'content-scripts/content.css'];
        const fetched = await Promise.all(paths.map((path) => fetch(`${base}/${path}`).then(() => path, () => '')));
        const drawn = await new Promise<string>((done) => {
          const image = Object.assign(new Image(), { onload: () => done('drawn'), onerror: () => done('') });
          image.src = `${base}/icon/48.png`;
        });
        return [...fetched, drawn].filter(Boolean);
      },
      origin,
    );
    expect(reached).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('does not get into our overlays by what it defines for their names', async () => {
    const tab = await open('/spies');
    await bench.browser.runCommand(tab, 'undo');
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    type Spy = Readonly<Record<'defined' | 'entered', string[]>>;
    // Its classes are at work, so that one of them would have been handed the root.
    await until('all are defined', () => evaluate(tab, () => ['unpitch-layer', 'unpitch-stubs', 'unpitch-toast'].every((name) => (window as unknown as Spy).defined.includes(name))));
    expect(await evaluate(tab, () => (window as unknown as Spy).entered)).toEqual([]);
    await tab.close();
  });

  it('is not told of the files that are saved, as it is of its own', async () => {
    const tab = await open('/spies');
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await clickOn(tab, 'Save for an audit');
    await clickOn(tab, 'Data (JSON)');
    await bench.download('unpitch-127.0.0.1.json');
    const own = await evaluate(tab, () => {
      const href = URL.createObjectURL(new Blob(['own']));
      Object.assign(document.createElement('a'), { href, download: 'own.txt' }).click();
      return href;
    });
    await bench.download('own.txt');
    const [heard, couldHear] = await evaluate(tab, () => [(window as unknown as { saved: string[] }).saved, 'navigation' in window] as const);
    expect(Array.from(new Set(heard))).toEqual(couldHear ? [own] : []);
    await tab.close();
  });

  it('presses our controls in vain, where it gets at them', async () => {
    const tab = await open('/article');
    const before = await marks(tab);
    const pressAll = (layer: string) => inLayer(tab, (root) => {
      const buttons = Array.from(root.querySelectorAll('button'));
      for (const button of buttons) button.click();
      root.querySelector('.layer')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      return buttons.length;
    }, { layer });
    await bench.browser.runCommand(tab, 'undo');
    expect(await until('a toast', () => pressAll('unpitch-toast'))).toBeGreaterThan(0);
    expect(await until('stubs', () => pressAll('unpitch-stubs'))).toBeGreaterThan(0);
    expect(await marks(tab)).toEqual(before);
    expect(await isOpen(tab)).toBe(false);
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    await clickAt(tab, '.newsletter-box .consent');
    await clickOn(tab, 'Promos');
    await until('it can be saved', async () => (await texts(tab, '.preview .steps button'))[0] === 'Save for this site');
    expect(await pressAll('unpitch-layer')).toBeGreaterThan(10);
    expect(await isOpen(tab)).toBe(true);
    expect(await texts(tab, '.preview .steps button')).toEqual(['Save for this site', 'Cancel']);
    await clickOn(tab, 'Close the inspector');
    await untilEqual('the marks', before, () => marks(tab));
    await tab.close();
  });

  it('is repeated as text alone: in the popup, in the inspector and its card, on the shelf', async () => {
    const tab = await open('/markup');
    const owned = (page: Tab) => evaluate(page, () => [document.querySelectorAll('#owned, [onerror]').length, 'hit' in window]);
    const popup = await bench.browser.openPopup(tab);
    await until('the prompt is listed by its title', async () => (await textOf(popup, '.prompts')).includes(TEXT));
    expect(await owned(popup)).toEqual([0, false]);
    expect(await evaluate(popup, () => Array.from(document.querySelectorAll('a'), ({ href }) => href).filter((href) => href.startsWith('javascript')))).toEqual([]);
    await until('the appeal is on the shelf', async () => 'shelf' in (await stored(popup, 'local')));

    await until('the popup offers the inspector', () => evaluate(popup, () => {
      const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent.trim() === 'Inspector');
      button?.click();
      return button !== undefined;
    }));
    await tab.focus();
    await until('the inspector is open', () => isOpen(tab));
    await clickAt(tab, '.newsletter-box h3');
    await until('the card is open', () => inLayer(tab, (root) => root.querySelector('.card') !== null));
    expect(await inLayer(tab, (root) => root.querySelectorAll('#owned, [onerror], img').length)).toBe(0);
    await clickOn(tab, 'Close the inspector');
    expect(await owned(tab)).toEqual([0, false]);

    const options = await bench.browser.openPage('options.html#shelf');
    await until('the shelf is drawn', async () => (await textOf(options, 'body')).includes(TEXT));
    expect(await owned(options)).toEqual([0, false]);
    await options.close();
    await popup.close();
    await tab.close();
  });
});

// In: the unpacked extension and a profile. Out: a Chromium with the extension in it, driven by Playwright.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../browsers.mjs';
import { chromiumTab } from './chromium-tab';
import type { ExtensionBrowser, LaunchOptions, Tab } from './types';
import { until } from './wait';

interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id: number }[]>; get(tab: number): Promise<object> };
  windows: { create(options: object): Promise<{ tabs: { id: number }[] }> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}

export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extension, headless, profile, size, colorScheme, language, proxy, scrollBars = true } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found');
  if (options.privateWindows) await allowPrivate(profile, idOf(extension));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: size ?? null,
    ...(colorScheme ? { colorScheme } : {}),
    // The switch alone does nothing on Linux.
    ...(language ? { env: { ...process.env, LANGUAGE: language } } : {}),
    // Containers seldom allow the sandbox, and root never has it; a reader's own pages in a visible window should.
    chromiumSandbox: !headless && process.getuid?.() !== 0,
    handleSIGINT: false,
    // Playwright's own headless switch leaves extensions out.
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(language ? [`--lang=${language}`] : []),
      ...(proxy ? [`--proxy-server=http://${proxy.address}`] : []),
      ...(proxy?.everything ? ['--proxy-bypass-list=<-loopback>'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      ...(scrollBars ? [] : ['--hide-scrollbars']),
      // So that the toolbar button can be pressed from outside.
      '--enable-unsafe-extension-debugging',
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
  });
  const { downloads } = options;
  if (downloads) {
    const keep = (page: Page) => page.on('download', (download) => void download.saveAs(join(downloads, download.suggestedFilename())));
    context.pages().forEach(keep);
    context.on('page', keep);
  }
  const base = `chrome-extension://${idOf(extension)}`;
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
  const pages = new WeakMap<Tab, Page>();
  /** Numbers of tabs in private windows, which are never the last focused window of an ordinary page. */
  const privateIds = new WeakMap<Tab, number>();

  function adopt(page: Page): Tab {
    const tab = chromiumTab(page);
    pages.set(tab, page);
    return tab;
  }

  /** A page of the extension that shows nothing but may call its APIs: the worker may be asleep. */
  let backstage: Promise<Page> | undefined;

  async function callApi<Result, Argument extends number | string>(work: (api: ExtensionApi, argument: Argument) => Promise<Result>, argument?: Argument): Promise<Result> {
    backstage ??= context.newPage().then(async (page) => {
      await page.goto(`${base}/manifest.json`);
      return page;
    });
    return (await backstage).evaluate(`(${String(work)})(globalThis.chrome, ${JSON.stringify(argument)})`);
  }

  async function tabId(tab: Tab): Promise<number> {
    await callApi(() => Promise.resolve());
    await tab.focus();
    return privateIds.get(tab) ?? callApi(async (api) => (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id);
  }

  /** The browser's own list of extensions, as long as it is looked at. */
  async function inSettings<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    const result = await work(page);
    await page.close();
    return result;
  }
  const setAccess = (access: 'ON_CLICK' | 'ON_ALL_SITES') => inSettings((page) => page.evaluate(changeAccess, [idOf(extension), access]));

  const browserSession = async () =>
    (await context.browser()!.newBrowserCDPSession()) as unknown as { send(method: string, params: object): Promise<{ targetInfos: { url: string; targetId: string }[] }> };

  return {
    name: 'chromium',
    errors,
    closed,
    async open(url, { size: window } = {}) {
      const page = await blankPage(context);
      if (window) await page.setViewportSize(window);
      const tab = adopt(page);
      await tab.goto(url);
      return tab;
    },
    async openPrivate(url) {
      const known = new Set(context.pages());
      const id = await callApi(async (api, address) => (await api.windows.create({ incognito: true, url: address })).tabs[0]!.id, url);
      const tab = adopt(await until('the private tab is there', () => Promise.resolve(context.pages().find((page) => !known.has(page) && page.url() === url))));
      privateIds.set(tab, id);
      return tab;
    },
    async openPopup(tab) {
      const id = await tabId(tab);
      const popup = adopt(await context.newPage());
      await popup.goto(`${base}/popup.html?tab=${id}`);
      return popup;
    },
    async openPage(path, { before, size: window } = {}) {
      const page = await context.newPage();
      if (window) await page.setViewportSize(window);
      if (before) await page.addInitScript(before);
      await page.goto(`${base}/${path}`);
      return adopt(page);
    },
    async closeWelcome() {
      const page = await until('the welcome page opens', () => Promise.resolve(context.pages().find((one) => one.url() === `${base}/welcome.html`)));
      await page.close();
    },
    async badge(tab) {
      const id = await tabId(tab);
      return callApi((api, of) => api.action.getBadgeText({ tabId: of }), id);
    },
    async clickAction(tab) {
      await tab.focus();
      const url = pages.get(tab)!.url();
      const session = await browserSession();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      await session.send('Extensions.triggerAction', { id: idOf(extension), targetId: targetInfos.find((one) => one.url === url)!.targetId });
    },
    async runCommand(tab, name) {
      const id = await tabId(tab);
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate(
        async ([command, of]) => {
          const { chrome } = globalThis as unknown as { chrome: ExtensionApi & { commands: { onCommand: { dispatch(name: string, tab: object): void } } } };
          chrome.commands.onCommand.dispatch(command, await chrome.tabs.get(of));
        },
        [name, id] as const,
      );
    },
    forceColors: (tab, on) => pages.get(tab)!.emulateMedia({ forcedColors: on ? 'active' : 'none' }),
    prefer: (tab, { calm, scheme }) => pages.get(tab)!.emulateMedia({ ...(calm === undefined ? {} : { reducedMotion: calm ? 'reduce' : 'no-preference' }), ...(scheme ? { colorScheme: scheme } : {}) }),
    devtools: (tab) => context.newCDPSession(pages.get(tab)!),
    async reloadExtension() {
      // It goes with the extension's other pages.
      backstage = undefined;
      await (await browserSession()).send('Extensions.loadUnpacked', { path: extension });
    },
    async stopBackground() {
      const session = await browserSession();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
      const running = targetInfos.find(({ url }) => url.startsWith(base));
      if (running) await session.send('Target.closeTarget', { targetId: running.targetId });
    },
    ownErrors: () => inSettings((page) => page.evaluate(notedErrors, idOf(extension))),
    async memory(tab) {
      await callApi(() => Promise.resolve());
      return { page: await heapOf(pages.get(tab)!), 'extension pages': await heapOf(await backstage!) };
    },
    revokeAccess: () => setAccess('ON_CLICK'),
    grantAccess: () => setAccess('ON_ALL_SITES'),
    setMedia: (tab, media) => pages.get(tab)!.emulateMedia({ media }),
    close: () => context.close(),
  };
}

/** Writes the reader's leave into a profile that is not there yet; to give it later starts the extension anew, which ends one that the command line named. */
async function allowPrivate(profile: string, id: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  const preferences = { extensions: { settings: { [id]: { incognito: true } } } };
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(() => undefined);
}

/** Runs in the browser's own list of extensions. */
async function notedErrors(id: string): Promise<string[]> {
  interface Noted { readonly message: string }
  const { chrome } = globalThis as unknown as { chrome: { developerPrivate: { getExtensionInfo(id: string): Promise<Record<'runtimeErrors' | 'manifestErrors', Noted[]>> } } };
  const { runtimeErrors, manifestErrors } = await chrome.developerPrivate.getExtensionInfo(id);
  return [...runtimeErrors, ...manifestErrors].map(({ message }) => message);
}

/** Runs there as well: where the extension may read pages. */
async function changeAccess([extensionId, hostAccess]: string[]): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } } };
  await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
}

/** Bytes that scripts of the process hold, after garbage collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** The empty tab that every new window has, if it is still unused. */
async function blankPage(context: BrowserContext): Promise<Page> {
  return context.pages().find((page) => page.url() === 'about:blank') ?? context.newPage();
}

/** Chromium names an unpacked extension after its folder: the first 128 bits of the path's SHA-256, in the letters a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder, process.platform === 'win32' ? 'utf16le' : 'utf8').digest('hex');
  return hash.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

// In: the unpacked extension and a profile. Out: a Firefox with the extension in it, driven over WebDriver BiDi.
import { writeFile } from 'node:fs/promises';
import puppeteer, { type Browser, type ConsoleMessage, type KeyInput, type Page } from 'puppeteer-core';
import { findFirefox } from '../browsers.mjs';
import { createBidi, type Bidi } from './bidi';
import type { ExtensionBrowser, LaunchOptions, Tab } from './types';
import { until } from './wait';

const PREFERENCES = {
  // A temporary add-on keeps its settings and its address over a restart, as an installed one does.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};

/** Into the folder that is named, without a question. */
const DOWNLOADS = { 'browser.download.folderList': 2, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false };

const SCHEME = 'layout.css.prefers-color-scheme.content-override';

const COARSE = 1;
const TOUCH = { 'ui.primaryPointerCapabilities': COARSE, 'ui.allPointerCapabilities': COARSE };

// Run in the browser's own window, where Firefox keeps what no page may see.
const EXTENSION = (id: string) => `
  const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
  const { apiManager } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent;
  const { tabTracker, browserActionFor } = apiManager.global;`;

export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found');
  const scheme = options.colorScheme ? { [SCHEME]: options.colorScheme === 'dark' ? 0 : 1 } : {};
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    handleSIGINT: false,
    userDataDir: options.profile,
    defaultViewport: options.size ?? null,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { ...PREFERENCES, ...scheme, ...(options.touch ? TOUCH : {}), ...proxied(options.proxy), ...(options.downloads ? { ...DOWNLOADS, 'browser.download.dir': options.downloads } : {}) },
  });
  try {
    const bidi = createBidi(browser);
    // The one the extension takes its texts in; those of the browser itself stay as they are.
    if (options.language) await bidi.inChrome(`Services.locale.availableLocales = ['en-US', '${options.language}']; Services.locale.requestedLocales = ['${options.language}']; return null;`);
    const id = await browser.installExtension(options.extension);
    return await firefoxBrowser(browser, bidi, id, options.size);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function proxied(proxy: LaunchOptions['proxy']) {
  if (!proxy) return {};
  const [host, port] = proxy.address.split(':') as [string, string];
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host, 'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host, 'network.proxy.ssl_port': Number(port),
    'network.proxy.allow_hijacking_localhost': proxy.everything === true,
  };
}

async function firefoxBrowser(browser: Browser, bidi: Bidi, id: string, size: LaunchOptions['size']): Promise<ExtensionBrowser> {
  const errors: string[] = [];
  const closed = new Promise<void>((resolve) => browser.on('disconnected', () => resolve()));
  let unused: Page | undefined = (await browser.pages())[0];

  /** Opens a page of the extension; `path` is an expression for the browser's own window. */
  async function open(path: string): Promise<Tab> {
    const known = await bidi.contexts();
    // No address of an extension can be navigated to from outside, but the browser itself opens it.
    await bidi.inChrome(`${EXTENSION(id)}
      const url = 'moz-extension://' + policy.mozExtensionHostname + '/' + ${path};
      gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`);
    return extensionTab(bidi, await bidi.newContext(known, 'moz-extension:'));
  }

  const privateIds = new WeakMap<Tab, number>();
  let isAllowed = false;

  /** As the reader can: the extension starts anew. */
  async function allowPrivate(): Promise<void> {
    if (isAllowed) return;
    isAllowed = true;
    await bidi.inChrome(`${EXTENSION(id)} return (async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, policy.extension);
      await (await AddonManager.getAddonByID(${JSON.stringify(id)})).reload();
      return null;
    })();`);
  }

  return {
    name: 'firefox',
    errors,
    closed,
    async open(url, { size: window = size } = {}) {
      const page = unused ?? (await browser.newPage());
      unused = undefined;
      // The first tab was open before its size could be set.
      if (window) await page.setViewport(window);
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message: ConsoleMessage) => void (message.type() === 'error' && errors.push(message.text())));
      const tab = firefoxTab(page, bidi);
      await tab.goto(url);
      return tab;
    },
    async openPrivate(url) {
      await allowPrivate();
      const number = await bidi.inChrome(`${EXTENSION(id)} return (async () => {
        const win = OpenBrowserWindow({ private: true });
        await new Promise((done) => win.addEventListener('load', done, { once: true }));
        await win.delayedStartupPromise;
        const tab = win.gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
        win.gBrowser.selectedTab = tab;
        return tabTracker.getId(tab);
      })();`);
      const page = await until('the private tab is there', async () => (await browser.pages()).find((one) => one.url() === url));
      const tab = firefoxTab(page, bidi);
      privateIds.set(tab, number as number);
      return tab;
    },
    async openPopup(tab) {
      await tab.focus();
      return open(`'popup.html?tab=' + ${privateIds.get(tab) ?? 'tabTracker.getId(gBrowser.selectedTab)'}`);
    },
    openPage: (path) => open(JSON.stringify(path)),
    closeWelcome: async () => bidi.close(await bidi.newContext([], 'moz-extension:', '/welcome.html')),
    async badge(tab) {
      await tab.focus();
      const text = await bidi.inChrome(`${EXTENSION(id)}
        return browserActionFor(policy.extension).action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';`);
      return String(text);
    },
    async clickAction(tab) {
      await tab.focus();
      await bidi.inChrome(`${EXTENSION(id)} browserActionFor(policy.extension).triggerAction(window); return null;`);
    },
    async runCommand(tab, name) {
      await tab.focus();
      await bidi.inChrome(`${EXTENSION(id)} policy.extension.shortcuts.onCommand(${JSON.stringify(name)}); return null;`);
    },
    async forceColors(tab, on) {
      await tab.focus();
      await bidi.inChrome(`Services.prefs.setIntPref('browser.display.document_color_use', ${on ? 2 : 0}); return null;`);
    },
    async prefer(_, { calm, scheme }) {
      const wanted = { ...(calm === undefined ? {} : { 'ui.prefersReducedMotion': Number(calm) }), ...(scheme ? { [SCHEME]: scheme === 'dark' ? 0 : 1 } : {}) };
      for (const [name, value] of Object.entries(wanted)) await bidi.inChrome(`Services.prefs.setIntPref(${JSON.stringify(name)}, ${value}); return null;`);
    },
    async setMedia(tab, media) {
      await tab.focus();
      await bidi.inChrome(`gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(media)};`);
    },
    async stopBackground() {
      await bidi.inChrome(`${EXTENSION(id)} return policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => null);`);
    },
    async reloadExtension() {
      await bidi.inChrome(`
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        return AddonManager.getAddonByID(${JSON.stringify(id)}).then((addon) => addon.reload()).then(() => null);`);
    },
    // A page that is closed while an answer is on its way leaves a message of the browser's own: the promise that nobody waits for any more.
    ownErrors: async () => ((await bidi.inChrome(`${EXTENSION(id)}
      return Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag) && one.sourceName?.includes(policy.mozExtensionHostname)).map((one) => one.message);`)) as string[]).filter((one) => !one.includes('rejected after context unloaded')),
    memory: async () => (await bidi.inChrome(`
      return (async () => {
        for (let i = 0; i < 3; i++) {
          Services.obs.notifyObservers(null, 'child-mmu-request');
          await new Promise((done) => Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(done));
        }
        const sizes = {};
        for (const { type, memory } of (await ChromeUtils.requestProcInfo()).children) {
          const part = type === 'extension' ? 'extension' : type.startsWith('web') ? 'pages' : '';
          if (part) sizes[part] = (sizes[part] ?? 0) + memory;
        }
        return sizes;
      })();`)) as Record<string, number>,
    async revokeAccess() {
      await bidi.inChrome(`${EXTENSION(id)}
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const access = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
        return ExtensionPermissions.remove(${JSON.stringify(id)}, access, policy.extension);`);
    },
    grantAccess: async () => void (await until('the browser asks the reader', () => bidi.inChrome(`
      const question = PopupNotifications.getNotification('addon-webext-permissions', gBrowser.selectedBrowser);
      question?.mainAction.callback();
      question?.remove();
      return question !== null;`))),
    close: () => browser.close(),
  };
}

function firefoxTab(page: Page, bidi: Bidi): Tab {
  return {
    inClosedRoot: (element, expression) => bidi.inClosedRoot((page.mainFrame() as unknown as { _id: string })._id, element, expression),
    click: (x, y, button = 'left') => page.mouse.click(x, y, { button }),
    key: (name, what = 'press') => page.keyboard[what](name as KeyInput),
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    resize: (size) => page.setViewport(size),
    focus: () => page.bringToFront(),
    screenshot: async (path) => void (await page.screenshot({ path: path, fullPage: true })),
    close: () => page.close(),
  };
}

/** A tab that Puppeteer lost sight of when it moved to the extensions' process; BiDi still has it. */
function extensionTab(bidi: Bidi, context: string): Tab {
  return {
    goto: () => Promise.reject(new Error('An extension page cannot be navigated')),
    run: (expression) => bidi.evaluate(context, expression),
    key: (name) => bidi.key(context, name),
    resize: (size) => bidi.resize(context, size),
    focus: () => bidi.activate(context),
    screenshot: async (path) => writeFile(path, await bidi.screenshot(context)),
    close: () => bidi.close(context),
  };
}

// In: pages by path. Out: a served site and a browser with the packaged extension, both gone when the tests of a file are.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  buildFolder,
  evaluate,
  launch,
  until,
  type BrowserName,
  type ExtensionBrowser,
  type LaunchOptions,
  type Tab,
} from '../../tools/browser';
import { hostOf, startRecorder, type Recorder } from '../../tools/browser/recorder';
import { serve, type Served, type Server } from '../../tools/serve';

export const MARK = 'data-unpitch';
const DOWNLOADS = 'downloads';

export interface Bench {
  readonly browser: ExtensionBrowser;
  /** The text of a file that was downloaded, as soon as it is there, whole. It is gone after that. */
  download(name: string): Promise<Buffer>;
  readonly origin: string;
  /** Closes the browser and starts it again with the same profile, after `meanwhile`. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
}

/**
 * Runs the same tests in each browser of this run (`UNPITCH_BROWSERS`, both when unset) that is among `these`, with the extension speaking
 * `language`, or launched as `prepare` says, which is given the folder of the profile. Whatever the browser asks of another machine meanwhile is recorded, goes nowhere, and fails the tests, unless a page that was
 * served names that machine.
 */
export function inEachBrowser(
  title: string,
  find: (path: string) => Served | undefined | Promise<Served | undefined>,
  tests: (bench: Bench) => void,
  { these = inject('browsers'), language, prepare }: {
    readonly these?: readonly BrowserName[];
    readonly language?: string;
    readonly prepare?: (profile: string, name: BrowserName) => Promise<Partial<LaunchOptions>>;
  } = {},
): void {
  const names = inject('browsers').filter((name) => these.includes(name));
  // A file without any test counts as broken.
  if (names.length === 0) describe.skip(title, () => { it(`is for ${these.join(' and ')}`, () => undefined); });
  describe.each(names)(`${title} in %s`, (name) => {
    let server: Server;
    let browser: ExtensionBrowser;
    let profile: string;
    let recorder: Recorder;
    let prepared: Partial<LaunchOptions> = {};
    const start = () => launch(name, { ...launchOptions(name, profile), proxy: recorder, ...(language ? { language } : {}), ...prepared });

    let pages = '';

    beforeAll(async () => {
      server = await serve(async (path) => {
        const found = await find(path);
        if (typeof found?.body === 'string' || Buffer.isBuffer(found?.body)) pages += found.body.toString();
        return found;
      });
      recorder = await startRecorder();
      profile = await mkdtemp(join(tmpdir(), 'unpitch-'));
      await mkdir(join(profile, DOWNLOADS));
      if (prepare) prepared = await prepare(profile, name);
      browser = await start();
      await browser.closeWelcome();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await recorder?.close();
      expect(recorder?.foreign().filter((one) => !pages.includes(hostOf(one)))).toEqual([]);
      if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    tests({
      get browser() {
        return browser;
      },
      get origin() {
        return server.origin;
      },
      download: (file) => taken(join(profile, DOWNLOADS, file)),
      async restart(meanwhile) {
        await browser.close();
        await meanwhile?.();
        browser = await start();
      },
    });
  });
}

export function launchOptions(name: BrowserName, profile: string): LaunchOptions {
  const extension = resolve(buildFolder(name));
  if (!existsSync(extension)) throw new Error(`No build in ${buildFolder(name)}; run "npm run build" first`);
  return { extension, headless: true, profile, size: { width: 1200, height: 900 }, downloads: join(profile, DOWNLOADS), privateWindows: true };
}

async function taken(path: string): Promise<Buffer> {
  // Firefox makes the file first and fills it from another beside it.
  const content = await until(`${path} is there`, async () => !existsSync(`${path}.part`) && (await stat(path)).size > 0 && readFile(path));
  await rm(path);
  return content;
}

/** Waits until a probe gives exactly this value. */
export async function untilEqual<T>(what: string, expected: T, probe: () => Promise<T>): Promise<void> {
  let seen: T | undefined;
  await until(`${what} is ${JSON.stringify(expected)}`, async () => {
    seen = await probe();
    return JSON.stringify(seen) === JSON.stringify(expected);
  }).catch((error: unknown) => {
    throw new Error(`${String(error)} (${JSON.stringify(seen)})`);
  });
}

/** Values of the mark attribute on the page, sorted. */
export function marks(tab: Tab): Promise<string[]> {
  return evaluate(tab, (name) => Array.from(document.querySelectorAll(`[${name}]`), (one) => one.getAttribute(name)!).sort(), MARK);
}

/** The page as it would be saved. */
export function html(tab: Tab): Promise<string> {
  return evaluate(tab, () => document.documentElement.outerHTML);
}

/** Whether an element takes part in the page's layout. */
export function isShown(tab: Tab, selector: string): Promise<boolean> {
  return evaluate(tab, (one) => document.querySelector(one)!.getClientRects().length > 0, selector);
}

/** What the popup says about the page. */
export function headline(popup: Tab): Promise<string> {
  return evaluate(popup, () => document.querySelector('h2')?.textContent ?? '');
}

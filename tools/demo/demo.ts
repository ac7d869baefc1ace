// In: a browser's name and a page. Out: the page in that browser without its pitches; without a display, pictures of it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { askReport, buildFolder, choose, launch, until, type BrowserName, type ExtensionBrowser, type Tab } from '../browser';
import type { PageReport } from '../../lib/page/report';
import type { Mode } from '../../lib/settings';
import { PlainError } from '../setup.mjs';
import { listBlocks } from './blocks';
import { openTarget } from './target';

const PICTURES = resolve('.output/demo');
const SHOTS = [
  { mode: 'off', label: 'Off', file: join(PICTURES, 'before.png') },
  { mode: 'highlight', label: 'Highlight', file: join(PICTURES, 'highlight.png') },
  { mode: 'hide', label: 'Hide', file: join(PICTURES, 'after.png') },
] as const;

export interface DemoOptions {
  readonly name: BrowserName;
  readonly headless: boolean;
  /** Address or path; the sample article when undefined. */
  readonly target: string | undefined;
}

export async function demo({ name, headless, target }: DemoOptions): Promise<void> {
  const page = await openTarget(target);
  const profile = await mkdtemp(join(tmpdir(), 'unpitch-demo-'));
  let browser: ExtensionBrowser | undefined;
  try {
    const size = headless ? { size: { width: 1200, height: 900 }, scrollBars: false } : {};
    browser = await launch(name, { extension: resolve(buildFolder(name)), headless, profile, ...size });
    await browser.closeWelcome();
    const tab = await browser.open(page.url).catch((error: unknown) => {
      throw new PlainError(`${page.url} could not be opened: ${reasonOf(error)}`);
    });
    if (headless) await picture(browser, tab);
    else await stay(browser);
  } finally {
    await browser?.close().catch(() => undefined);
    await page.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function stay(browser: ExtensionBrowser): Promise<void> {
  console.log('Unpitch is at work. Its button in the toolbar (behind the puzzle piece, if it is not pinned) opens its popup.');
  console.log('Close the browser to end.');
  await Promise.race([browser.closed, interrupted()]);
}

/** Resolves at Ctrl+C, so that the browser and its profile are cleared away. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Before, highlighted, after; and the list of blocks as the engine sees them on the untouched page. */
async function picture(browser: ExtensionBrowser, tab: Tab): Promise<void> {
  const popup = await browser.openPopup(tab);
  await mkdir(PICTURES, { recursive: true });
  for (const { file, mode, label } of SHOTS) {
    await choose(popup, label);
    const report = await settled(popup, mode);
    await tab.focus();
    if (mode === 'off') console.log((await listBlocks(tab)).join('\n'));
    await tab.screenshot(file);
    console.log(`${mode.padEnd(9)}  ${report.marked} prompts  ${relative('.', file)}`);
  }
}

/** Waits until the page follows this mode: one that was switched off says so until it has been read. */
function settled(popup: Tab, mode: Mode): Promise<PageReport> {
  return until(`the page follows ${mode}`, async () => {
    const report = await askReport(popup);
    return report.mode === mode && report.status !== 'loading' && (report.status === 'off') === (mode === 'off') && report;
  });
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]!.replace(/^(page\.goto|navigate): /, '');
}

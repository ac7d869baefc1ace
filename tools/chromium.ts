// Finds and starts Chromium for the tools: an empty page in which the bundled engine can read documents.

import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';

const CANDIDATES = [process.env.UNPITCH_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

export function chromiumPath(): string {
  const found = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or name it in UNPITCH_CHROMIUM.');
  return found;
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc'] });
}

/** Bundles `entry` (a TypeScript file whose exports become `globalThis.tool`) into one script. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'tool', target: 'es2022', charset: 'utf8', logLevel: 'error', minify: true });
  return outputFiles[0]!.text;
}

/** An empty page without network in which `entry` is loaded. */
export async function toolPage(browser: Browser, entry: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.setContent('<!doctype html><title>tool</title>');
  await page.addScriptTag({ content: await bundle(entry) });
  return page;
}

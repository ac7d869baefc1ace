// In: a TypeScript file. Out: a Chromium without any extension, and an empty page in it in which the file's exports can be called.

import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './browsers.mjs';

/** @throws Error in words when there is none on this machine */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or name it in UNPITCH_CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc'] });
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

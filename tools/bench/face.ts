// In: a finished build. Out: how soon the popup stands and how little it jumps, and what the inspector costs while the page scrolls; in Chromium.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFolder, evaluate, launch, until, type ExtensionBrowser, type Tab } from '../browser';
import { corpusPresent, readCorpus } from '../corpus';
import { serve } from '../serve';
import { quantile } from './report';
import { traceExtension } from './trace';

const OPENINGS = 15;
const FRAMES = 240;
const SCROLL_PX = 60;

export interface FaceCosts {
  /** From the start of the popup's page to its first drawing, with what it says of the page, in ms. */
  readonly popup: { readonly median: number; readonly worst: number; /** Cumulative layout shift, the most of all openings. */ readonly shift: number };
  /** Our script while the page scrolls for so many frames under the inspector, in ms each, on the largest page of the corpus or the sample. */
  readonly inspector: { readonly perFrame: number; readonly longest: number; readonly blocks: number };
}

export async function benchFace(): Promise<FaceCosts> {
  const sample = await readFile('demo/sample.html', 'utf8');
  const largest = corpusPresent() ? readCorpus().map((page) => page.html()).reduce((most, html) => (elements(html) > elements(most) ? html : most)) : sample;
  const server = await serve((path) => (path === '/sample' ? { body: sample } : path === '/largest' ? { body: largest } : undefined));
  const profile = await mkdtemp(join(tmpdir(), 'unpitch-bench-'));
  const browser = await launch('chromium', { extension: resolve(buildFolder('chromium')), headless: true, profile, size: { width: 1200, height: 900 } });
  try {
    return { popup: await popup(browser, `${server.origin}/sample`), inspector: await inspector(browser, `${server.origin}/largest`) };
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const elements = (html: string): number => html.match(/<[a-z]/gi)?.length ?? 0;

async function article(browser: ExtensionBrowser, url: string): Promise<Tab> {
  const tab = await browser.open(url);
  await until('prompts are hidden', () => evaluate(tab, () => document.querySelector('[data-unpitch="hidden"]') !== null));
  return tab;
}

async function popup(browser: ExtensionBrowser, url: string): Promise<FaceCosts['popup']> {
  const tab = await article(browser, url);
  const times: number[] = [];
  const shifts: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await browser.openPopup(tab);
    times.push(await until('the popup stands', () => evaluate(page, () => document.querySelector('.prompts') !== null && performance.getEntriesByName('popup stands')[0]?.startTime)));
    shifts.push(await evaluate(page, () => new Promise<number>((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value; }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 300);
    })));
    await page.close();
  }
  await tab.close();
  return { median: quantile(times, 0.5), worst: Math.max(...times), shift: Math.max(...shifts) };
}

async function inspector(browser: ExtensionBrowser, url: string): Promise<FaceCosts['inspector']> {
  const tab = await article(browser, url);
  await browser.runCommand(tab, 'toggle-inspector');
  const blocks = await until('outlines are there', () => tab.inClosedRoot!('unpitch-layer', '(root) => Number.parseInt(root.querySelector(".labels .note")?.textContent.replace(/\\D+/, "") ?? "0", 10)') as Promise<number>);
  const { total, stretches } = await traceExtension(await browser.devtools!(tab), () =>
    evaluate(tab, async (frames, by) => {
      for (let i = 0; i < frames; i++) {
        scrollBy({ top: by, behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(done));
      }
    }, FRAMES, SCROLL_PX));
  await tab.close();
  return { perFrame: total / FRAMES, longest: Math.max(0, ...stretches), blocks };
}

export function faceMarkdown({ popup: { median, worst, shift }, inspector: { perFrame, longest, blocks } }: FaceCosts): string {
  const row = (figure: string, target: string, measured: string, reached: boolean) => `| ${figure} | ${target} | ${measured} | ${reached ? 'reached' : '**missed**'} |`;
  return `## Popup and inspector

The packaged extension in headless Chromium; the popup in a tab of its own, on the sample article, ${OPENINGS} times, and the inspector on the
corpus' largest page (${blocks} blocks), which scrolls by ${SCROLL_PX} px in each of ${FRAMES} frames.

| figure | target | measured | |
| --- | --- | --- | --- |
${row('popup stands with what it says of the page, median', 'under 100 ms', `${median.toFixed(0)} ms`, median < 100)}
${row('the same, the slowest', '-', `${worst.toFixed(0)} ms`, true)}
${row('layout shift in the popup, at the most', '0', shift.toFixed(3), shift === 0)}
${row('script of ours per frame under the inspector', 'under 16 ms', `${perFrame.toFixed(2)} ms`, perFrame < 16)}
${row('the longest stretch of it', '-', `${longest.toFixed(1)} ms`, true)}
`;
}

if (process.argv[1] === import.meta.filename) console.log(faceMarkdown(await benchFace()));

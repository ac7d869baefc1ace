// In: a finished build. Out: what Unpitch costs on live pages in Chromium, printed and as JSON: flashes, shifts, tasks, CPU, memory.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seenIn, withProbe, type Seen } from '../test/dynamic/probe';
import { aloneUrl, findSite, storyUrl } from '../test/dynamic/serve';
import { heapSize } from './bench/heap';
import { traceExtension, type Work } from './bench/trace';
import { buildFolder, choose, evaluate, launch, until, type ExtensionBrowser, type Tab } from './browser';
import { corpusPresent, readCorpus } from './corpus';
import { serve } from './serve';

const PROMPTS = '#prompt, #appeal, #letter, #late, #bar, #top-prompt, #first-prompt, #second-prompt';
const FLASH_SITES = ['ja-slow-page', 'en-late-modal', 'en-document-write', 'nl-hydration', 'sv-reorder', 'fr-top-layer', 'ru-slide-in'];
const CYCLES = 1000;
const WATCHED_MS = 6000;
/** Less than so many bytes is no growth: single objects of the browser come and go. */
const NOTHING = 20_000;
/** Its picture holds the load event back, in ms, so that the verdict is there before, as on any page that comes over a line. */
const PICTURE_MS = 2500;
/** Its second picture comes sooner, in ms: we hear its load event, and a trace that names a script for the first time spends 0.2 to 0.3 ms within that call on looking for the script's lines. */
const FIRST_PICTURE_MS = PICTURE_MS - 300;
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const PLAIN = `<!doctype html><html lang="en"><title>Shoes and boots</title><img src="/picture.gif" alt=""><img src="/first-picture.gif" alt=""><h1>Our shop</h1>${'<ul><li><a href="/item">Walking boots, brown leather</a> <b>89 €</b> <button>Add to basket</button></li></ul>'.repeat(200)}`;

export interface LiveCosts {
  readonly flashes: readonly { readonly site: string; readonly first: Seen; readonly second: Seen }[];
  /** Of the corpus' page with most elements; null without the corpus. In ms. */
  readonly longestTask: number | null;
  /** Script after load on a page that is no article, in ms. */
  readonly afterLoad: number;
  /** Share of time under a thousand changes a second. */
  readonly stormShare: number;
  /**
   * In bytes, by heap snapshots after garbage collection, without compiled code: what the first reading unpacks and keeps
   * for the next, what the first visit leaves to the tab, and what more is left by a second Off, a second visit and the cycles.
   */
  readonly heap: { readonly unpacked: number; readonly afterFirstVisit: number; readonly afterOff: number; readonly afterNavigation: number; readonly afterCycles: number };
}

export async function benchLive(): Promise<LiveCosts> {
  const corpus = corpusPresent() ? readCorpus().map((page) => page.html()).reduce((most, html) => (elements(html) > elements(most) ? html : most)) : undefined;
  const server = await serve(async (path) => {
    if (path === '/picture.gif' || path === '/first-picture.gif') {
      await delay(path === '/first-picture.gif' ? FIRST_PICTURE_MS : PICTURE_MS);
      return { body: DOT, type: 'image/gif' };
    }
    if (path === '/shop') return { body: PLAIN };
    if (path === '/2025/05/the-largest-page-of-all') return corpus === undefined ? undefined : { body: corpus };
    return withProbe(await findSite(path), PROMPTS);
  });
  const profile = await mkdtemp(join(tmpdir(), 'unpitch-bench-'));
  const browser = await launch('chromium', { extension: resolve(buildFolder('chromium')), headless: true, profile, size: { width: 1200, height: 900 } });
  try {
    const at = (path: string) => `${server.origin}${path}`;
    return {
      flashes: await flashes(browser, server.origin),
      longestTask: corpus === undefined ? null : Math.max(0, ...(await loadWork(browser, at('/2025/05/the-largest-page-of-all'))).stretches),
      afterLoad: await medianAfterLoad(browser, at('/shop')),
      stormShare: await stormShare(browser, storyUrl(server.origin, 'es-mutation-storm')),
      heap: await heap(browser, storyUrl(server.origin, 'en-document-write'), at('/shop')),
    };
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const elements = (html: string): number => html.match(/<[a-z]/gi)?.length ?? 0;
const hidden = (tab: Tab) => evaluate(tab, () => document.querySelector('[data-unpitch="hidden"]') !== null);

async function flashes(browser: ExtensionBrowser, origin: string): Promise<LiveCosts['flashes']> {
  const result = [];
  for (const site of FLASH_SITES) {
    const visit = async () => {
      const tab = await browser.open(aloneUrl(origin, site));
      await delay(3500);
      const seen = await seenIn(tab);
      await tab.close();
      return seen;
    };
    result.push({ site, first: await visit(), second: await visit() });
  }
  return result;
}

async function loadWork(browser: ExtensionBrowser, url: string): Promise<Work> {
  const tab = await browser.open('about:blank');
  const work = await traceExtension(await browser.devtools!(tab), async () => {
    await tab.goto(url);
    await until('something is hidden', () => hidden(tab));
    await delay(500);
  });
  await tab.close();
  return work;
}

/** The median of three loads. */
async function medianAfterLoad(browser: ExtensionBrowser, url: string): Promise<number> {
  const times = [];
  for (let i = 0; i < 3; i++) times.push(await workAfterLoad(browser, url));
  return times.sort((a, b) => a - b)[1]!;
}

async function workAfterLoad(browser: ExtensionBrowser, url: string): Promise<number> {
  const tab = await browser.open('about:blank');
  const devtools = await browser.devtools!(tab);
  const loaded = tab.goto(url);
  await delay(PICTURE_MS - 500);
  const { afterLoad } = await traceExtension(devtools, async () => {
    await loaded;
    await evaluate(tab, () => {
      for (let i = 0; i < 100; i++) document.body.append(`Sold: ${i} pairs of boots in brown leather`);
    });
    await delay(WATCHED_MS);
  });
  await tab.close();
  return afterLoad;
}

async function stormShare(browser: ExtensionBrowser, url: string): Promise<number> {
  const tab = await browser.open(url);
  await until('the prompt is hidden', () => evaluate(tab, () => document.querySelector('#prompt')?.getClientRects().length === 0));
  // What loading has left of the burst is used up first: the question is what goes on for ever.
  await delay(3000);
  const { total, span } = await traceExtension(await browser.devtools!(tab), () => delay(WATCHED_MS * 2));
  await tab.close();
  return total / span;
}

async function heap(browser: ExtensionBrowser, url: string, elsewhere: string): Promise<LiveCosts['heap']> {
  const tab = await browser.open(elsewhere);
  const popup = await browser.openPopup(tab);
  const devtools = await browser.devtools!(tab);
  const used = () => heapSize(devtools);
  const turn = async (mode: 'Off' | 'Hide') => {
    await choose(popup, mode);
    await until(`the page is in mode ${mode}`, async () => (await hidden(tab)) === (mode === 'Hide'));
  };

  const leave = async () => {
    await turn('Off');
    await tab.goto(elsewhere);
    await tab.goto(url);
    return used();
  };

  await turn('Off');
  await tab.goto(url);
  const start = await used();
  await turn('Hide');
  await turn('Off');
  const afterFirstOff = await used();
  await turn('Hide');
  await turn('Off');
  const afterOff = await used();
  await turn('Hide');
  await evaluate(tab, cycle, CYCLES);
  const beforeCycles = await used();
  await evaluate(tab, cycle, CYCLES);
  const afterCycles = await used();
  const afterFirstNavigation = await leave();
  await turn('Hide');
  const afterNavigation = await leave();
  await popup.close();
  await tab.close();
  return { unpacked: afterFirstOff - start, afterOff: afterOff - afterFirstOff, afterNavigation: afterNavigation - afterFirstNavigation, afterFirstVisit: afterFirstNavigation - start, afterCycles: afterCycles - beforeCycles };
}

/** Puts a prompt in and takes it out again, so many times, leaving time to judge it now and then. */
async function cycle(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const prompt = document.createElement('div');
    prompt.className = 'newsletter-box';
    prompt.innerHTML = '<h3>Our newsletter</h3><p>Sign up for our free newsletter and get the news in your inbox every morning.</p><form action="/newsletter"><input type="email" name="email"><button type="submit">Sign up</button></form>';
    document.querySelector('article')!.append(prompt);
    if (i % 10 === 0) await new Promise((done) => setTimeout(done, 20));
    prompt.remove();
  }
  await new Promise((done) => setTimeout(done, 1500));
}

export function liveMarkdown({ flashes: sites, longestTask, afterLoad: after, stormShare: share, heap: memory }: LiveCosts): string {
  const row = (figure: string, target: string, measured: string, reached: boolean) => `| ${figure} | ${target} | ${measured} | ${reached ? 'reached' : '**missed**'} |`;
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  return `## Live pages

The packaged extension in headless Chromium, on the sites of \`test/dynamic\`.

| figure | target | measured | |
| --- | --- | --- | --- |
${longestTask === null ? '' : `${row("longest task of ours on the corpus' largest page", 'under 50 ms', `${longestTask.toFixed(1)} ms`, longestTask < 50)}\n`}${row('script after load on a page that is no article', 'at most 1 ms', `${after.toFixed(2)} ms`, after <= 1)}
${row('CPU under 1,000 changes a second', 'under 3 %', `${(share * 100).toFixed(1)} %`, share < 0.03)}
${row('heap after Off', 'as before', kilobytes(memory.afterOff), memory.afterOff < NOTHING)}
${row('heap after navigation', 'as before', kilobytes(memory.afterNavigation), memory.afterNavigation < NOTHING)}
${row('heap after 1,000 insertions and removals', 'as before', kilobytes(memory.afterCycles), memory.afterCycles < NOTHING)}

The heap is told by snapshots in Chromium, without compiled code. The first reading of a page unpacks the model and keeps it for the next,
Off or not, until the page goes: ${kilobytes(memory.unpacked)}. Of the first visit in a tab, ${kilobytes(memory.afterFirstVisit)} stay when its page has gone;
the row is what every later one leaves.

Frames in which a prompt was in sight, and cumulative layout shift, at the first visit and the second:

| site | frames, first | frames, second | shift, first | shift, second |
| --- | --- | --- | --- | --- |
${sites.map(({ site, first, second }) => `| ${site} | ${first.withPrompt} of ${first.frames} | ${second.withPrompt} of ${second.frames} | ${first.shift.toFixed(3)} | ${second.shift.toFixed(3)} |`).join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const costs = await benchLive();
  console.log(liveMarkdown(costs));
  console.log(JSON.stringify(costs));
}

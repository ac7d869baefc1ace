// npm run bench: the corpus and a fresh build in, times beside Readability and a bare walk, growth and sizes out, printed and in docs/bench.md.
// --every N: one page in N.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type * as InPage from './bench/page';
import type { Timing } from './bench/page';
import { benchMarkdown, quantile, type Bench, type Growth } from './bench/report';
import { benchFace, faceMarkdown } from './bench/face';
import { contentScriptSize } from './bench/size';
import { benchLive, liveMarkdown } from './bench-live';
import { launchChromium, toolPage } from './chromium';
import { CORPUS, corpusPresent, readCorpus, ROOT, type CorpusPage } from './corpus';

const FACTORS = [1, 2, 5, 10];
const GROWN_PAGES = 12;

type Tool = typeof InPage;
const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
const every = Number(values.every);

if (!Number.isInteger(every) || every < 1) fail(`--every takes a whole number from 1 on, not "${values.every}".`);
else if (!corpusPresent()) fail(`No corpus at ${CORPUS}: set UNPITCH_CORPUS to the folder that holds it.`);
else await run(readCorpus().filter((_, index) => index % every === 0));

async function run(pages: readonly CorpusPage[]): Promise<void> {
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) return fail('The extension could not be built.');
  const bench: Bench = { ...(await inChromium(pages)), size: contentScriptSize() };
  const live = await benchLive();
  const report = [benchMarkdown(bench), liveMarkdown(live), faceMarkdown(await benchFace())].join('\n');
  console.log(report);
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  if (every === 1) writeFileSync(join(ROOT, 'docs/bench.md'), report);
}

async function inChromium(pages: readonly CorpusPage[]): Promise<Omit<Bench, 'size'>> {
  const browser = await launchChromium();
  try {
    const tab = await toolPage(browser, 'tools/bench/page.ts');
    const timings: Timing[] = [];
    for (const page of pages) {
      timings.push(await tab.evaluate(([html, url]) => (globalThis as unknown as { tool: Tool }).tool.measure(html, url), [page.html(), page.url] as const));
    }
    // Of middling size: small pages measure the clock, large ones take minutes.
    const middling = pages.map((page, index) => ({ page, nodes: timings[index]!.nodes })).sort((a, b) => a.nodes - b.nodes).slice(Math.floor(pages.length * 0.3), Math.ceil(pages.length * 0.7));
    const chosen = middling.filter((_, index) => index % Math.ceil(middling.length / GROWN_PAGES) === 0);
    const ratios: number[][] = [];
    for (const { page } of chosen) {
      const times = await tab.evaluate(([html, url, factors]) => (globalThis as unknown as { tool: Tool }).tool.grow(html, url, factors), [page.html(), page.url, FACTORS] as const);
      ratios.push(times.map((time) => time / times[0]!));
    }
    const growth = FACTORS.slice(1).map((factor, index): Growth => ({ factor, ratio: quantile(ratios.map((of) => of[index + 1]!), 0.5) }));
    return { chromium: browser.version(), timings, growth };
  } finally {
    await browser.close();
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

// Timings, growth and sizes in, docs/bench.md out.

import { STAGES, type Timing } from './page';
import type { Size } from './size';

export interface Growth {
  readonly factor: number;
  /** Time of the page repeated so often, by its time as it is: median over pages. */
  readonly ratio: number;
}

export interface Bench {
  readonly chromium: string;
  readonly timings: readonly Timing[];
  readonly growth: readonly Growth[];
  readonly size: Size;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export function summaryOf({ timings }: Pick<Bench, 'timings'>): { byReadability: number; byWalk: number; engine: number; p95: number } {
  return {
    byReadability: quantile(timings.map(({ engine, readability }) => engine / readability), 0.5),
    byWalk: quantile(timings.map(({ engine, walk }) => engine / walk), 0.5),
    engine: quantile(timings.map(({ engine }) => engine), 0.5),
    p95: quantile(timings.map(({ engine }) => engine), 0.95),
  };
}

export function benchMarkdown(bench: Bench): string {
  const { timings, growth, size, chromium } = bench;
  const { byReadability, byWalk, engine, p95 } = summaryOf(bench);
  const tenfold = growth.find(({ factor }) => factor === 10)!.ratio;
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const verdict = (reached: boolean): string => (reached ? 'reached' : '**missed**');
  const whole = timings.reduce((sum, timing) => sum + STAGES.reduce((all, stage) => all + timing.stages[stage], 0), 0);
  return `# Benchmark

Written by \`npm run bench\`: ${timings.length} pages of the corpus in headless Chromium ${chromium}, each parsed once; every time is the median of
five warm runs, taken in turns with the others. Times in ms are this machine's; the ratios travel better. Readability ran on a clone
(cloning not counted); the bare walk visits the same elements and texts with a TreeWalker and reads their name or length.

| figure | target | measured | |
| --- | --- | --- | --- |
| engine, by Readability's time (median) | at most 0.4 | ${byReadability.toFixed(2)} | ${verdict(byReadability <= 0.4)} |
| engine, by the bare walk's time (median) | at most 3.5 | ${byWalk.toFixed(1)} | ${verdict(byWalk <= 3.5)} |
| engine (median) | - | ${engine.toFixed(2)} ms | |
| engine (95 % of pages) | under 50 ms | ${p95.toFixed(1)} ms | ${verdict(p95 < 50)} |
| ten times the page | at most 12 times the time | ${tenfold.toFixed(1)} | ${verdict(tenfold <= 12)} |
| content script, minified | at most 200 kB | ${kilobytes(size.minified)} | ${verdict(size.minified <= 200_000)} |
| content script, gzipped | at most 80 kB | ${kilobytes(size.gzipped)} | ${verdict(size.gzipped <= 80_000)} |

## Where the time goes

Sum over all pages, each stage run by itself.

| stage | share | median |
| --- | --- | --- |
${STAGES.map((stage) => `| ${stage} | ${(timings.reduce((sum, timing) => sum + timing.stages[stage], 0) / whole * 100).toFixed(0)} % | ${quantile(timings.map((timing) => timing.stages[stage]), 0.5).toFixed(2)} ms |`).join('\n')}

## Growth

The body's content repeated; time by that of the page as it is, median over pages.

| repeated | time |
| --- | --- |
${growth.map(({ factor, ratio }) => `| ${factor} times | ${ratio.toFixed(1)} |`).join('\n')}
`;
}

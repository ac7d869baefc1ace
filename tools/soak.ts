// npm run soak: pages opened one after the other in one Chromium and one Firefox with the packaged extension; prints what goes wrong on any, and whether memory and time grow.
// --pages N (500), --browser chromium|firefox (both). Needs a build.
import { parseArgs } from 'node:util';
import type { BrowserName } from './browser';
import { soakPages } from './soak/pages';
import { soak, type Soaked } from './soak/run';

/** In the second round, the same pages may take this much longer than in the first, in the median; and memory may be so many times that after the first quarter. */
const MOST_GROWTH = 1.25;

const { values } = parseArgs({ options: { pages: { type: 'string', default: '500' }, browser: { type: 'string' } } });
const count = Number(values.pages);
const names = (['chromium', 'firefox'] as const satisfies BrowserName[]).filter((name) => !values.browser || values.browser === name);

if (!Number.isInteger(count) || count < 8 || names.length === 0) {
  console.error('--pages takes a whole number from 8 on, --browser chromium or firefox.');
  process.exitCode = 1;
} else {
  for (const name of names) {
    if (!report(name, await soak(name, soakPages(count), (line) => { console.log(`${name}: ${line}`); }))) process.exitCode = 1;
  }
}

function report(name: BrowserName, { visits, memory, errors }: Soaked): boolean {
  const wrong = visits.filter((visit) => visit.wrong.length > 0);
  for (const visit of wrong) console.log(`${name}: ${visit.page}: ${visit.wrong.join('; ')}`);
  for (const error of errors) console.log(`${name}: error: ${error}`);
  const time = growthOfTime(visits.map(({ ms }) => ms));
  const articles = visits.filter(({ status }) => status === 'article').length;
  console.log(`${name}: ${visits.length} pages, ${articles} taken for articles, ${visits.filter(({ marked }) => marked > 0).length} with prompts hidden; ${wrong.length} with something wrong, ${errors.length} errors in consoles.`);
  console.log(`${name}: time of a page in the last quarter, against the same page a round before: ${time.toFixed(2)} times, in the median.`);
  let flat = time <= MOST_GROWTH;
  for (const part of Object.keys(memory[0] ?? {})) {
    const sizes = memory.map((at) => at[part]!);
    const growth = sizes.at(-1)! / sizes[1]!;
    flat &&= growth <= MOST_GROWTH;
    console.log(`${name}: memory of the ${part}, MB, at the start and after each quarter: ${sizes.map((size) => (size / 1e6).toFixed(1)).join(', ')}; ${growth.toFixed(2)} times from the first quarter to the last.`);
  }
  return flat && wrong.length === 0 && errors.length === 0;
}

/** Pages come twice: those of the last quarter came first in the second. */
function growthOfTime(times: readonly number[]): number {
  const half = times.length / 2;
  const ratios = times.slice(half + half / 2).map((ms, i) => ms / times[half / 2 + i]!);
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]!;
}

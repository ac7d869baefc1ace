// In: a seed and two numbers, as arguments. Out: the documents from the one to the other, each tried: a line of JSON each. A process of its own, since happy-dom keeps what it has parsed.
import './globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { spread } from './pages';
import { tryOne } from './run';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '' }, from: { type: 'string', default: '' }, to: { type: 'string', default: '' }, keep: { type: 'string' } } });
const pages = spread();

for (let index = Number(values.from); index < Number(values.to); index++) {
  const { html, ...tried } = tryOne(pages, Number(values.seed), index);
  process.stdout.write(`${JSON.stringify(tried)}\n`);
  if (values.keep === undefined) continue;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(`${values.keep}/fuzz.html`, html());
}

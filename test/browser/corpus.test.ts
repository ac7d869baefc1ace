import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askReport, choose, evaluate, until } from '../../tools/browser';
import { html, inEachBrowser } from './harness';

const CORPUS = resolve(process.env.UNPITCH_CORPUS ?? '../shared/corpus');
const GOLD = join(CORPUS, 'gold.json');
const PAGES = 48;

interface Gold {
  readonly url: string;
  readonly labels: string;
  readonly words: readonly number[];
}

const present = existsSync(GOLD);
const gold = present ? (JSON.parse(await readFile(GOLD, 'utf8')) as Record<string, Gold>) : {};
const ids = Object.keys(gold).sort();
// Spread over the whole corpus, and the same pages at every run.
const chosen = Array.from({ length: PAGES }, (_, index) => ids[Math.floor((index * ids.length) / PAGES)]!);

const find = async (path: string) => {
  const id = path.slice(1);
  if (!Object.hasOwn(gold, id)) return undefined;
  return {
    body: await readFile(join(CORPUS, 'pages', `${id}.html`)),
    // Saved pages point to the whole net; none of it is asked for.
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" },
  };
};

describe.skipIf(!present)('saved news pages (needs the corpus)', () => {
  inEachBrowser('the packaged extension', find, (bench) => {
    it(
      `keeps the stories of ${PAGES} pages, takes prompts out, and puts every page back`,
      async () => {
        const hidden = { article: 0, clutter: 0 };
        const words = { article: 0, clutter: 0 };
        const changed: string[] = [];
        const tab = await bench.browser.open('about:blank');
        const popup = await bench.browser.openPopup(tab);
        for (const id of chosen) {
          await choose(popup, 'Off');
          await tab.goto(`${bench.origin}/${id}`);
          await until(`${id} is off`, async () => (await askReport(popup)).status === 'off');
          const before = await html(tab);
          await choose(popup, 'Hide');
          await until(`${id} is read`, async () => ['article', 'not-article'].includes((await askReport(popup)).status));
          const units = await evaluate(tab, () =>
            Array.from(document.querySelectorAll('[data-unpitch="hidden"] [data-u], [data-u][data-unpitch="hidden"]'), (unit) =>
              Number(unit.getAttribute('data-u')),
            ),
          );
          await choose(popup, 'Off');
          await until(`${id} is off again`, async () => (await askReport(popup)).status === 'off');
          if ((await html(tab)) !== before) changed.push(id);

          const { labels, words: counts } = gold[id]!;
          const gone = new Set(units);
          counts.forEach((count, unit) => {
            const part = labels[unit] === 'A' ? 'article' : 'FNP'.includes(labels[unit]!) ? 'clutter' : undefined;
            if (part) words[part] += count;
            if (part && gone.has(unit)) hidden[part] += count;
          });
        }
        expect(changed).toEqual([]);
        expect(words.article).toBeGreaterThan(10_000);
        expect(hidden.article / words.article).toBeLessThan(0.02);
        expect(hidden.clutter / words.clutter).toBeGreaterThan(0.2);
      },
      10 * 60_000,
    );
  });
});

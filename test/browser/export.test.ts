import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { inEachBrowser, marks, type Bench } from './harness';
import { clickOn, texts } from './overlay';
import { find } from './pages';

const LABELS = ['article', 'fundraising', 'newsletter', 'promo', 'other'];

interface Audit {
  readonly unpitch: string;
  readonly url: string;
  readonly blocks: readonly { readonly selector: string; readonly label: string; readonly confidence: number; readonly words: number; readonly reasons: readonly object[] }[];
}

inEachBrowser('files from the inspector', find, (bench: Bench) => {
  const inspect = async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    await bench.browser.runCommand(tab, 'toggle-inspector');
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    return tab;
  };
  const ask = async (tab: Tab, kind: string) => {
    await clickOn(tab, 'Save for an audit');
    await clickOn(tab, kind);
  };
  const save = async (tab: Tab, kind: string, name: string) => {
    await ask(tab, kind);
    const content = await bench.download(name);
    await until('it says so', async () => (await texts(tab, '.status p'))[0] === `Saved: ${name}`);
    return content;
  };

  it('hold every block with its selector, label, confidence, words and reasons, as data and as a table', async () => {
    const tab = await inspect();
    const audit = JSON.parse(String(await save(tab, 'Data (JSON)', 'unpitch-127.0.0.1.json'))) as Audit;
    expect(audit.url).toBe(`${bench.origin}/article`);
    expect(audit.unpitch).toMatch(/^\d+\.\d+\.\d+$/);
    const shown = await texts(tab, '.labels .note');
    expect(shown).toEqual([`Outlined: ${audit.blocks.length}`]);
    expect(Array.from(new Set(audit.blocks.map(({ label }) => label))).sort()).toEqual([...LABELS].sort());
    const found = await evaluate(tab, (selectors) => selectors.map((selector) => document.querySelectorAll(selector).length), audit.blocks.map(({ selector }) => selector));
    expect(found).toEqual(audit.blocks.map(() => 1));
    for (const { confidence, words, reasons } of audit.blocks) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(words).toBeGreaterThanOrEqual(0);
      expect(reasons.length).toBeGreaterThan(0);
    }

    const [head, ...rows] = String(await save(tab, 'Table (CSV)', 'unpitch-127.0.0.1.csv')).trimEnd().split('\r\n');
    expect(head).toBe('\uFEFFselector,label,confidence,words,text,reasons');
    expect(rows).toHaveLength(audit.blocks.length);
    for (const [at, row] of rows.entries()) expect(row).toContain(`,${audit.blocks[at]!.label},`);
    await tab.close();
  });

  it('show a bug without a word of the page', async () => {
    const tab = await inspect();
    const report = String(await save(tab, 'Bug report, scrambled', 'unpitch-bug-report.json'));
    const words = await evaluate(tab, () => Array.from(new Set(document.body.innerText.match(/\p{L}{8,}/gu))));
    expect(words.length).toBeGreaterThan(40);
    const { blocks, page } = JSON.parse(report) as { blocks: object[]; page: string[] };
    // Class names stay, since the verdict hangs on them.
    const written = page.join('\n').replace(/ class="[^"]*"/g, '');
    expect(words.filter((word) => written.includes(word))).toEqual([]);
    expect(report).not.toMatch(/127\.0\.0\.1|Marigold/);
    expect(blocks.length).toBeGreaterThan(20);
    expect(page.some((line) => line.includes('<section class="newsletter-box">'))).toBe(true);
    await tab.close();
  });

  it('picture what the inspector shows once the reader has pressed the button, and say so before that', async () => {
    const tab = await inspect();
    // Firefox is content with the right to read the page.
    if (bench.browser.name === 'chromium') {
      await ask(tab, 'Picture (PNG)');
      await until('it says why not', async () => (await texts(tab, '.status p'))[0]?.startsWith('Your browser allows a picture only'));
    }
    await bench.browser.clickAction(tab);
    await tab.focus();
    const picture = await save(tab, 'Picture (PNG)', 'unpitch-127.0.0.1.png');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const size = await evaluate(tab, () => [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio]);
    // Width and height stand in the first chunk.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(size.map(Math.round));
    await tab.close();
  });
});

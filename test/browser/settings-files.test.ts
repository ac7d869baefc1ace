import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { press, store, stored, textOf } from './face';
import { inEachBrowser, marks, untilEqual } from './harness';
import { find } from './pages';

/** Chooses a file in the section on data; `size` pads it with spaces. */
async function load(tab: Tab, text: string, size = 0): Promise<void> {
  await evaluate(
    tab,
    (content, length) => {
      const files = new DataTransfer();
      files.items.add(new File([content.padEnd(length)], 'unpitch.json', { type: 'application/json' }));
      const input = document.querySelector<HTMLInputElement>('#data input[type=file]')!;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
    size,
  );
}

/** What the page says is wrong, without the marks that keep each part of it in its own direction. */
const complaint = async (page: Tab) => (await textOf(page, '#data [role=alert]')).replace(/[\u2068\u2069]/g, '');

inEachBrowser('a file of settings', find, (bench) => {
  const open = async () => {
    const page = await bench.browser.openPage('options.html');
    await until('the page is drawn', () => evaluate(page, () => document.querySelector('#about') !== null));
    return page;
  };

  it('loads a good file whole, and of a bad one nothing', async () => {
    const page = await open();
    const before = await stored(page, 'local');
    const bad: [text: string, size: number, said: string][] = [
      ['{', 0, 'This is no file that Unpitch saved'],
      ['{"format":"unpitch","version":99}', 0, 'A newer version of Unpitch saved this file'],
      ['{}', 50 * 1024 * 1024, 'This file is larger than 5 MB'],
      ['{"format":"unpitch","version":1,"shelf":{},"settings":{"mode":"shout"}}', 0, 'settings.mode: expected ("off" | "highlight" | "hide"), found "shout"'],
    ];
    for (const [text, size, said] of bad) {
      await load(page, text, size);
      await until(`the page says: ${said}`, async () => (await complaint(page)).includes(said));
    }
    const { settings, shelf } = await stored(page, 'local');
    expect({ settings, shelf }).toEqual({ settings: before.settings, shelf: before.shelf });

    // Opened only now: what is hidden goes on the shelf whenever the background gets to it.
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));

    const good = { mode: 'off', kinds: { fundraising: true, newsletter: true, promo: true }, sites: {}, theme: 'system', palette: 'calm', shelf: true, statistics: true, stubs: false, ramp: false, driftAlarm: false };
    await load(page, JSON.stringify({ format: 'unpitch', version: 1, settings: good }));
    await until('the page says so', async () => (await textOf(page, '#data [role=status]')).includes('The file was loaded'));
    await untilEqual('the marks', [], () => marks(tab));
    await press(page, 'Reset everything', '#data');
    await press(page, 'Reset and erase', '#data');
    await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    await page.close();
    await tab.close();
  });

  it('of rules takes good ones, and says by place what is wrong with others', async () => {
    const page = await open();
    const rule = { id: 'one', label: 'promo', selector: 'p.byline', storyWords: 0, made: 1, misses: 0 };
    const file = (rules: unknown, version = 1) => JSON.stringify({ format: 'unpitch', version, rules });
    await load(page, file({ 'news.example': [rule] }));
    await until('the rule is listed', async () => (await textOf(page, '#rules code')) === 'p.byline');
    const bad: [rules: unknown, said: string, version?: number][] = [
      [{ 'news.example': [rule, { ...rule, id: 'two', selector: 'p{}*' }] }, 'rules.news.example.1: expected'],
      [{ 'news.example': [{ ...rule, label: 'gossip' }] }, 'rules.news.example.0: expected'],
      [{ 'news.example': Array.from({ length: 101 }, (_, i) => ({ ...rule, id: `r${i}` })) }, 'rules.news.example: expected <=100, found 101'],
      [Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`s${i}.example`, [rule]])), 'rules: expected <=2000, found 2001'],
      [[rule], 'rules.0: expected Array, found Object'],
      [{ 'news.example': [{ ...rule, id: 'two', from: 'the future' }] }, 'A newer version of Unpitch saved this file', 2],
    ];
    for (const [rules, said, version] of bad) {
      await load(page, file(rules, version));
      await until(`the page says: ${said}`, async () => (await complaint(page)).includes(said));
      expect(await textOf(page, '#rules code')).toBe('p.byline');
    }
    expect(await stored(page, 'local')).toMatchObject({ rules: { 'news.example': [rule] } });
    await press(page, 'Remove p.byline', '#rules');
    await until('the rule is gone', async () => (await textOf(page, '#rules code')) === '');
    await press(page, 'Undo', '.removed');
    await until('the rule is back', async () => (await textOf(page, '#rules code')) === 'p.byline');
    await press(page, 'Remove p.byline', '#rules');
    await page.close();
  });

  it('saves everything as one file, which brings it all back', async () => {
    const page = await open();
    const kept = {
      settings: { mode: 'highlight', sites: { 'news.example': { mode: 'off', appeals: 'weekly' } } },
      shelf: { 'news.example': { title: 'Keep us going', link: 'https://news.example/give', at: 7, count: 2 } },
      rules: { 'news.example': [{ id: 'one', label: 'promo', selector: 'p.byline', storyWords: 0, made: 1, misses: 0 }] },
    };
    await store(page, kept);
    await press(page, 'Save everything as a file', '#data');
    const file = String(await bench.download('unpitch.json'));
    await press(page, 'Reset everything', '#data');
    await press(page, 'Reset and erase', '#data');
    await until('all is gone', async () => !(await textOf(page, '#sites')).includes('news.example'));
    await load(page, file);
    await until('the page says so', async () => (await textOf(page, '#data [role=status]')).includes('The file was loaded'));
    expect(await stored(page, 'local')).toMatchObject(kept);
    for (const section of ['#sites', '#rules', '#shelf']) expect(await textOf(page, section)).toContain('news.example');
    await press(page, 'Reset everything', '#data');
    await press(page, 'Reset and erase', '#data');
    await page.close();
  });
});

import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { press, store, stored, textOf, violations } from './face';
import { inEachBrowser, isShown, marks, untilEqual } from './harness';
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

inEachBrowser('the settings page', find, (bench) => {
  const open = async () => {
    const page = await bench.browser.openPage('options.html');
    await until('the page is drawn', () => evaluate(page, () => document.querySelector('#about') !== null));
    return page;
  };

  it('is accessible with much in it, in light and dark', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const page = await open();
    await store(page, { shelf: { 'news.example': { title: 'Keep us going', link: 'https://news.example/give', at: 1, count: 2 } } });
    await until('the shelf is drawn', async () => (await textOf(page, '#shelf')).includes('Keep us going'));
    expect(await violations(page)).toEqual([]);
    await press(page, 'Dark', '#appearance');
    await untilEqual('the theme', 'dark', () => evaluate(page, () => getComputedStyle(document.documentElement).colorScheme));
    expect(await violations(page)).toEqual([]);
    await press(page, 'As the system', '#appearance');
    await page.close();
    await tab.close();
  });

  it('shows the appeals and numbers of what was hidden', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const page = await open();
    await until('the appeal is on the shelf', async () => (await textOf(page, '#shelf')).includes('127.0.0.1'));
    expect(await evaluate(page, () => Array.from(document.querySelectorAll<HTMLAnchorElement>('#shelf a'), ({ href }) => href))).toContain(
      'https://www.paypal.com/donate/?amount=5',
    );
    await until('it was counted', async () => /\d+ prompts hidden since/.test(await textOf(page, '#statistics')));
    await evaluate(page, () => { document.querySelector<HTMLElement>('#statistics input')!.click(); });
    await until('it is erased', async () => (await textOf(page, '#statistics')).includes('Nothing counted yet'));
    await evaluate(page, () => { document.querySelector<HTMLElement>('#statistics input')!.click(); });
    await press(page, 'Clear all', '#shelf');
    await until('the shelf is empty', async () => (await textOf(page, '#shelf')).includes('No appeal has been hidden yet'));
    await page.close();
    await tab.close();
  });

  it('adds a site, whose open pages follow at once', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const page = await open();
    await evaluate(page, (address) => {
      const input = document.querySelector<HTMLInputElement>('#add-site')!;
      input.value = address;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, bench.origin);
    await press(page, 'Add', '#sites');
    await untilEqual('the marks', [], () => marks(tab));
    await press(page, 'Remove 127.0.0.1', '#sites');
    await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    await page.close();
    await tab.close();
  });

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
      await until(`the page says: ${said}`, async () => (await textOf(page, '#data [role=alert]')).includes(said));
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
      await until(`the page says: ${said}`, async () => (await textOf(page, '#data [role=alert]')).includes(said));
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

  it('stands a hundred thousand entries on the shelf, shows a few, and clears and returns them', async () => {
    const page = await open();
    await store(page, { shelf: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`${i}.example`, { title: 'Give', link: '', at: i, count: 1 }])) });
    await page.close();
    const again = await open();
    await until('the shelf is drawn', async () => (await textOf(again, '#shelf .publication')).startsWith('99999.example\n99998.example'));
    expect((await textOf(again, '#shelf .publication')).split('\n')).toHaveLength(50);
    expect(await textOf(again, '#shelf')).toContain('50 of 500 are listed.');
    expect(await violations(again)).toEqual([]);
    await press(again, 'Clear all', '#shelf');
    await until('the shelf is empty', async () => (await textOf(again, '#shelf')).includes('No appeal has been hidden yet'));
    await press(again, 'Undo', '.removed');
    await until('they are back', async () => (await textOf(again, '#shelf .publication')).startsWith('99999.example'));
    await press(again, 'Clear all', '#shelf');
    await again.close();
  });

  it('stands garbage in storage', async () => {
    const tab = await bench.browser.open(`${bench.origin}/plain`);
    const page = await open();
    await store(page, { settings: [7], shelf: 'x', statistics: { x: 1 }, trust: null, sync: 3, visits: 'y', rules: [[]], asked: 0, memory: {} });
    await page.close();
    const again = await open();
    await until('the shelf is empty', async () => (await textOf(again, '#shelf')).includes('No appeal has been hidden yet'));
    await tab.goto(`${bench.origin}/article`);
    await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    await press(again, 'Reset everything', '#data');
    await press(again, 'Reset and erase', '#data');
    await again.close();
    await tab.close();
  });

  it('keeps settings in the storage of the account once that is switched on', async () => {
    const page = await open();
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await until('the settings are there', async () => JSON.stringify(await stored(page, 'sync')).includes('"theme"'));
    await press(page, 'Dark', '#appearance');
    await until('the change is there', async () => JSON.stringify(await stored(page, 'sync')).includes('"dark"'));
    expect(await textOf(page, '#data [role=alert]')).toBe('');
    await press(page, 'As the system', '#appearance');
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await page.close();
  });
});

inEachBrowser('the welcome page', find, (bench) => {
  it('lets the choice be tried on its sample, and keeps it', async () => {
    const page = await bench.browser.openPage('welcome.html');
    const sample = (selector: string) =>
      evaluate(page, (one) => {
        const inner = document.querySelector('iframe')?.contentDocument?.querySelector(one);
        return inner && [inner.getClientRects().length > 0, inner.getAttribute('data-unpitch')];
      }, selector);
    const take = (choice: string) => evaluate(page, (one) => { document.querySelector<HTMLElement>(`input[value=${one}]`)!.click(); }, choice);
    for (const prompt of ['.support-appeal', '.newsletter-signup', '.related-stories']) {
      await untilEqual(prompt, [false, 'hidden'], async () => (await sample(prompt)) ?? []);
    }
    expect(await sample('article > p:last-of-type')).toEqual([true, null]);
    expect(await violations(page)).toEqual([]);
    await take('highlight');
    await untilEqual('the appeal', [true, 'fundraising'], async () => (await sample('.support-appeal')) ?? []);
    expect(await stored(page, 'local')).toMatchObject({ settings: { mode: 'highlight', ramp: true, driftAlarm: true } });
    await take('later');
    await untilEqual('the appeal', [true, null], async () => (await sample('.support-appeal')) ?? []);
    await page.close();
  });
});

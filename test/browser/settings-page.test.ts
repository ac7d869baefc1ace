import { expect, it } from 'vitest';
import { evaluate, until } from '../../tools/browser';
import { press, store, stored, textOf, violations } from './face';
import { inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

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

  it('relabels a rule of the reader, and says of one that would take the story that it is set aside', async () => {
    const rule = { id: 'one', label: 'promo', selector: 'p.byline', storyWords: 0, made: 1, misses: 0 };
    const page = await open();
    await store(page, { rules: { '127.0.0.1': [rule, { ...rule, id: 'two', selector: 'article.story' }] } });
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await untilEqual('the byline', false, () => isShown(tab, '.byline'));
    expect(await isShown(tab, 'article.story')).toBe(true);
    await until('the rule is set aside', async () => (await textOf(page, '#rules .error')) === 'Set aside: it would have hidden part of a story.');
    await evaluate(page, () => {
      const choice = Array.from(document.querySelectorAll<HTMLSelectElement>('#rules select')).find(({ ariaLabel }) => ariaLabel === 'Label of p.byline')!;
      choice.value = 'other';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await untilEqual('the byline', true, () => isShown(tab, '.byline'));
    expect(await violations(page)).toEqual([]);
    await store(page, { rules: {} });
    await page.close();
    await tab.close();
  });

  it('lists the shortcuts, with their keys', async () => {
    const page = await open();
    await until('they are listed', async () => (await textOf(page, '#shortcuts dt')).split('\n').length === 6);
    expect(await textOf(page, '#shortcuts kbd')).toContain('Alt+Shift+');
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

  it('says of what could not be taken away that it was not, and offers no way back', async () => {
    const page = await open();
    await store(page, { settings: { sites: { 'kept.example': { mode: 'off' } } } });
    await until('the site is listed', async () => (await textOf(page, '#sites')).includes('kept.example'));
    await evaluate(page, () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: { local: object } }>;
      Object.defineProperty((browser ?? chrome).storage.local, 'set', { value: () => Promise.reject(new Error('Full')) });
    });
    await press(page, 'Remove kept.example', '#sites');
    await until('the page says so', async () => (await textOf(page, '#data [role=alert]')).startsWith('This choice could not be saved.'));
    expect(await textOf(page, '.removed')).toBe('');
    expect(await textOf(page, '#sites')).toContain('kept.example');
    await page.close();
  });

  it('keeps settings in the storage of the account once that is switched on', async () => {
    const page = await open();
    await evaluate(page, () => { document.querySelector<HTMLElement>('#data input[role=switch]')!.click(); });
    await until('the settings are there', async () => JSON.stringify(await stored(page, 'sync')).includes('"theme"'));
    await press(page, 'Dark', '#appearance');
    await until('the change is there', async () => JSON.stringify(await stored(page, 'sync')).includes('"dark"'));
    expect(await textOf(page, '#data [role=alert]')).toBe('');
    await store(page, { settings: { sites: { 'gone.example': { mode: 'off' } } } });
    await press(page, 'Remove gone.example', '#sites');
    await until('it can be put back', async () => (await textOf(page, '.removed')) !== '');
    // What is erased is erased there too, and is not put back.
    await press(page, 'Reset everything', '#data');
    await press(page, 'Reset and erase', '#data');
    await untilEqual('the theme', 'system', () => evaluate(page, () => document.documentElement.dataset.theme!));
    await untilEqual('what can be put back', '', () => textOf(page, '.removed'));
    await untilEqual('what the account keeps', {}, () => stored(page, 'sync'));
    await new Promise((later) => setTimeout(later, 1500));
    expect(await stored(page, 'sync')).toEqual({});
    await page.close();
  });
});

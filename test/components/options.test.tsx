import { readdirSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../../components/options/Browser';
import { Options, type OptionsActions, type OptionsState } from '../../components/options/Options';
import { Rules } from '../../components/rules/Rules';
import { isolated } from '../../lib/i18n';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { mondayOf } from '../../lib/statistics';
import { fakeEnglish } from '../i18n-fake';

const STATE: OptionsState = {
  settings: DEFAULT_SETTINGS, shelf: {}, statistics: {}, sync: { on: false, status: 'ok' },
  shortcuts: [], version: '1.2.3', news: undefined, removed: false,
};
let actions: OptionsActions;

function draw(state: Partial<OptionsState> = {}) {
  void act(() => {
    const rules = <Rules rules={{}} stubs={false} onChange={vi.fn()} onStubs={vi.fn()} />;
    render(<Options {...STATE} {...state} rules={rules} actions={actions} />, document.body);
  });
}
const section = (id: string) => document.getElementById(id)!;
const button = (id: string, name: string) =>
  Array.from(section(id).querySelectorAll('button')).find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name)!;
/** What a change makes of these settings. */
const after = (settings: Settings = DEFAULT_SETTINGS) => vi.mocked(actions.change).mock.lastCall![0](settings);
const write = async (input: HTMLInputElement, text: string) => {
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

beforeEach(() => {
  fakeEnglish();
  render(null, document.body);
  const names = ['change', 'removeFromShelf', 'clearShelf', 'keepStatistics', 'exportAll', 'importAll', 'setSync', 'reset', 'removeSite', 'changeShortcuts', 'undo'] as const satisfies readonly (keyof OptionsActions)[];
  actions = Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as OptionsActions;
});

describe('settings', () => {
  it('have a section for each name in the list beside them', () => {
    draw();
    const links = Array.from(document.querySelectorAll('nav a'), (link) => link.getAttribute('href')!.slice(1));
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => section(id)?.querySelector('h2') == null)).toEqual([]);
  });

  it('change theme, kinds and colours', () => {
    draw();
    button('appearance', 'Dark').click();
    expect(after().theme).toBe('dark');
    button('kinds', 'Easy to tell apart').click();
    expect(after().palette).toBe('distinct');
    section('kinds').querySelector('input')!.click();
    expect(after().kinds).toMatchObject({ fundraising: false, promo: true });
  });
});

describe('sites', () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, sites: { 'a.example': { mode: 'off' }, 'b.example': { kinds: { promo: false }, appeals: 'weekly' } } };

  it('are listed with what differs, changed and removed', () => {
    draw({ settings });
    expect(section('sites').textContent).toContain('Promos ✗ · One appeal a week');
    const select = section('sites').querySelector('select')!;
    expect([select.getAttribute('aria-label'), select.value]).toEqual(['Mode on a.example', 'off']);
    select.value = 'highlight';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(after(settings).sites['a.example']).toEqual({ mode: 'highlight' });
    button('sites', 'Remove b.example').click();
    expect(actions.removeSite).toHaveBeenCalledExactlyOnceWith('b.example');
  });

  it('are added by host or address, and nothing else is', async () => {
    draw();
    const input = section('sites').querySelector<HTMLInputElement>('#add-site')!;
    const submit = () => act(() => void section('sites').querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    await write(input, 'not a site');
    await submit();
    expect(section('sites').querySelector('[role=alert]')!.textContent).toContain('such as news.example');
    expect(actions.change).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    // What is written next is not known to be wrong.
    await write(input, 'not a sit');
    expect(input.getAttribute('aria-invalid')).not.toBe('true');
    await write(input, 'https://www.News.example/path?x');
    await submit();
    expect(after().sites).toEqual({ 'news.example': { mode: 'off' } });
    expect(section('sites').querySelector('[role=alert]')).toBeNull();
  });

  it('of a long list are found by name', async () => {
    const sites = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`site${i}.example`, { mode: 'off' as const }]));
    draw({ settings: { ...DEFAULT_SETTINGS, sites } });
    expect(section('sites').textContent).toContain('50 of 120 are listed.');
    await write(section('sites').querySelector<HTMLInputElement>('[type=search]')!, 'site117');
    expect(Array.from(section('sites').querySelectorAll('bdi'), ({ textContent }) => textContent)).toEqual(['site117.example']);
    // The field that narrows a list stays as long as it does.
    draw({ settings: { ...DEFAULT_SETTINGS, sites: { 'site1.example': { mode: 'off' } } } });
    expect(section('sites').querySelector<HTMLInputElement>('[type=search]')!.value).toBe('site117');
  });
});

describe('the shelf', () => {
  it('links to each newsroom, by its own link where it has one', () => {
    const entry = { title: 'Keep us going', at: Date.UTC(2026, 10, 20, 12), count: 3 };
    draw({ shelf: { 'a.example': { ...entry, link: 'https://a.example/give' }, 'b.example': { ...entry, link: '', count: 1 } } });
    expect(Array.from(section('shelf').querySelectorAll('a'), (link) => link.href)).toEqual(['https://a.example/give', 'https://b.example/']);
    expect(section('shelf').textContent).toContain('3 appeals hidden, the last on Nov 20, 2026');
    button('shelf', 'Remove a.example').click();
    expect(actions.removeFromShelf).toHaveBeenCalledExactlyOnceWith('a.example');
    button('shelf', 'Clear all').click();
    expect(actions.clearShelf).toHaveBeenCalledTimes(1);
  });
});

describe('statistics', () => {
  it('are drawn to scale, and written for those who do not see them', () => {
    draw({ statistics: { [mondayOf(new Date())]: { fundraising: 1, newsletter: 0, promo: 3, articles: 2 } } });
    const heights = Array.from(section('statistics').querySelectorAll<HTMLElement>('.columns div:last-child span'), ({ style }) => style.height);
    expect(heights).toEqual(['22.5px', '0px', '67.5px']);
    expect(Array.from(section('statistics').querySelectorAll('tbody tr:last-child td'), ({ textContent }) => textContent)).toEqual(['1', '0', '3']);
    expect(section('statistics').textContent).toContain('4 prompts hidden since');
    section('statistics').querySelector('input')!.click();
    expect(actions.keepStatistics).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('data', () => {
  it('are reset only after a question', async () => {
    draw();
    await act(() => { button('data', 'Reset everything').click(); });
    expect(actions.reset).not.toHaveBeenCalled();
    await act(() => { button('data', 'Cancel').click(); });
    await act(() => { button('data', 'Reset everything').click(); });
    await act(() => { button('data', 'Reset and erase').click(); });
    expect(actions.reset).toHaveBeenCalledTimes(1);
  });

  it('say what is wrong with a file, place by place', () => {
    draw({ news: [{ path: 'settings.mode', expected: 'a mode', found: '"shout"' }, { path: 'settings.kinds', expected: 'kinds', found: undefined }] });
    expect(Array.from(section('data').querySelectorAll('.problems li'), ({ textContent }) => textContent)).toEqual([
      `${isolated('settings.mode')}: expected ${isolated('a mode')}, found ${isolated('"shout"')}`,
      `${isolated('settings.kinds')}: missing`,
    ]);
    draw({ news: 'importTooBig' });
    expect(section('data').querySelector('[role=alert]')!.textContent).toContain('5 MB');
    draw({ news: 'importDone' });
    expect(section('data').querySelector('[role=status]')!.textContent).toBe('The file was loaded.');
  });

  it('say when the account has no room', () => {
    draw({ sync: { on: true, status: 'full' } });
    expect(section('data').querySelector('[role=alert]')!.textContent).toContain('no room');
  });
});

describe('shortcuts', () => {
  it('are listed with their keys, and changed in the browser', () => {
    draw({ shortcuts: [{ command: 'peek', name: 'Show everything while held', keys: 'Alt+Shift+U' }, { command: 'undo', name: 'Undo', keys: '' }] });
    expect(Array.from(section('shortcuts').querySelectorAll('dd'), ({ textContent }) => textContent)).toEqual(['Alt+Shift+U', 'no key']);
    button('shortcuts', 'Change shortcuts').click();
    expect(actions.changeShortcuts).toHaveBeenCalledTimes(1);
    draw({ shortcuts: undefined });
    expect(section('shortcuts').textContent).toContain('Your browser has no shortcuts');
  });
});

describe('what was taken away', () => {
  it('is one row, however long the key is held', () => {
    draw({ settings: { ...DEFAULT_SETTINGS, sites: { 'one.example': { mode: 'off' } } } });
    const press = (repeat: boolean) => button('sites', 'Remove one.example').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, cancelable: true }));
    expect([press(false), press(true)]).toEqual([true, false]);
  });

  it('can be put back, as long as there is something', () => {
    draw();
    expect(document.querySelector('.removed')!.textContent).toBe('');
    draw({ removed: true });
    expect(document.querySelector('.removed')!.textContent).toContain('Removed.');
    document.querySelector<HTMLElement>('.removed button')!.click();
    expect(actions.undo).toHaveBeenCalledTimes(1);
  });
});

describe('languages', () => {
  it('are told as they are there', () => {
    const there = readdirSync('locales').map((file) => file.replace('.yml', '').replace('_', '-'));
    expect([...LANGUAGES].sort()).toEqual(there.sort());
  });
});

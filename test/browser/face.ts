// In: a page of the extension in a tab. Out: what axe finds wrong with it, and its controls used by name.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { evaluate, until, type ExtensionBrowser, type Tab } from '../../tools/browser';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong, WCAG 2.2 AA and best practices, one line each; colours that still change are waited for. */
export async function violations(tab: Tab): Promise<string[]> {
  // In a closed part of the page they never end.
  const rest = 'Promise.all(document.getAnimations().filter(({ effect }) => effect.target.checkVisibility({ contentVisibilityAuto: true })).map(({ finished }) => finished))';
  const found = (await tab.run(`(async () => { ${axe}; await ${rest}; return (await axe.run()).violations; })()`)) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Presses the first button in `scope` with this name, as soon as it is there. */
export async function press(tab: Tab, name: string, scope = 'body'): Promise<void> {
  await until(`there is a button ${name}`, () =>
    evaluate(
      tab,
      (wanted, within) => {
        const button = Array.from(document.querySelectorAll(`${within} button`)).find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === wanted,
        );
        (button as HTMLElement | undefined)?.click();
        return button !== undefined;
      },
      name,
      scope,
    ),
  );
}

export function textOf(tab: Tab, selector: string): Promise<string> {
  return evaluate(tab, (one) => Array.from(document.querySelectorAll(one), ({ textContent }) => textContent).join('\n'), selector);
}

interface Storage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  clear(): Promise<void>;
}

/** What is in a storage area of the extension. */
export function stored(tab: Tab, area: 'local' | 'sync'): Promise<Record<string, unknown>> {
  return evaluate(
    tab,
    (name) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Record<string, Storage> }>;
      return (browser ?? chrome).storage[name]!.get(null);
    },
    area,
  );
}

/** Puts items into the extension's local storage, as a damaged profile or an older version may have. */
export function store(tab: Tab, items: object): Promise<void> {
  return evaluate(
    tab,
    (these) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Record<string, Storage> }>;
      return (browser ?? chrome).storage.local!.set(these);
    },
    items,
  );
}

/** Forgets whatever was chosen, corrected or counted so far, in every open page. */
export async function startClean(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.openPage('options.html');
  await evaluate(page, () => {
    const { browser: api, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Record<string, Storage> }>;
    return (api ?? chrome).storage.local!.clear();
  });
  await page.close();
}

// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['lib', 'components', 'entrypoints', 'tools', 'training', 'test'];
const MAX_LINES = 250;

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: Source[] = FOLDERS.filter((folder) => existsSync(folder)).flatMap(walk).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const under = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));
const product = [...under('lib/'), ...under('components/'), ...under('entrypoints/')];

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** Where a file's imports lead: paths inside the project, names of packages outside. */
function importsOf({ path, text }: Source): string[] {
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/g);
  return Array.from(found, ([, from, bare]) => (from ?? bare)!).map((name) =>
    name.startsWith('.') ? posix.normalize(posix.join(dirname(path), name)) : name,
  );
}

function offenders(files: readonly Source[], pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('the rules read what they should', () => {
  it('finds sources in every folder it speaks of, and their imports', () => {
    for (const folder of ['lib/engine/', 'lib/page/', 'components/', 'entrypoints/']) expect(under(folder), folder).not.toHaveLength(0);
    expect(importsOf(sources.find(({ path }) => path === 'lib/page/plan.ts')!)).toEqual([
      'lib/engine/types',
      'lib/settings',
      'lib/sites',
      'lib/page/dom',
    ]);
  });
});

describe('import borders', () => {
  it('the engine imports nothing outside itself', () => {
    for (const source of under('lib/engine/')) {
      for (const name of importsOf(source)) expect(name, source.path).toMatch(/^lib\/engine(\/|$)/);
    }
  });

  it('the engine uses no extension API', () => {
    expect(offenders(under('lib/engine/'), /\b(browser|chrome)\./)).toEqual([]);
  });

  it('the page knows only the engine, the settings, how to keep them in order, and itself', () => {
    for (const source of under('lib/page/')) {
      for (const name of importsOf(source)) expect(name, source.path).toMatch(/^lib\/(engine|page)\/|^lib\/(settings|sites|i18n|in-order)$/);
    }
    // Of the texts, the page knows the names alone: they are handed to it.
    expect(offenders(under('lib/page/'), /import (?!type)[^;]*\/i18n'/)).toEqual([]);
  });

  it('components only draw: no storage, messages or browser', () => {
    for (const source of under('components/')) {
      for (const name of importsOf(source)) expect(name, source.path).not.toMatch(/^wxt|messaging|lib\/(tab|store)$/);
    }
    expect(offenders(under('components/'), /\b(browser|chrome|localStorage|sessionStorage)\b|(load|update|watch)Settings/)).toEqual([]);
  });

  it('nothing in lib or components imports an entrypoint, a tool or a test', () => {
    for (const source of [...under('lib/'), ...under('components/')]) {
      for (const name of importsOf(source)) expect(name, source.path).not.toMatch(/^(entrypoints|tools|test|training)\//);
    }
  });

  it('store and site memory are the only doors to storage, messaging to messages', () => {
    expect(offenders(product, /\bstorage\b.*\bfrom 'wxt|browser\.storage/).sort()).toEqual(['lib/site-memory.ts', 'lib/store.ts']);
    expect(offenders(product, /sendMessage|runtime\.onMessage/)).toEqual(['lib/messaging.ts']);
  });
});

describe('the page is safe with us', () => {
  it('only mark, and the helper it goes through, write attributes to the page', () => {
    const writes = /\b(setAttribute|removeAttribute|toggleAttribute|setProperty|classList|className|dataset)\b|\.(style|hidden|id)\b\s*[.=]/;
    // pin is mark's last resort; legend and ui/make write on our own elements.
    expect(offenders(under('lib/page/'), writes).sort()).toEqual(['lib/page/dom.ts', 'lib/page/pin.ts', 'lib/page/ui/make.ts']);
    const callers = under('lib/page/').filter(({ text }) => /\bwriteAttribute\(/.test(text));
    expect(callers.map(({ path }) => path).sort()).toEqual(['lib/page/legend.ts', 'lib/page/mark.ts', 'lib/page/pin.ts', 'lib/page/ui/make.ts']);
    expect(sources.filter((source) => importsOf(source).includes('lib/page/pin')).map(({ path }) => path)).toEqual(['lib/page/mark.ts']);
  });

  it('no text is ever parsed as markup or code', () => {
    const parse = /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|eval|new Function)\b/;
    expect(offenders(product, parse)).toEqual([]);
  });

  it('nothing leaves the browser', () => {
    expect(offenders(product, /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\b/)).toEqual([]);
  });

  it("the corpus' own marks are not read", () => {
    expect(offenders(product, /data-u\b|dataset\.u\b|data-expect/)).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    const long = sources.filter(({ text }) => text.split('\n').length > MAX_LINES + 1);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('open with one line that says what goes in and what comes out', () => {
    const silent = product.filter(({ text }) => !text.startsWith('//'));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('have their tests where they themselves are', () => {
    const tests = under('test/').map(({ path }) => relative('test', path)).filter((path) => /^(engine|page)\/.*\.test\.tsx?$/.test(path));
    expect(tests).not.toHaveLength(0);
  });
});

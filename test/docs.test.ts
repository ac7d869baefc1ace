// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sbom } from '../tools/package/sbom';
import { STATES } from '../tools/screenshots/states';
import { STORIES } from '../tools/screenshots/stories';

const DOCS = [...['.', 'docs', 'docs/store'].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))), 'training/README.md', 'test/fixtures/README.md'];
const read = (path: string) => readFileSync(path, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found]) => found!);

describe.each(DOCS)('%s', (path) => {
  const text = read(path);

  it('links to what is there', () => {
    const links = [...all(text, /\]\(([^)#]+)(?:#[^)]*)?\)/g), ...all(text, /\b(?:src|href)="([^"#]+)"/g)].filter((link) => !/^\w+:/.test(link));
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });

  it('names files and commands that are there', () => {
    const files = all(text, /`((?:test|lib|tools|docs|components|entrypoints|training|locales|public)\/[\w./-]+)`/g);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const commands = all(text, /\bnpm run ([\w:]+)/g);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('what the docs say', () => {
  it('of how many languages is so', () => {
    const read69 = readdirSync('lib/engine/lexicon/languages').filter((name) => name.endsWith('.json')).length;
    for (const path of ['README.md', 'CHANGELOG.md', 'docs/store/listing.md']) expect(all(read(path), /\bin (\d+) languages/g), path).toContain(String(read69));
    expect(readdirSync('locales')).toHaveLength(12);
    for (const path of ['CHANGELOG.md', 'docs/store/listing.md']) expect(read(path), path).toContain('twelve languages');
  });

  it('with pictures, the command for pictures has made', () => {
    const made = [...STATES, ...STORIES];
    const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.png')).map((name) => name.replace('.png', '')).sort();
    expect(names('docs/pictures')).toEqual(made.flatMap(({ readme }) => readme ?? []).sort());
    expect(names('docs/store')).toEqual(STORIES.flatMap(({ store }) => store ?? []).sort());
    for (const name of names('docs/pictures')) expect(read('README.md')).toContain(`docs/pictures/${name}.png`);
    for (const name of names('docs/store')) expect(read('docs/store/listing.md')).toContain(`\`${name}.png\``);
  });
});

describe('the bill of materials', () => {
  it('lists what is shipped and what builds it, the same at every run, and says nothing of this machine', () => {
    const bill = sbom('unpitch');
    const { components } = JSON.parse(bill) as { components: { name: string; version: string; licenses?: unknown[] }[] };
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    for (const name of ['preact', 'valibot', 'wxt']) expect(components).toContainEqual(expect.objectContaining({ name, version: packages[`node_modules/${name}`]!.version, licenses: [expect.anything()] }));
    expect(components.length).toBeGreaterThan(100);
    expect(sbom('unpitch')).toBe(bill);
    expect(bill).not.toMatch(/timestamp|serialNumber|file:\/\//);
    expect(bill).not.toContain(process.cwd());
  });
});

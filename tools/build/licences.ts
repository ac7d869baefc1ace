// In: the modules that really end up in a bundle. Out: the packages they come from, and the text that their licences ask us to ship.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Address of its source, which some licences ask us to name. */
  readonly source: string;
  /** The package's own licence file, or who wrote it if it has none. */
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

/** The plugin sees every bundle of one build; `packages()` tells afterwards what was in them, by name. */
export function followPackages(): { plugin: Plugin; packages(): ShippedPackage[] } {
  const folders = new Set<string>();
  return {
    plugin: {
      name: 'unpitch:licences',
      generateBundle(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(output.modules)) {
            const folder = renderedLength > 0 ? folderOf(id.replace(/^\0/, '').split('?')[0]!) : undefined;
            if (folder) folders.add(folder);
          }
        }
      },
    },
    packages: () => Array.from(folders, readPackage).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

export function licenceText(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(({ name, version, licence, source, text }) => `${name} ${version} (${licence})\n${source}\n\n${text}`);
  return ['Unpitch ships parts of these packages, under their own licences.', ...parts].join('\n\n----\n\n');
}

/** Folder of the package that a module belongs to; undefined for our own. */
function folderOf(id: string): string | undefined {
  if (!id.replaceAll('\\', '/').includes('/node_modules/')) return undefined;
  let folder = dirname(id);
  // Packages keep bare package.json files in subfolders to tell Node of their format: those have no name.
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as Manifest).version) return folder;
    folder = dirname(folder);
  }
  return undefined;
}

/** @throws Error when the package does not say what its licence asks us to repeat */
function readPackage(folder: string): ShippedPackage {
  const { name, version, license: licence, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const source = (typeof repository === 'string' ? repository : repository?.url)?.replace(/^git\+|\.git$/g, '');
  if (!name || !version || !licence || !source) throw new Error(`${folder} does not say its name, version, licence and source`);
  const file = readdirSync(folder).sort().find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const writer = typeof author === 'object' ? author.name : (author ?? `the authors of ${name}`);
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : `Copyright ${writer}`;
  return { name, version, licence, source, text };
}

// In: the project. Out: what a reviewer needs to build the extension again: its sources, and nothing that the build does not read.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles, type Files } from './zip';

/** Named one by one, so that nothing that merely lies about can get into the zip. */
const PATHS = [
  'assets', 'components', 'entrypoints', 'lib', 'locales', 'public', 'tools',
  'package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts',
  'README.md', 'CHANGELOG.md', 'LICENSE', 'PRIVACY.md', 'SECURITY.md',
];

export function readSources(root: string): Files {
  return Object.assign({}, ...PATHS.map((path) => (statSync(join(root, path)).isDirectory() ? readFiles(root, path) : { [path]: readFileSync(join(root, path)) }))) as Files;
}

// A finished build in, the size of its content script out, in bytes.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../corpus';

export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

const FOLDER = join(ROOT, '.output/chrome-mv3/content-scripts');

/** @throws Error when nothing was built */
export function contentScriptSize(): Size {
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(FOLDER, name)));
  if (scripts.length === 0) throw new Error(`No content script in ${FOLDER}`);
  return { minified: scripts.reduce((sum, script) => sum + script.length, 0), gzipped: scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0) };
}

// In: what the user named: nothing, a file or an address. Out: the address to open, served from here where it is a file.
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import { serve } from '../serve';
import { PlainError } from '../setup.mjs';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

export interface Target {
  readonly url: string;
  close(): Promise<void>;
}

export async function openTarget(named: string | undefined): Promise<Target> {
  if (named === undefined) return serveFile(resolve('demo/sample.html'));
  if (/^[a-z][a-z0-9+.-]+:/i.test(named)) return { url: checkAddress(named), close: () => Promise.resolve() };
  if (existsSync(named) && statSync(named).isFile()) return serveFile(resolve(named));
  throw new PlainError(`No such file: ${named}`);
}

function checkAddress(named: string): string {
  if (!URL.canParse(named)) throw new PlainError(`Not an address: ${named}`);
  const url = new URL(named);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
  throw new PlainError(`Only http and https pages can be opened, not ${url.protocol} (for a file, give its path).`);
}

/** Content scripts do not run on file: addresses, so the file and its neighbours come from a server. */
async function serveFile(file: string): Promise<Target> {
  const folder = dirname(file);
  const server = await serve(async (path) => {
    const wanted = resolve(folder, `.${path}`);
    if (!wanted.startsWith(folder + sep) || !existsSync(wanted) || !statSync(wanted).isFile()) return undefined;
    return { body: await readFile(wanted), type: TYPES[extname(wanted).toLowerCase()] ?? 'text/html; charset=utf-8' };
  });
  return { url: `${server.origin}/${encodeURIComponent(basename(file))}`, close: () => server.close() };
}

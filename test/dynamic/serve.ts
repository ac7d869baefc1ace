// In: the folders beside this file. Out: each of them served as the site it is.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Served } from '../../tools/serve';

const ROOT = import.meta.dirname;
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
/** How long the slow site makes its reader wait for its second half, in ms. */
const SLOW_MS = 1200;
/** How long any style sheet is on its way, in ms: until it is there nothing is painted. */
const STYLE_MS = 300;

/** Stories have addresses that look like it; what a site keeps lies below its story. */
const STORY_PATH = '/2025/05/a-story-of-this-day/';
export const storyUrl = (origin: string, slug: string, name = ''): string => `${origin}/${slug}${STORY_PATH}${name}`;

/** The same story under a host that no other site has, so that nothing that was learned from one of them is known of it. */
export const aloneUrl = (origin: string, slug: string): string => storyUrl(origin.replace('127.0.0.1', `${slug}.localhost`), slug);

/** Finds `/slug/` and what lies below it. `other` is the origin of a second server, for what a site takes from elsewhere. */
export async function findSite(path: string, other = ''): Promise<Served | undefined> {
  if (path === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  const [, slug, ...rest] = path.replace(STORY_PATH, '/').split('/');
  if (!slug || !/^[a-z-]+$/.test(slug) || rest.includes('..')) return undefined;
  const name = rest.join('/') || 'index.html';
  const type = TYPES[extname(name)];
  try {
    const text = (await readFile(join(ROOT, slug, name), 'utf8')).replaceAll('{{other}}', other);
    if (name.endsWith('.css')) await delay(STYLE_MS);
    const headers = JSON.parse(await readFile(join(ROOT, slug, 'headers.json'), 'utf8').catch(() => '{}')) as Record<string, string>;
    return { body: text.includes('<!--slow-->') ? slowly(text) : text, headers, ...(type ? { type } : {}) };
  } catch {
    return undefined;
  }
}

async function* slowly(text: string): AsyncGenerator<string> {
  for (const [index, part] of text.split('<!--slow-->').entries()) {
    if (index > 0) await delay(SLOW_MS);
    yield part;
  }
}

// @vitest-environment node
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTarget, type Target } from '../../tools/demo/target';

let folder: string;
let target: Target | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpitch-target-'));
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'site', 'a page.html'), '<p>Page');
  await writeFile(join(folder, 'site', 'style.css'), 'p {}');
});
afterEach(async () => {
  await target?.close();
  target = undefined;
  await rm(folder, { recursive: true });
});

describe('what npm start opens', () => {
  it('is the sample article when nothing is named', async () => {
    target = await openTarget(undefined);
    expect(await (await fetch(target.url)).text()).toContain('The ferry that would not retire');
  });

  it('is a file with its neighbours, and nothing above them', async () => {
    target = await openTarget(join(folder, 'site', 'a page.html'));
    const page = await fetch(target.url);
    expect(await page.text()).toBe('<p>Page');
    expect(page.headers.get('content-type')).toContain('text/html');
    const { origin } = new URL(target.url);
    expect((await fetch(`${origin}/style.css`)).headers.get('content-type')).toBe('text/css');
    expect((await fetch(`${origin}/%2e%2e%2fsecret.html`)).status).toBe(404);
    expect((await fetch(`${origin}/missing.html`)).status).toBe(404);
  });

  it('is an address as it stands', async () => {
    target = await openTarget('https://news.example/story?id=1');
    expect(target.url).toBe('https://news.example/story?id=1');
  });

  it.each([
    ['nowhere.html', /^No such file: nowhere\.html$/],
    ['ftp://news.example/', /^Only http and https/],
    ['http://[bad', /^Not an address/],
  ])('is refused in one line: %s', async (named, said) => {
    await expect(openTarget(named)).rejects.toThrow(said);
    await expect(openTarget(named)).rejects.toHaveProperty('name', 'PlainError');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { askReport, buildFolder, choose, evaluate, launch, until } from '../../tools/browser';
import { startRecorder } from '../../tools/browser/recorder';
import { readFiles } from '../../tools/package/zip';
import { serve } from '../../tools/serve';
import { press, textOf } from './face';
import { launchOptions } from './harness';
import { find } from './pages';

describe.each(inject('browsers'))('the network, with the extension in %s', (name) => {
  it('is asked for the pages that are opened, and for nothing else by any part of the extension', async () => {
    const server = await serve(find);
    const recorder = await startRecorder();
    const profile = await mkdtemp(join(tmpdir(), 'unpitch-'));
    // This machine's own servers included, so that there is no way past the recorder.
    const browser = await launch(name, { ...launchOptions(name, profile), proxy: { address: recorder.address, everything: true } });
    try {
      await browser.closeWelcome();
      const tab = await browser.open(`${server.origin}/article`);
      const popup = await browser.openPopup(tab);
      await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
      for (const mode of ['highlight', 'off', 'hide'] as const) {
        await choose(popup, mode[0]!.toUpperCase() + mode.slice(1));
        await until(`the page follows ${mode}`, async () => (await askReport(popup)).mode === mode);
      }
      await press(popup, 'Show', '.prompts');
      const pages = ['options.html', 'welcome.html', 'sample.html'];
      for (const path of pages) {
        const page = await browser.openPage(path);
        await until(`${path} is drawn`, () => evaluate(page, () => document.body.textContent.trim() !== ''));
        await page.close();
      }
      const asked = () => recorder.foreign().filter((one) => !one.endsWith('/favicon.ico'));
      expect(asked()).toEqual([`GET ${server.origin}/article`]);

      // What a page itself asks for is recorded, so anything of ours would have been.
      await evaluate(tab, () => fetch('http://collector.example/seen', { mode: 'no-cors' }).then(() => true, () => true));
      await until('the request is recorded', () => Promise.resolve(asked().includes('GET http://collector.example/seen')));
    } finally {
      await browser.close();
      await server.close();
      await recorder.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** Ways out of a page, and ways to run what is not in the package. Keys of the polyfill's table of APIs (`eval:{`) are no calls. */
const WAYS_OUT = /\bfetch\b|\bXMLHttpRequest\b|\bWebSocket\b|\bWebTransport\b|\bsendBeacon\b|\bEventSource\b|\bRTCPeerConnection\b|\bimportScripts\b|\bnew\s+(Shared)?Worker\b|\bserviceWorker\b|\bFontFace\b|\bnew\s+Image\b|\bnew\s+Function\b|\beval\s*\(|\bsetTimeout\(\s*["'`]|\.(src|srcset|poster|action|ping)\s*=[^=]|\bimport\(\s*["'`]https?:|\binnerHTML\s*=[^=]|\bouterHTML\s*=[^=]|insertAdjacentHTML|document\.write/;
/** Addresses of other machines in what loads by itself: style sheets, and elements of our own pages. */
const LOADS = /@import|@font-face|url\(\s*["']?(?!data:|#)|\b(src|srcset|poster|data)\s*=\s*["']?\s*(https?:)?\/\/|<link[^>]+href\s*=\s*["']?\s*(https?:)?\/\//i;

describe.each(inject('browsers'))('the bundle for %s', (name) => {
  const files = Object.entries(readFiles(buildFolder(name))).map(([path, bytes]) => ({ path, text: Buffer.from(bytes).toString('utf8') }));
  const ofType = (type: RegExp) => files.filter(({ path }) => type.test(path));
  const hits = (pattern: RegExp, within: typeof files) => within.flatMap(({ path, text }) => Array.from(text.matchAll(new RegExp(pattern, `g${pattern.flags}`)), ({ index }) => `${path}: ${text.slice(Math.max(0, index - 30), index + 50)}`));

  it('has no way to the network, and runs nothing that is not in it', () => {
    expect(ofType(/\.js$/).length).toBeGreaterThan(5);
    expect(hits(WAYS_OUT, ofType(/\.js$/))).toEqual([]);
  });

  it('has no style sheet, page or text that would load an image, a font or anything else from elsewhere', () => {
    expect(ofType(/\.css$/).length).toBeGreaterThan(3);
    expect(hits(LOADS, ofType(/\.(css|html)$/))).toEqual([]);
    expect(hits(/url\(\s*["']?https?:|@import\b|@font-face/, ofType(/\.js$/))).toEqual([]);
  });

  it.each(['fetch("x")', 'const f=fetch;f(a)', 'self["fetch"](a)', 'new XMLHttpRequest', 'navigator.sendBeacon(a)', 'new WebSocket(a)', 'new EventSource(a)', 'new Function("a")', 'eval("a")', 'img.src="https://a.example"', 'e.innerHTML=t'])('would be found out with %s in it', (code) => {
    expect(WAYS_OUT.test(code)).toBe(true);
  });

  it.each(['@import "a.css"', 'a{background:url(https://a.example/x.png)}', '<img src="//a.example">', '<link rel="x" href="https://a.example">'])('would be found out with %s in it', (code) => {
    expect(LOADS.test(code)).toBe(true);
  });

  it('forbids markup from text on its own pages, where the browser knows how', () => {
    const { content_security_policy: { extension_pages: policy } } = JSON.parse(files.find(({ path }) => path === 'manifest.json')!.text) as { content_security_policy: { extension_pages: string } };
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("trusted-types 'none'");
  });
});

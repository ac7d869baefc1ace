// In: a browser's name and pages. Out: what became of each when they were opened one after the other, what consoles said, and what memory held meanwhile.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askReport, buildFolder, evaluate, launch, until, type BrowserName, type ExtensionBrowser, type Tab } from '../browser';
import { serve } from '../serve';
import type { SoakPage } from './pages';

/** Saved pages point to the whole net; none of it is asked for. */
const HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };
/** What browsers say of that, and of pages as they were saved. */
const THEIRS = /Content.Security.Policy|Failed to load|Unsafe attempt to load URL|ERR_|X-Frame|NS_ERROR_CONTENT_BLOCKED|downloadable font|may not load data from/i;
const EMPTY = '<!doctype html><title>Nothing</title><p>Nothing is here.';

export interface Visit {
  readonly page: string;
  readonly status: string;
  readonly marked: number;
  /** From the request to a verdict that badge and popup show. */
  readonly ms: number;
  readonly wrong: readonly string[];
}

export interface Soaked {
  readonly visits: readonly Visit[];
  /** At the start and after each quarter, on the same empty page. */
  readonly memory: readonly Readonly<Record<string, number>>[];
  readonly errors: readonly string[];
}

export async function soak(name: BrowserName, pages: readonly SoakPage[], say: (line: string) => void): Promise<Soaked> {
  const server = await serve((path) => {
    const page = pages[Number(path.slice(1))];
    return { body: page?.html() ?? EMPTY, headers: HEADERS };
  });
  const profile = await mkdtemp(join(tmpdir(), 'unpitch-soak-'));
  const browser = await launch(name, { extension: resolve(buildFolder(name)), headless: true, profile, size: { width: 1200, height: 900 } });
  const port = new URL(server.origin).port;
  const [visits, memory]: [Visit[], Record<string, number>[]] = [[], []];
  try {
    await browser.closeWelcome();
    const tab = await browser.open(`http://front.news.localhost:${port}/empty`);
    const popup = await browser.openPopup(tab);
    const measure = async () => {
      await tab.goto(`http://front.news.localhost:${port}/empty`);
      memory.push(await browser.memory(tab));
    };
    await measure();
    for (const [i, page] of pages.entries()) {
      // Sites of their own to us, one site to the browser, which then keeps one process for all: what is left behind adds up.
      visits.push(await visit(browser, tab, popup, page, `http://paper${i}.news.localhost:${port}/${i}`));
      if ((i + 1) % (pages.length / 4) !== 0) continue;
      await measure();
      say(`${i + 1} pages`);
    }
    const errors = [...browser.errors.filter((error) => !THEIRS.test(error)), ...(await browser.ownErrors())];
    return { visits, memory, errors };
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function visit(browser: ExtensionBrowser, tab: Tab, popup: Tab, page: SoakPage, url: string): Promise<Visit> {
  let started = performance.now();
  // A machine that is busy with other things may let a browser wait for half a minute.
  await tab.goto(url).catch(() => {
    started = performance.now();
    return tab.goto(url);
  });
  let seen = { status: '', marked: 0, headline: '', badge: '', hidden: 0 };
  const wrong: string[] = [];
  await until(`${page.name} is read, and badge and popup say so`, async () => {
    const { status, marked } = await askReport(popup).catch(() => ({ status: 'loading', marked: 0 }));
    if (status === 'loading') return false;
    seen = { ...(await look(browser, tab, popup)), status, marked };
    return complaints(seen).length === 0;
  }).catch(() => wrong.push(...complaints(seen)));
  if (page.article !== undefined && page.article !== (seen.status === 'article')) wrong.push(`taken for ${seen.status}`);
  return { page: page.name, status: seen.status, marked: seen.marked, ms: performance.now() - started, wrong };
}

async function look(browser: ExtensionBrowser, tab: Tab, popup: Tab) {
  const badge = await browser.badge(tab);
  const hidden = await evaluate(tab, () => document.querySelectorAll('[data-unpitch="hidden"]').length);
  return { badge, hidden, headline: await evaluate(popup, () => document.querySelector('h2')?.textContent ?? '') };
}

/** How badge, popup and page contradict each other; the fresh profile speaks English and hides all kinds. */
function complaints({ status, marked, headline, badge, hidden }: { status: string; marked: number; headline: string; badge: string; hidden: number }): string[] {
  const said = status === 'not-article' ? /^Not an article$/ : status !== 'article' ? /^$/ : marked > 0 ? new RegExp(`^${marked} prompts? hidden$`) : /^(No prompts on this page|Nothing hidden)$/;
  return [
    ...(said.test(headline) ? [] : [`${status} with ${marked} hidden, but the popup says "${headline}"`]),
    ...(badge === (marked > 0 ? String(marked) : '') ? [] : [`${marked} hidden, but the badge says "${badge}"`]),
    ...(marked > 0 === hidden > 0 ? [] : [`${marked} said to be hidden, but ${hidden} marked`]),
  ];
}

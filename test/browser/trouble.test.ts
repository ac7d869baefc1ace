import { expect, it } from 'vitest';
import { askReport, choose, evaluate, until, type Tab } from '../../tools/browser';
import { headline, html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { find } from './pages';

/** Waits for the verdict on the page in `tab`. */
async function verdict(bench: Bench, tab: Tab) {
  const popup = await bench.browser.openPopup(tab);
  const report = await until('there is a verdict', async () => {
    const now = await askReport(popup);
    return now.status !== 'loading' && now;
  });
  await popup.close();
  return report;
}

inEachBrowser('trouble', find, (bench) => {
  /** Opens a page, runs the checks, and finds nothing thrown or logged as an error meanwhile. */
  async function on(path: string, check: (tab: Tab) => Promise<void>) {
    const errors = bench.browser.errors.length;
    const tab = await bench.browser.open(bench.origin + path);
    await check(tab);
    await tab.close();
    const own = bench.browser.errors.slice(errors).filter((text) => !/Content.Security.Policy|ERR_|Failed to load|X-Frame/i.test(text));
    expect(own).toEqual([]);
  }

  it.each(['/feed.xml', '/drawing.svg', '/note.txt', '/frameset', '/no-body', '/not-xhtml.xml'])('%s is left alone', (path) =>
    on(path, async (tab) => {
      const before = await html(tab);
      const { status, marked } = await verdict(bench, tab);
      // Whether a body goes before the verdict or after it is chance.
      expect(path === '/no-body' ? ['unsupported', 'not-article'] : ['unsupported']).toContain(status);
      expect(marked).toBe(0);
      expect(await html(tab)).toBe(before);
    }),
  );

  it('a document without any element is left alone', () =>
    on('/no-root', async (tab) => {
      expect(await verdict(bench, tab)).toMatchObject({ marked: 0 });
      expect(await evaluate(tab, () => document.documentElement)).toBeNull();
    }));

  it.each(['/many', '/deep', '/clobber', '/strange-text', '/frames'])('%s: prompts go, the story stays, Off restores', (path) =>
    on(path, async (tab) => {
      expect(await verdict(bench, tab)).toMatchObject({ status: 'article' });
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      expect(await isShown(tab, '.support-appeal')).toBe(false);
      for (const part of ['h1', '.standfirst', 'blockquote', 'figure']) expect(await isShown(tab, part), part).toBe(true);
      const popup = await bench.browser.openPopup(tab);
      await choose(popup, 'Off');
      await untilEqual('the marks', [], () => marks(tab));
      await choose(popup, 'Hide');
      await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
      await popup.close();
    }),
  );

  it('a page that takes our marks away in a loop wins after a while, and goes on working', () =>
    on('/fights', async (tab) => {
      const fights = await until('the fight is over', () =>
        evaluate(tab, async () => {
          const page = window as unknown as { fights: number };
          const before = page.fights;
          await new Promise((done) => setTimeout(done, 200));
          return page.fights === before && before;
        }),
      );
      expect(await marks(tab)).toEqual([]);
      const popup = await bench.browser.openPopup(tab);
      await untilEqual('the popup', 'Unpitch gave up on this page', () => headline(popup));
      await popup.close();
      expect(fights).toBeLessThan(20 * (await evaluate(tab, () => document.querySelectorAll('section, p').length)));
    }));

  it('marks come back on a page that drops them once, and on nodes that replace others', () =>
    on('/rewrites', async (tab) => {
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
    }));

  it('prompts go even where the page insists on showing them, and the page gets its styles back to the letter', () =>
    on('/insists', async (tab) => {
      await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      const popup = await bench.browser.openPopup(tab);
      await choose(popup, 'Off');
      await untilEqual('the marks', [], () => marks(tab));
      expect(await isShown(tab, '.support-appeal')).toBe(true);
      const style = await evaluate(tab, () => document.querySelector('.support-appeal')!.getAttribute('style'));
      expect(style).toBe('display:  grid !IMPORTANT; color:  #222');
      await choose(popup, 'Hide');
      await untilEqual('the appeal', false, () => isShown(tab, '.support-appeal'));
      await popup.close();
    }));

  it('a prompt that comes late goes too', () =>
    on('/late', async (tab) => {
      await until('the box has come', () => evaluate(tab, () => document.querySelector('.newsletter-box') !== null));
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      expect(await isShown(tab, 'h1')).toBe(true);
    }));

  it('the strictest policy hinders neither hiding nor the legend', () =>
    on('/policy', async (tab) => {
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      const popup = await bench.browser.openPopup(tab);
      await choose(popup, 'Highlight');
      await untilEqual('the place of the legend', 'fixed', () =>
        evaluate(tab, () => {
          const legend = document.querySelector('unpitch-legend');
          return legend ? getComputedStyle(legend).position : '';
        }),
      );
      const outline = await evaluate(tab, () => getComputedStyle(document.querySelector('.newsletter-box')!).outlineStyle);
      expect(outline).not.toBe('none');
      await choose(popup, 'Hide');
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      await popup.close();
    }));

  it('what the reader is writing is never touched', () =>
    on('/editor', async (tab) => {
      await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
      expect(await isShown(tab, '#draft .newsletter-box')).toBe(true);
      expect(await evaluate(tab, () => document.querySelector('#draft')!.querySelectorAll('[data-unpitch]').length)).toBe(0);
    }));
});

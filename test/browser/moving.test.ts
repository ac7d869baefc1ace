import { expect, it } from 'vitest';
import { choose, evaluate, until, type Tab } from '../../tools/browser';
import { findSite, storyUrl } from '../dynamic/serve';
import { inEachBrowser, marks, untilEqual } from './harness';
import { allGone, scrollDown, visible } from './live';

interface Site {
  readonly slug: string;
  /** Gone in the end, hidden by us. */
  readonly prompts: readonly string[];
  /** Still there in the end, besides the story. */
  readonly stay?: readonly string[];
  /** What the reader does first. */
  readonly act?: (tab: Tab) => Promise<unknown>;
}

const STORY = ['h1', '.lead', '.text > p:first-of-type', '.text > p:last-of-type', 'header', 'footer'];

/** One behaviour each; README.md beside the sites tells which. */
const SITES: readonly Site[] = [
  { slug: 'da-strict-csp', prompts: ['#prompt', '#shadow >>> #inner'] },
  { slug: 'de-gates', prompts: ['#prompt'], stay: ['#cookies', '#login', '#age'] },
  { slug: 'de-print', prompts: ['#prompt', '#appeal'] },
  { slug: 'de-sticky-bar', prompts: ['#bar'], act: scrollDown },
  { slug: 'en-document-write', prompts: ['#prompt'] },
  { slug: 'en-late-modal', prompts: ['#prompt', '.backdrop'], stay: ['#reading-aid'] },
  { slug: 'es-mutation-storm', prompts: ['#prompt'], stay: ['#ticker', '#chat'] },
  { slug: 'fi-back-forward', prompts: ['#prompt'] },
  { slug: 'fr-infinite-scroll', prompts: ['#prompt'], stay: ['#next h1', '#next .lead', '#next .text > p:last-child'], act: scrollDown },
  { slug: 'fr-top-layer', prompts: ['#prompt', '#letter'], stay: ['#reading-aid'] },
  { slug: 'ja-slow-page', prompts: ['#top-prompt', '#appeal'] },
  { slug: 'nl-hydration', prompts: ['#letter', '#appeal'] },
  { slug: 'pl-live-blog', prompts: ['#prompt'], stay: ['#ticker', '.update'] },
  { slug: 'pt-shadow-component', prompts: ['#host >>> #appeal'] },
  { slug: 'ru-slide-in', prompts: ['#prompt', '#wrap'] },
  { slug: 'sv-reorder', prompts: ['#prompt'], stay: ['.fact'] },
];

inEachBrowser('a page that moves', (path) => findSite(path), (bench) => {
  it.each(SITES)('$slug loses its prompts and nothing else; Off shows them again', async ({ slug, prompts, stay = [], act }) => {
    const errors = bench.browser.errors.length;
    const tab = await bench.browser.open(storyUrl(bench.origin, slug));
    await act?.(tab);
    await until('the prompts are gone', () => allGone(tab, prompts));
    const kept = [...STORY, ...stay];
    expect(await visible(tab, kept)).toEqual(kept.map(() => true));

    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Off');
    await untilEqual('the marks', [], () => marks(tab));
    await untilEqual('the prompts', prompts.map(() => true), () => visible(tab, prompts));
    await choose(popup, 'Hide');
    await until('the prompts are gone again', () => allGone(tab, prompts));
    await popup.close();
    await tab.close();
    expect(bench.browser.errors.slice(errors).filter((text) => !/Content.Security.Policy/i.test(text))).toEqual([]);
  });

  it('never hides a line of a chat or a ticker, however many come and go', async () => {
    const tab = await bench.browser.open(storyUrl(bench.origin, 'es-mutation-storm'));
    await until('the prompt is gone and the chat full', async () => (await allGone(tab, ['#prompt'])) && (await visible(tab, ['#chat > :nth-child(50)']))[0] === true);
    const seen = await evaluate(tab, () => new Promise<{ lines: number; hidden: string[] }>((resolve) => {
      const hidden = new Set<string>();
      const lines = new Set<string>();
      const look = (): void => {
        for (const line of document.querySelectorAll('#chat > *, #ticker > *')) {
          lines.add(line.textContent);
          if (line.getClientRects().length === 0 || line.hasAttribute('data-unpitch')) hidden.add(line.textContent);
        }
        if (lines.size < 1000) requestAnimationFrame(look);
        else resolve({ lines: lines.size, hidden: [...hidden] });
      };
      look();
    }));
    expect(seen.lines).toBeGreaterThanOrEqual(1000);
    expect(seen.hidden).toEqual([]);
    await tab.close();
  });
});

import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { withProbe, type Seen } from '../dynamic/probe';
import { findSite, storyUrl } from '../dynamic/serve';
import { inEachBrowser } from './harness';
import { allGone, visible } from './live';

const PROMPTS = '#top-prompt, #prompt, #appeal, #letter';
const seen = (tab: Tab) => evaluate(tab, () => (window as unknown as { seen: Seen }).seen);

inEachBrowser('no flash', async (path) => withProbe(await findSite(path), PROMPTS), (bench) => {
  const visit = async (slug: string, prompts: string[]) => {
    const tab = await bench.browser.open(storyUrl(bench.origin, slug));
    await until('the prompts are gone', () => allGone(tab, prompts));
    // Some frames more, so that what was hidden too late has been seen.
    const { frames } = await seen(tab);
    await until('more frames have been shown', async () => (await seen(tab)).frames > frames + 5);
    const result = await seen(tab);
    await tab.close();
    return result;
  };

  it('of a prompt at the top of a slow page, neither at the first visit nor at the second', async () => {
    for (const visitor of ['first', 'second']) {
      const { frames, withPrompt } = await visit('ja-slow-page', ['#top-prompt', '#appeal']);
      // A busy machine may let a frame slip; without early hiding it is seen until the rest of the page has come, in most of them.
      expect(frames, visitor).toBeGreaterThan(15);
      expect(withPrompt, visitor).toBeLessThan(frames / 20);
    }
  });

  it('of a modal that comes late, once it is known', async () => {
    await visit('en-late-modal', ['#prompt']);
    expect((await visit('en-late-modal', ['#prompt'])).withPrompt).toBe(0);
  });

  it('of prompts that a framework replaces', async () => {
    const tab = await bench.browser.open(storyUrl(bench.origin, 'nl-hydration'));
    await until('the prompts are gone', () => allGone(tab, ['#letter', '#appeal']));
    const before = await seen(tab);
    await until('it has rendered', () => evaluate(tab, () => document.documentElement.hasAttribute('data-rendered')));
    expect(await visible(tab, ['#letter', '#appeal'])).toEqual([false, false]);
    const after = await seen(tab);
    expect(after.frames).toBeGreaterThan(before.frames);
    expect(after.withPrompt).toBe(before.withPrompt);
    await tab.close();
  });
});

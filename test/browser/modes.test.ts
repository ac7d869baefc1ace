import { expect, it } from 'vitest';
import { choose, evaluate, until } from '../../tools/browser';
import { textOf } from './face';
import { headline, html, inEachBrowser, isShown, marks, untilEqual, type Bench } from './harness';
import { find } from './pages';

const PROMPTS = ['.newsletter-box', '.support-appeal'];
const STORY = ['h1', '.standfirst', 'figure', 'article > p:last-of-type', 'blockquote', '.byline', 'header', 'footer'];

inEachBrowser('the modes', find, (bench: Bench) => {
  const openHidden = async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`);
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    return tab;
  };

  it('hides the prompts and leaves the story in a fresh profile', async () => {
    const tab = await openHidden();
    for (const prompt of PROMPTS) expect(await isShown(tab, prompt), prompt).toBe(false);
    for (const part of STORY) expect(await isShown(tab, part), part).toBe(true);
    await tab.close();
  });

  it('shows the number of prompts on the badge', async () => {
    const tab = await openHidden();
    const popup = await bench.browser.openPopup(tab);
    const said = await until('the popup counts', async () => /^\d+/.exec(await headline(popup))?.[0]);
    await popup.close();
    expect(Number(said)).toBeGreaterThanOrEqual(2);
    await untilEqual('the badge', said, () => bench.browser.badge(tab));
    await tab.goto(`${bench.origin}/plain`);
    await untilEqual('the badge of a page that is no article', '', () => bench.browser.badge(tab));
    await tab.close();
  });

  it('follow the popup at once in every open tab, and Off restores the page to the letter', async () => {
    const first = await openHidden();
    const second = await openHidden();
    const popup = await bench.browser.openPopup(second);
    await choose(popup, 'Highlight');
    for (const tab of [first, second]) {
      await until('prompts are outlined', async () => (await marks(tab)).includes('newsletter'));
      expect(await marks(tab)).toContain('fundraising');
      expect(await evaluate(tab, () => getComputedStyle(document.querySelector('.support-appeal')!).display)).not.toBe('none');
    }
    await untilEqual('the legend', true, () => evaluate(first, () => document.querySelector('unpitch-legend') !== null));

    await choose(popup, 'Off');
    for (const tab of [first, second]) await untilEqual('the marks', [], () => marks(tab));
    await untilEqual('the popup', 'Unpitch is off', () => headline(popup));
    const restored = await html(first);
    await first.goto(`${bench.origin}/article`);
    await untilEqual('the popup', 'Unpitch is off', () => headline(popup));
    expect(restored).toBe(await html(first));

    await choose(popup, 'Hide');
    for (const tab of [first, second]) await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    for (const tab of [popup, first, second]) await tab.close();
  });

  it('switch kinds and sites on and off', async () => {
    const tab = await openHidden();
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Newsletters');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    expect(await isShown(tab, '.support-appeal')).toBe(false);
    await choose(popup, 'Newsletters');
    await untilEqual('the newsletter box', false, () => isShown(tab, '.newsletter-box'));
    await choose(popup, 'On this site');
    await untilEqual('the marks', [], () => marks(tab));
    await untilEqual('the popup', 'Off on this site', () => headline(popup));
    await choose(popup, 'On this site');
    await until('prompts are hidden again', async () => (await marks(tab)).includes('hidden'));
    await popup.close();
    await tab.close();
  });

  it('lead from the popup to a prompt that is outlined, and to one that is shown again', async () => {
    const tab = await bench.browser.open(`${bench.origin}/article`, { size: { width: 1200, height: 400 } });
    await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
    const popup = await bench.browser.openPopup(tab);
    const inSight = (selector: string) =>
      evaluate(tab, (one) => {
        const { top, bottom, height } = document.querySelector(one)!.getBoundingClientRect();
        return height > 0 && top < innerHeight && bottom > 0;
      }, selector);
    const lead = async (button: string) => {
      await tab.focus();
      await evaluate(tab, () => { window.scrollTo({ top: 0, behavior: 'instant' }); });
      expect(await inSight('.related')).toBe(false);
      await evaluate(popup, (name) => {
        const row = Array.from(document.querySelectorAll('.prompts li')).find(({ textContent }) => textContent.includes('More from the Courier'))!;
        Array.from(row.querySelectorAll('button')).find(({ textContent }) => textContent === name)!.click();
      }, button);
      await untilEqual('the prompt in sight', true, () => inSight('.related'));
    };
    await until('the prompts are listed', async () => (await textOf(popup, '.prompts')).includes('Show'));
    await lead('Show');
    await choose(popup, 'Highlight');
    await until('all are outlined', async () => !(await marks(tab)).includes('hidden') && (await textOf(popup, '.prompts')).includes('Go to it'));
    await lead('Go to it');
    await choose(popup, 'Hide');
    await untilEqual('the prompts', false, () => isShown(tab, '.newsletter-box'));
    await popup.close();
    await tab.close();
  });

  it('survive a restart of the browser', async () => {
    const tab = await openHidden();
    const popup = await bench.browser.openPopup(tab);
    await choose(popup, 'Highlight');
    await choose(popup, 'Fundraising');
    // Marks of hidden prompts name no kind: only once others are outlined does the missing kind say that both choices were kept.
    await until('only appeals are not outlined', async () => {
      const seen = await marks(tab);
      return seen.includes('newsletter') && !seen.includes('fundraising');
    });
    await bench.restart();
    const again = await bench.browser.open(`${bench.origin}/article`);
    await until('the newsletter box is outlined', async () => (await marks(again)).includes('newsletter'));
    expect(await marks(again)).not.toContain('fundraising');
    expect(await marks(again)).not.toContain('hidden');
    await again.close();
  });
});

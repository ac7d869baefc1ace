import { cp, rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { choose, until } from '../../tools/browser';
import type { Settings } from '../../lib/settings';
import { press, stored } from './face';
import { inEachBrowser, isShown, marks, untilEqual } from './harness';
import { find } from './pages';

let profile = '';

inEachBrowser('a profile restored from a backup', find, (bench) => {
  it('has the choices of that day, works, and takes new ones', async () => {
    const letters = async (shown: boolean) => {
      const tab = await bench.browser.open(`${bench.origin}/article`);
      await until('prompts are hidden', async () => (await marks(tab)).includes('hidden'));
      await untilEqual('the newsletter box', shown, () => isShown(tab, '.newsletter-box'));
      return tab;
    };
    const tab = await bench.browser.open(`${bench.origin}/article`);
    const popup = await bench.browser.openPopup(tab);
    await press(popup, 'Newsletters', '.site-panel');
    await untilEqual('the newsletter box', true, () => isShown(tab, '.newsletter-box'));
    const backup = `${profile}-backup`;
    await bench.restart(() => cp(profile, backup, { recursive: true }));

    // The days after.
    const later = await bench.browser.open(`${bench.origin}/article`);
    const after = await bench.browser.openPopup(later);
    await press(after, 'Newsletters', '.site-panel');
    await choose(after, 'Off');
    await untilEqual('the marks', [], () => marks(later));

    await bench.restart(async () => {
      await rm(profile, { recursive: true, maxRetries: 5 });
      await cp(backup, profile, { recursive: true });
      await rm(backup, { recursive: true, maxRetries: 5 });
    });
    const restored = await letters(true);
    const again = await bench.browser.openPopup(restored);
    expect(((await stored(again, 'local')).settings as Settings).sites).toMatchObject({ '127.0.0.1': { kinds: { newsletter: false } } });
    await press(again, 'Newsletters', '.site-panel');
    await untilEqual('the newsletter box', false, () => isShown(restored, '.newsletter-box'));
    await again.close();
    await restored.close();
    await (await letters(false)).close();
    expect(await bench.browser.ownErrors()).toEqual([]);
  });
}, {
  prepare(folder) {
    profile = folder;
    return Promise.resolve({});
  },
});

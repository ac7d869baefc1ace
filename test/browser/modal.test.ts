// In: pages with modal dialogs, which make all around them inert. Out: proof that the inspector can be used over them, and that peeking shows those that are hidden.
import { expect, it } from 'vitest';
import { evaluate, until, type Tab } from '../../tools/browser';
import { findSite, storyUrl } from '../dynamic/serve';
import { html, inEachBrowser, untilEqual } from './harness';
import { allGone } from './live';
import { send } from './menu';
import { clickOn, inLayer, isOpen, texts } from './overlay';

const CONSENT = `<dialog id="consent" class="cookie-consent"><h2>Vos cookies</h2><p>Nous utilisons des cookies pour faire fonctionner ce site.</p><button>Accepter</button></dialog>
<script>document.getElementById('consent').showModal()</script></body>`;

/** Below `/consent/` the same pages with a consent dialog over them. */
async function asking(path: string) {
  const served = await findSite(path.replace('/consent/', '/'));
  return path.startsWith('/consent/') && typeof served?.body === 'string' ? { ...served, body: served.body.replace('</body>', CONSENT) } : served;
}

inEachBrowser('a modal dialog', asking, (bench) => {
  const toggle = (tab: Tab) => bench.browser.runCommand(tab, 'toggle-inspector');
  const home = (tab: Tab) => evaluate(tab, () => document.querySelector('unpitch-layer')?.parentElement?.localName);
  const isModal = (tab: Tab, id: string) => evaluate(tab, (one) => document.getElementById(one)?.matches(':modal') ?? false, id);

  it('that is a prompt is shown over the page while the key is held, and by the inspector, and is hidden again', async () => {
    const tab = await bench.browser.open(storyUrl(bench.origin, 'fr-top-layer'));
    const gone = ['#prompt', '#letter'];
    await until('the prompts are gone', () => allGone(tab, gone));
    const popup = await bench.browser.openPopup(tab);
    await tab.focus();
    const focused = () => evaluate(tab, () => document.activeElement?.id);
    expect(await focused()).toBe('reading-aid');
    // More often than a dialog may be opened again by the page.
    for (let times = 0; times < 7; times++) {
      await send(popup, 'command', 'peek');
      await untilEqual('the dialog', true, () => isModal(tab, 'prompt'));
      await tab.key!('p', 'down');
      await tab.key!('p', 'up');
      await until('the prompts are gone', () => allGone(tab, gone));
      expect(await focused()).toBe('reading-aid');
    }
    await toggle(tab);
    await untilEqual('the dialog', true, () => isModal(tab, 'prompt'));
    await untilEqual('where the inspector lies', 'dialog', () => home(tab));
    await until('the dialog is outlined', async () => (await texts(tab, '.box')).some((text) => text.startsWith('Fundraising')));
    await clickOn(tab, 'Close the inspector');
    await until('the prompts are gone', () => allGone(tab, gone));
    await untilEqual('the inspector', false, () => isOpen(tab));
    await popup.close();
    await tab.close();
  });

  it('of the page leaves the inspector usable, opened before it or after, and whatever becomes of the dialog', async () => {
    const tab = await bench.browser.open(storyUrl(`${bench.origin}/consent`, 'es-client-navigation'));
    await untilEqual('the dialog', true, () => isModal(tab, 'consent'));
    await tab.focus();
    const before = await html(tab);
    await toggle(tab);
    await until('outlines are there', async () => (await texts(tab, '.box')).length > 3);
    expect(await home(tab)).toBe('dialog');
    const isChecked = () => inLayer(tab, (root) => root.querySelector('input')!.checked);
    const name = (await inLayer(tab, (root) => (root.querySelector('input')!.closest('label')!).textContent.trim()));
    const checked = await isChecked();
    await clickOn(tab, name);
    await untilEqual('the filter', !checked, isChecked);
    await clickOn(tab, name);
    await untilEqual('the filter', checked, isChecked);
    expect(await isModal(tab, 'consent')).toBe(true);

    const has = () => inLayer(tab, (root) => root.activeElement?.localName);
    await untilEqual('the focus', 'input', has);
    await evaluate(tab, () => { document.querySelector<HTMLDialogElement>('#consent')!.close(); });
    await untilEqual('where it lies', 'html', () => home(tab));
    expect(await has()).toBe('input');
    await evaluate(tab, () => { document.querySelector<HTMLDialogElement>('#consent')!.showModal(); });
    await untilEqual('where it lies', 'dialog', () => home(tab));
    await evaluate(tab, () => { document.querySelector('#consent')!.remove(); });
    await untilEqual('where it lies', 'html', () => home(tab));
    await clickOn(tab, 'Close the inspector');
    await untilEqual('the inspector', false, () => isOpen(tab));
    expect(before).toContain('id="consent"');
    await tab.close();
  });
});

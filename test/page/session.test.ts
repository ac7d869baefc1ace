import { describe, expect, it, vi } from 'vitest';
import * as dom from '../../lib/page/dom';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { withSite } from '../../lib/sites';
import { classify, end, html, legendShown, marked, reports, setSettings, start } from './bench';

vi.mock('../../lib/page/dom', { spy: true });

describe('session', () => {
  it('hides the sure prompts of an article and reports them', async () => {
    const session = start();
    await vi.waitFor(() => expect(marked()).toEqual(['ask hidden', 'mail hidden']));
    expect(legendShown()).toBe(false);
    expect(session.report()).toEqual({
      status: 'article',
      visit: Math.round(performance.timeOrigin), site: 'localhost',
      mode: 'hide',
      found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 1, unsure: 0 }, promo: { sure: 0, unsure: 1 } },
      words: { article: 0, fundraising: 1, newsletter: 2, promo: 1, other: 0 },
      marked: 2,
      insisted: 0,
    });
    expect(reports.at(-1)).toEqual(session.report());
  });

  it('lists its prompts, shows one that the reader asks for, and hides it again', async () => {
    const session = start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    const said = () => session.prompts().map(({ id, title, state }) => `${id} ${title} ${state}`);
    expect(said()).toEqual(['1 Give hidden', '2 Sign up hidden', '3 More shown']);
    session.reveal(1, true);
    expect(marked()).toEqual(['ask fundraising', 'mail hidden']);
    expect(said()[0]).toBe('1 Give outlined');
    session.reveal(99, true);
    session.reveal(1, false);
    expect(marked()).toEqual(['ask hidden', 'mail hidden']);
  });

  it('outlines all of them in Highlight, with a legend', async () => {
    start({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    await vi.waitFor(() => expect(marked()).toEqual(['ask fundraising', 'mail newsletter', 'maybe promo unsure']));
    expect(legendShown()).toBe(true);
  });

  it('puts the page back byte for byte when switched off, from either mode', async () => {
    const before = html();
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    setSettings({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    expect(legendShown()).toBe(true);
    setSettings({ ...DEFAULT_SETTINGS, mode: 'off' });
    expect(html()).toBe(before);
    expect(reports.at(-1)).toMatchObject({ status: 'off', marked: 0 });
    setSettings(DEFAULT_SETTINGS);
    expect(marked()).toHaveLength(2);
  });

  it('puts the page back when it ends, and does nothing more', async () => {
    const before = html();
    start({ ...DEFAULT_SETTINGS, mode: 'highlight' });
    await vi.waitFor(() => expect(legendShown()).toBe(true));
    const calls = classify.mock.calls.length;
    end.abort();
    expect(html()).toBe(before);
    setSettings(DEFAULT_SETTINGS);
    document.dispatchEvent(new Event('readystatechange'));
    expect(html()).toBe(before);
    expect(classify).toHaveBeenCalledTimes(calls);
  });

  it('follows the switches of kinds and of the site without classifying again', async () => {
    start();
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    setSettings({ ...DEFAULT_SETTINGS, kinds: { ...DEFAULT_SETTINGS.kinds, newsletter: false } });
    expect(marked()).toEqual(['ask hidden']);
    expect(reports.at(-1)).toMatchObject({ marked: 1, found: { newsletter: { sure: 1, unsure: 0 } } });
    expect(classify).toHaveBeenCalledTimes(1);
    setSettings(withSite(DEFAULT_SETTINGS, 'localhost', false));
    expect(marked()).toEqual([]);
    expect(reports.at(-1)!.status).toBe('off');
  });

  it('does not look at the page while off', async () => {
    start({ ...DEFAULT_SETTINGS, mode: 'off' });
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('off'));
    expect(classify).not.toHaveBeenCalled();
  });

  it('waits until the page is parsed', async () => {
    const parsed = vi.spyOn(dom, 'isParsed').mockReturnValue(false);
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('loading'));
    expect(classify).not.toHaveBeenCalled();
    parsed.mockReturnValue(true);
    document.dispatchEvent(new Event('readystatechange'));
    expect(marked()).toHaveLength(2);
  });

  it('leaves a page alone that is no article', async () => {
    document.querySelector('article')!.remove();
    const before = html();
    start();
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ status: 'not-article', marked: 0 }));
    expect(html()).toBe(before);
  });

  it('hides nothing and says so when the page cannot be read', async () => {
    const before = html();
    classify.mockImplementation(() => {
      throw new Error('too odd');
    });
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('failed'));
    expect(html()).toBe(before);
  });

  it('leaves a page without a body alone', async () => {
    const body = document.body;
    body.remove();
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('unsupported'));
    expect(classify).not.toHaveBeenCalled();
    document.documentElement.append(body);
  });

  it('reports only what has changed', async () => {
    start();
    await vi.waitFor(() => expect(reports.at(-1)?.status).toBe('article'));
    const count = reports.length;
    setSettings(DEFAULT_SETTINGS);
    expect(reports).toHaveLength(count);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askPage, onMessage, tellExtension } from '../lib/messaging';
import type { PageReport } from '../lib/page/report';

const REPORT: PageReport = {
  status: 'article',
  visit: 1,
  site: 'news.example',
  mode: 'hide',
  found: { fundraising: { sure: 1, unsure: 0 }, newsletter: { sure: 0, unsure: 0 }, promo: { sure: 0, unsure: 1 } },
  words: { article: 0, fundraising: 0, newsletter: 0, promo: 0, other: 0 },
  marked: 1,
  insisted: 0,
};

beforeEach(() => {
  fakeBrowser.reset();
});

describe('to the extension', () => {
  it('hands the request and the tab it came from to the handler', async () => {
    const handler = vi.fn(() => null);
    onMessage('reportChanged', handler);
    const message = await sentBy(() => tellExtension('reportChanged', REPORT));
    await deliver(message, { tab: { id: 7 } });
    expect(handler).toHaveBeenLastCalledWith(REPORT, 7, false);
    await deliver(message, { tab: { id: 8, incognito: true } });
    expect(handler).toHaveBeenLastCalledWith(REPORT, 8, true);
  });

  it('is silent when nobody listens', async () => {
    await expect(tellExtension('reportChanged', REPORT)).resolves.toBeUndefined();
  });

  it('passes by what is not ours or of another type', async () => {
    const handler = vi.fn(() => null);
    onMessage('reportChanged', handler);
    for (const message of [null, 'x', { type: 'reportChanged' }, { unpitch: 'getReport', request: null }]) {
      await deliver(message);
    }
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('to a page', () => {
  it('asks the top frame of the tab and hands on its answer', async () => {
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(REPORT);
    expect(await askPage(3, 'getReport', null)).toBe(REPORT);
    expect(send).toHaveBeenCalledWith(3, { unpitch: 'getReport', request: null }, { frameId: 0 });
  });

  it('rejects when the page gives no answer', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
    await expect(askPage(3, 'getReport', null)).rejects.toThrow();
  });

  it('is answered by the handler until that is removed', async () => {
    const stop = onMessage('getReport', () => REPORT);
    const ask = () => deliver({ unpitch: 'getReport', request: null });
    expect(await ask()).toEqual([REPORT]);
    stop();
    expect(await ask()).toEqual([]);
  });
});

/** Has the extension receive a message; the answers of all its listeners. */
async function deliver(message: unknown, sender = {}): Promise<unknown[]> {
  return (await fakeBrowser.runtime.onMessage.trigger(message, sender)) as unknown[];
}

/** What an action sends to the extension. */
async function sentBy(action: () => Promise<void>): Promise<unknown> {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  await action();
  return send.mock.calls[0]![0];
}

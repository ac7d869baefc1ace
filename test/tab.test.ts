import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentTabId } from '../lib/tab';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('currentTabId', () => {
  it('is the tab in front', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 12 }] as never);
    expect(await currentTabId('')).toBe(12);
    expect(await currentTabId('?tab=nonsense')).toBe(12);
  });

  it('is the one that the address names', async () => {
    expect(await currentTabId('?tab=34')).toBe(34);
  });

  it('is undefined when there is none', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
    expect(await currentTabId('')).toBeUndefined();
  });
});

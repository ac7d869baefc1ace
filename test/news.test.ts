import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetNews, newsStore, newVersion, noteUpdate } from '../lib/news';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 24 * 3600 * 1000;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('news of an update', () => {
  it('are told for two weeks, or until they were looked at', async () => {
    await noteUpdate('update', '1.1.0', '1.2.0', NOW);
    const news = await newsStore.load();
    expect(newVersion(news, NOW)).toBe('1.2.0');
    expect(newVersion(news, NOW + 13 * DAY)).toBe('1.2.0');
    expect(newVersion(news, NOW + 15 * DAY)).toBeUndefined();
    await forgetNews();
    expect(newVersion(await newsStore.load(), NOW)).toBeUndefined();
  });

  it.each([['install', undefined], ['update', '1.2.0'], ['browser_update', '1.1.0']])('are none after %s from %s', async (reason, before) => {
    await noteUpdate(reason, before, '1.2.0', NOW);
    expect(await newsStore.load()).toBeNull();
  });
});

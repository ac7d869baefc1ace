// In: a store. Out: that it asks storage for what is wanted, when it is wanted, and for nothing else.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createStore } from '../lib/store';

beforeEach(() => {
  fakeBrowser.reset();
});

it('a store that nobody asks reads nothing, and one that is asked reads once', async () => {
  await fakeBrowser.storage.local.set({ colour: 'green' });
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  const store = createStore('colour', String);
  await new Promise((done) => setTimeout(done));
  expect(get).not.toHaveBeenCalled();
  expect(await store.load()).toBe('green');
  expect(get).toHaveBeenCalledTimes(1);
});

import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dispute } from '../lib/disputes';
import { trustStore } from '../lib/trust';
import { loadDisputed } from '../lib/visits';

const noted = () => loadDisputed(7, Promise.resolve(1));
const counted = async () => (await trustStore.load()).ramp.disputed;
let isPrivate = false;

beforeEach(async () => {
  fakeBrowser.reset();
  isPrivate = false;
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(() => Promise.resolve({ incognito: isPrivate } as never));
  await trustStore.update((trust) => ({ ...trust, ramp: { ...trust.ramp, prompts: 9 } }));
});

it('what the reader says of a prompt is noted and counted, once', async () => {
  await dispute(7, 1, 4);
  await dispute(7, 1, 4);
  expect([await noted(), await counted()]).toEqual([[4], 1]);
});

it('what could not be counted is not noted either, and counts when it is said again', async () => {
  const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  await expect(dispute(7, 1, 4)).rejects.toThrow('full');
  expect(await noted()).toEqual([]);
  full.mockRestore();
  await dispute(7, 1, 4);
  expect([await noted(), await counted()]).toEqual([[4], 1]);
});

it('in a private window it is noted alone', async () => {
  isPrivate = true;
  await dispute(7, 1, 4);
  expect([await noted(), await counted()]).toEqual([[4], 0]);
});

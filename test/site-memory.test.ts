import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Signature } from '../lib/page/memory';
import { loadMemory, MAX_SITES, saveMemory } from '../lib/site-memory';

const SIGNATURE: Signature = { kind: 'newsletter', selector: 'div.signup' };
const stored = () => fakeBrowser.storage.local.get();

beforeEach(() => {
  fakeBrowser.reset();
});

describe('site memory', () => {
  it('comes back as it was saved, each site its own', async () => {
    await saveMemory('one.example', [SIGNATURE]);
    expect(await loadMemory('one.example')).toEqual([SIGNATURE]);
    expect(await loadMemory('two.example')).toEqual([]);
  });

  it('forgets the sites that were not visited for longest', async () => {
    for (let i = 0; i <= MAX_SITES; i++) await saveMemory(`site${i}.example`, [SIGNATURE]);
    expect(await loadMemory('site0.example')).toEqual([]);
    expect(await loadMemory('site1.example')).toEqual([SIGNATURE]);
    // The list of sites, and one entry for each.
    expect(Object.keys(await stored())).toHaveLength(MAX_SITES + 1);
  });

  it.each([
    ['no list', 'nonsense'],
    ['a list of nothing', [null, 1, 'x']],
    ['unknown kinds', [{ kind: 'cookies', selector: 'div.a' }]],
    ['what is no plain selector', [{ kind: 'promo', selector: 'body:has(*)' }, { kind: 'promo', selector: '*' }, { kind: 'promo', selector: 'div, article' }]],
  ])('takes nothing from %s', async (_, value) => {
    await fakeBrowser.storage.local.set({ 'memory:site.example': value });
    expect(await loadMemory('site.example')).toEqual([]);
  });

  it('does without when storage is full or gone', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Full'));
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Gone'));
    await saveMemory('site.example', [SIGNATURE]);
    expect(await loadMemory('site.example')).toEqual([]);
  });

  it('mends a broken list of sites', async () => {
    await fakeBrowser.storage.local.set({ memory: { not: 'a list' } });
    await saveMemory('site.example', [SIGNATURE]);
    expect((await stored()).memory).toEqual(['site.example']);
  });
});

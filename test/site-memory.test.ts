import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Signature } from '../lib/page/signature';
import { loadMemory, MAX_SITES, remember } from '../lib/site-memory';

const SIGNATURE: Signature = { kind: 'newsletter', selector: 'div.signup' };
const stored = () => fakeBrowser.storage.local.get();

beforeEach(() => {
  fakeBrowser.reset();
});

describe('site memory', () => {
  it('comes back as it was saved, each site its own', async () => {
    await remember({ site: 'one.example', signatures: [SIGNATURE] });
    expect(await loadMemory('one.example')).toEqual([SIGNATURE]);
    expect(await loadMemory('two.example')).toEqual([]);
  });

  it('keeps what two tabs of a site, and tabs of two sites, have learned at the same time', async () => {
    const OTHER: Signature = { kind: 'promo', selector: 'aside.more' };
    await Promise.all([
      remember({ site: 'one.example', signatures: [SIGNATURE] }),
      remember({ site: 'one.example', signatures: [OTHER] }),
      remember({ site: 'two.example', signatures: [OTHER] }),
    ]);
    expect(await loadMemory('one.example')).toEqual([OTHER, SIGNATURE]);
    expect((await stored()).memory).toEqual(['two.example', 'one.example']);
    await remember({ site: 'one.example', signatures: [{ ...SIGNATURE, wrong: true }] });
    await remember({ site: 'one.example', signatures: [SIGNATURE, OTHER] });
    expect(await loadMemory('one.example')).toEqual([{ ...SIGNATURE, wrong: true }, OTHER]);
  });

  it('forgets the sites that were not visited for longest', async () => {
    for (let i = 0; i <= MAX_SITES; i++) await remember({ site: `site${i}.example`, signatures: [SIGNATURE] });
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
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('Full'));
    await remember({ site: 'site.example', signatures: [SIGNATURE] });
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Gone'));
    await remember({ site: 'site.example', signatures: [SIGNATURE] });
    expect(await loadMemory('site.example')).toEqual([]);
    get.mockRestore();
    await remember({ site: 'site.example', signatures: [SIGNATURE] });
    expect(await loadMemory('site.example')).toEqual([SIGNATURE]);
  });

  it('mends a broken list of sites', async () => {
    await fakeBrowser.storage.local.set({ memory: { not: 'a list' } });
    await remember({ site: 'site.example', signatures: [SIGNATURE] });
    expect((await stored()).memory).toEqual(['site.example']);
  });
});

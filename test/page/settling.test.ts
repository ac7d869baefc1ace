import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Classification } from '../../lib/engine/types';
import { createSettling } from '../../lib/page/settling';

const page = (words: number) => ({ blocks: [{ words }] }) as unknown as Classification;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>Shop</p>';
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const actions = { stop: vi.fn(), look: vi.fn() };
  return { ...actions, settling: createSettling(document, actions) };
}

describe('a page that is no article', () => {
  it('is not watched any more once it has loaded', () => {
    const { settling, stop, look } = start();
    settling.settle(page(500));
    expect(stop).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('is looked at again if it has become a long text meanwhile', () => {
    const { settling, look } = start();
    settling.settle(page(500));
    document.body.innerHTML = '<p>Text</p>'.repeat(12);
    vi.advanceTimersByTime(60_000);
    expect(look).toHaveBeenCalledOnce();
  });

  it.each(['an empty shell', 'one that has just navigated by itself'])('is watched for a while when it is %s', (which) => {
    const { settling, stop } = start();
    if (which !== 'an empty shell') settling.navigated();
    settling.settle(page(which === 'an empty shell' ? 5 : 500));
    expect(stop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('is watched on when it turns out to be one', () => {
    const { settling, stop } = start();
    settling.settle(page(5));
    settling.settle({ ...page(500), isArticle: true });
    vi.advanceTimersByTime(60_000);
    expect(stop).not.toHaveBeenCalled();
  });
});

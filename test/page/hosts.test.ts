import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHostWatch } from '../../lib/page/hosts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<late-box></late-box><other-box></other-box>';
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a custom element', () => {
  it('is named once when it has got its shadow root', () => {
    const found = vi.fn();
    const [late, other] = document.body.children as unknown as [Element, Element];
    createHostWatch(found).wait([late, other]);
    vi.advanceTimersByTime(300);
    expect(found).not.toHaveBeenCalled();
    late.attachShadow({ mode: 'open' });
    vi.advanceTimersByTime(60_000);
    expect(found).toHaveBeenCalledExactlyOnceWith(late);
  });

  it('is not waited for for ever, nor twice', () => {
    const hosts = createHostWatch(vi.fn());
    hosts.wait([...document.body.children]);
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    hosts.wait([...document.body.children]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

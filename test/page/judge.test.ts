import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createJudge } from '../../lib/page/judge';
import type { Reading } from '../../lib/page/reader';
import type { Steps } from '../../lib/page/slices';

let now = 0;
beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('counts what it costs to show a verdict: a page on which that is much is restless, though it is quickly read', () => {
  const read = vi.fn((): Steps<Reading> => ({ next: () => ({ done: true, value: {} as Reading }) }));
  const judge = createJudge(read, { verdict: () => { now += 300; }, failed: vi.fn(), exhausted: vi.fn() });
  judge.now();
  judge.soon();
  vi.advanceTimersToNextFrame();
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(read).toHaveBeenCalledTimes(2);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSchedule } from '../../lib/page/schedule';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const busy = (ms: number) => () => {
  vi.setSystemTime(Date.now() + ms);
  clock += ms;
};
let clock = 0;

beforeEach(() => {
  clock = 0;
  const start = Date.now();
  // The fake clock stands still while a job runs; these jobs take time.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - start);
});

describe('schedule', () => {
  it('runs once for many changes, soon after the last', () => {
    const job = vi.fn();
    const { notify } = createSchedule(job);
    for (let i = 0; i < 10; i++) {
      notify();
      vi.advanceTimersByTime(10);
    }
    expect(job).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever while changes go on', () => {
    const job = vi.fn();
    const { notify } = createSchedule(job);
    for (let i = 0; i < 150; i++) {
      notify();
      vi.advanceTimersByTime(10);
    }
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('keeps a restless page to a small share of time', () => {
    const job = vi.fn(busy(100));
    const { notify } = createSchedule(job);
    for (let i = 0; i < 6000; i++) {
      notify();
      vi.advanceTimersByTime(10);
    }
    const share = clock / (60_000 + clock);
    expect(job.mock.calls.length).toBeGreaterThan(5);
    expect(share).toBeLessThan(0.05);
  });

  it('forgets what was planned when cancelled', () => {
    const job = vi.fn();
    const { notify, cancel } = createSchedule(job);
    notify();
    cancel();
    vi.advanceTimersByTime(5000);
    expect(job).not.toHaveBeenCalled();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, type Pace } from '../../lib/page/pace';

let start: number;
beforeEach(() => {
  vi.useFakeTimers();
  start = Date.now();
  // The fake clock stands still while a job runs; these jobs say what they cost.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - start);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A pace whose job costs so many ms at every run. */
function paceOf(cost: number): { pace: Pace; job: ReturnType<typeof vi.fn> } {
  const job = vi.fn(() => {
    pace.charge(cost);
  });
  const pace = createPace(job);
  return { pace, job };
}

/** Changes every 10 ms for so long. */
function change(pace: Pace, ms: number): void {
  for (let passed = 0; passed < ms; passed += 10) {
    pace.notify();
    vi.advanceTimersByTime(10);
  }
}

describe('pace', () => {
  it('runs before the next paint on a calm page, once for all changes until then', () => {
    const { pace, job } = paceOf(5);
    for (let i = 0; i < 10; i++) pace.notify();
    expect(job).not.toHaveBeenCalled();
    vi.advanceTimersToNextFrame();
    expect(job).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('waits for quiet once the page has proved restless', () => {
    const { pace, job } = paceOf(300);
    pace.notify();
    vi.advanceTimersToNextFrame();
    expect(job).toHaveBeenCalledTimes(1);
    change(pace, 500);
    expect(job).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('does not wait for ever while changes go on', () => {
    const { pace, job } = paceOf(300);
    pace.notify();
    vi.advanceTimersToNextFrame();
    change(pace, 1200);
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('runs in time though a page that is never idle changes all along', () => {
    const { pace, job } = paceOf(300);
    // Never idle: the browser takes the callback when its time is out, and no sooner.
    vi.stubGlobal('requestIdleCallback', (callback: () => void, { timeout }: { timeout: number }) => setTimeout(callback, timeout));
    vi.stubGlobal('cancelIdleCallback', clearTimeout);
    pace.notify();
    vi.advanceTimersToNextFrame();
    for (let passed = 0; passed < 1500; passed += 5) {
      pace.notify();
      vi.advanceTimersByTime(5);
    }
    vi.unstubAllGlobals();
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('keeps a restless page to a small share of time', () => {
    const { pace, job } = paceOf(100);
    change(pace, 120_000);
    expect(job.mock.calls.length).toBeGreaterThan(10);
    expect((job.mock.calls.length * 100) / 120_000).toBeLessThan(0.03);
  });

  it('forgets what was planned when cancelled', () => {
    const { pace, job } = paceOf(5);
    pace.notify();
    pace.cancel();
    vi.advanceTimersByTime(5000);
    expect(job).not.toHaveBeenCalled();
  });
});

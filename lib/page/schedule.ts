// In: calls that something changed. Out: runs of one job, debounced, in idle time, within a budget of CPU time.

/** Wait this long after the last change, in ms … */
const QUIET_MS = 25;
/** … but no longer than this after the first. */
const MAX_WAIT_MS = 1000;
/** An idle moment is asked for, and taken after this long in any case, in ms. */
const IDLE_TIMEOUT_MS = 50;
/** Work that may be done at once, in ms, and the share of time it refills with: a ticker costs no more than that. */
const BURST_MS = 500;
const SUSTAINED_SHARE = 0.03;

export interface Schedule {
  /** Something changed: run the job soon. */
  notify(): void;
  /** Forget what was planned. */
  cancel(): void;
}

export function createSchedule(job: () => void): Schedule {
  let firstChange: number | undefined;
  let cancelPlanned: (() => void) | undefined;
  let credit = BURST_MS;
  let creditAt = performance.now();

  function refill(): void {
    const now = performance.now();
    credit = Math.min(BURST_MS, credit + (now - creditAt) * SUSTAINED_SHARE);
    creditAt = now;
  }

  function run(): void {
    cancelPlanned = firstChange = undefined;
    const start = performance.now();
    job();
    refill();
    credit -= performance.now() - start;
  }

  function waitTime(): number {
    const now = performance.now();
    firstChange ??= now;
    refill();
    const debounce = Math.min(QUIET_MS, firstChange + MAX_WAIT_MS - now);
    return Math.max(0, debounce, -credit / SUSTAINED_SHARE);
  }

  return {
    notify() {
      cancelPlanned?.();
      cancelPlanned = after(waitTime(), () => {
        cancelPlanned = whenIdle(run);
      });
    },
    cancel() {
      cancelPlanned?.();
      cancelPlanned = firstChange = undefined;
    },
  };
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => {
    clearTimeout(timer);
  };
}

function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') return after(0, callback);
  const handle = requestIdleCallback(callback, { timeout: IDLE_TIMEOUT_MS });
  return () => {
    cancelIdleCallback(handle);
  };
}

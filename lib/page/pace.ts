// In: calls that something changed, and what reading costs. Out: runs of one job: before the next paint on a calm page, debounced on a restless one.

/** On a restless page wait this long after the last change, in ms … */
const QUIET_MS = 25;
/** … but no longer than this after the first. */
const MAX_WAIT_MS = 1000;
/** An idle moment is asked for, and taken after this long in any case, in ms. */
const IDLE_TIMEOUT_MS = 50;
/** A page in the background paints no frames: go ahead without one after this long, in ms. */
const FRAME_TIMEOUT_MS = 100;
/** Work that may be done at once, in ms, and the share of time it refills with: a ticker costs no more than that. */
const BURST_MS = 500;
const SUSTAINED_SHARE = 0.015;
/** With this much of the burst left a page counts as calm. */
const CALM_MS = 250;

export interface Pace {
  /** Something changed: run the job soon. */
  notify(): void;
  /** The job has worked for this many ms. */
  charge(ms: number): void;
  /** Forget what was planned. */
  cancel(): void;
}

export function createPace(job: () => void): Pace {
  let firstChange: number | undefined;
  let cancelPlanned: (() => void) | undefined;
  /** What is planned comes with the next paint or idle moment, and sees whatever changes until then. */
  let imminent = false;
  let credit = BURST_MS;
  let creditAt = performance.now();

  function refill(): void {
    const now = performance.now();
    credit = Math.min(BURST_MS, credit + (now - creditAt) * SUSTAINED_SHARE);
    creditAt = now;
  }

  function run(): void {
    cancelPlanned = firstChange = undefined;
    imminent = false;
    job();
  }

  function waitTime(): number {
    const now = performance.now();
    firstChange ??= now;
    const debounce = Math.min(QUIET_MS, firstChange + MAX_WAIT_MS - now);
    return Math.max(0, debounce, -credit / SUSTAINED_SHARE);
  }

  function planSoon(when: (callback: () => void) => () => void): void {
    imminent = true;
    cancelPlanned = when(run);
  }

  return {
    notify() {
      // Planned anew at every change, an idle moment would never come on a page that is never idle.
      if (imminent) return;
      cancelPlanned?.();
      refill();
      if (credit >= CALM_MS) return planSoon(beforeNextPaint);
      const wait = waitTime();
      if (wait === 0) planSoon(whenIdle);
      else cancelPlanned = after(wait, () => { planSoon(whenIdle); });
    },
    charge(ms) {
      refill();
      credit -= ms;
    },
    cancel() {
      cancelPlanned?.();
      cancelPlanned = firstChange = undefined;
      imminent = false;
    },
  };
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => {
    clearTimeout(timer);
  };
}

/** In the frame that would show what has just changed, so that it is judged before anybody sees it. */
function beforeNextPaint(callback: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame);
    stopTimer();
  };
  const go = () => {
    cancel();
    callback();
  };
  const frame = requestAnimationFrame(go);
  const stopTimer = after(FRAME_TIMEOUT_MS, go);
  return cancel;
}

function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') return after(0, callback);
  const handle = requestIdleCallback(callback, { timeout: IDLE_TIMEOUT_MS });
  return () => {
    cancelIdleCallback(handle);
  };
}

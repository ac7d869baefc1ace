// In: a way to read, and word that the page has changed. Out: readings, paced and in slices, and an end to it when they cost too much.
import { createPace } from './pace';
import type { Reading } from './reader';
import { inSlices, type Steps } from './slices';

/** A page whose one reading takes more than this, in ms of work, is given up. */
const LIMIT_MS = 4000;

export interface JudgeEvents {
  verdict(reading: Reading): void;
  failed(): void;
  exhausted(): void;
}

export interface Judge {
  /** Reads now, as far as a slice goes; the rest follows. */
  now(): void;
  /** Reads soon. */
  soon(): void;
  stop(): void;
}

export function createJudge(read: () => Steps<Reading>, events: JudgeEvents): Judge {
  const pace = createPace(now);
  let reading = false;
  /** What was asked for while a reading went on. What is to come now does not wait for the page's budget: a look at the whole follows that at a part. */
  let again: 'soon' | 'now' | undefined;
  let cancel: (() => void) | undefined;

  function now(): void {
    pace.cancel();
    if (reading) {
      again = 'now';
      return;
    }
    reading = true;
    let spent = 0;
    const end = inSlices(read(), {
      done(result) {
        reading = false;
        // Showing it has its price as well, since that measures the page.
        const start = performance.now();
        events.verdict(result);
        pace.charge(performance.now() - start);
        const next = again;
        again = undefined;
        if (next === 'now') now();
        else if (next) pace.notify();
      },
      failed() {
        reading = false;
        events.failed();
      },
      worked(ms) {
        pace.charge(ms);
        spent += ms;
        if (spent <= LIMIT_MS) return true;
        reading = false;
        events.exhausted();
        return false;
      },
    });
    if (reading) cancel = end;
  }

  return {
    now,
    soon() {
      if (reading) again ??= 'soon';
      else pace.notify();
    },
    stop() {
      pace.cancel();
      cancel?.();
      reading = false;
      again = undefined;
    },
  };
}

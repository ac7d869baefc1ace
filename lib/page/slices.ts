// In: work in steps. Out: its result, worked out in short slices so that the page stays quick; at once if it is short.

/** The first slice may be longer: it often ends the work before the next paint. In ms. */
const FIRST_SLICE_MS = 24;
const SLICE_MS = 8;

/** Work that may pause after every step. */
export type Steps<T> = Iterator<unknown, T>;

export interface SliceEvents<T> {
  done(result: T): void;
  failed(): void;
  /** Called after every slice with the time it took, in ms; false ends the work without a result. */
  worked(ms: number): boolean;
}

/** Starts at once. Returns the function that ends the work early. */
export function inSlices<T>(steps: Steps<T>, events: SliceEvents<T>): () => void {
  let stopped = false;

  function end(result: T): void {
    if (stopped) return;
    stopped = true;
    events.done(result);
  }

  function slice(budget: number): void {
    if (stopped) return;
    const start = performance.now();
    let step: IteratorResult<unknown, T>;
    try {
      do step = steps.next();
      while (!step.done && performance.now() - start < budget);
    } catch {
      stopped = true;
      events.failed();
      return;
    }
    if (!events.worked(performance.now() - start)) {
      stopped = true;
    } else if (step.done) {
      const { value } = step;
      // Short work has its result seen before the next paint; what is made of that of long work takes its time as well, and has a task of its own.
      if (budget === FIRST_SLICE_MS) end(value);
      else later(() => { end(value); });
    } else {
      later(() => {
        slice(SLICE_MS);
      });
    }
  }

  slice(FIRST_SLICE_MS);
  return () => {
    stopped = true;
  };
}

/** Lets the page's own tasks go first. */
function later(callback: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask?(task: () => void, options: object): Promise<void> } };
  if (scheduler?.postTask) {
    void scheduler.postTask(callback, { priority: 'user-visible' });
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}

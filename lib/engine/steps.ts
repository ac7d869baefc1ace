// Work that pauses after every step in, its result out.

/** Runs steps to their end without a pause. */
export function finish<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

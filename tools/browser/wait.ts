// In: a question asked again and again. Out: its first truthy answer, or an error that tells the last one.

const PATIENCE_MS = 15_000;
const POLL_MS = 30;

type Falsy = false | undefined | null | '' | 0;

/** Waits until `probe` gives a truthy value, and returns it. A probe that rejects has not got there yet. */
export async function until<T>(what: string, probe: () => Promise<T>): Promise<Exclude<T, Falsy>> {
  const end = Date.now() + PATIENCE_MS;
  let last: unknown;
  do {
    try {
      const value = await probe();
      if (value) return value as Exclude<T, Falsy>;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  } while (Date.now() < end);
  throw new Error(`Waited in vain until ${what}; last seen: ${String(last)}`);
}

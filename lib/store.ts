// In: a name and a way to read whatever is stored under it. Out: a typed place in extension storage, changed one step after the other.
import { storage } from 'wxt/utils/storage';

export interface Store<T> {
  /** What is stored, made valid; what `parse` makes of null when storage cannot be read. */
  load(): Promise<T>;
  /** Calls back on every change, from whichever page it was made. Returns the function that stops it. */
  watch(callback: (value: T) => void): () => void;
  /** Reads, changes and writes. Rejects when it cannot be written. */
  update(change: (value: T) => T): Promise<T>;
}

/** `local` lasts; `session` is gone when the browser closes. */
export type Area = 'local' | 'session';

export function createStore<T>(name: string, parse: (stored: unknown) => T, area: Area = 'local'): Store<T> {
  // Stored as unknown: an older version, another device or a damaged profile may have written anything.
  const item = storage.defineItem<unknown>(`${area}:${name}`, { fallback: null, version: 1, migrations: {} });
  let lastWrite: Promise<unknown> = Promise.resolve();

  const load = async () => parse(await item.getValue().catch(() => null));

  return {
    load,
    watch: (callback) =>
      item.watch((value) => {
        callback(parse(value));
      }),
    update(change) {
      const write = lastWrite.then(() =>
        alone(name, async () => {
          const next = parse(change(await load()));
          await item.setValue(next);
          return next;
        }),
      );
      lastWrite = write.catch(() => undefined);
      return write;
    },
  };
}

/** Writes several stores at once: all of them or, when that fails, none. Values must be valid. */
export async function writeTogether(values: Readonly<Record<string, unknown>>): Promise<void> {
  await storage.setItems(Object.entries(values).map(([name, value]) => ({ key: `local:${name}` as const, value })));
}

/** Runs `work` while no other page of the extension runs any under the same name. */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Absent on plain http pages, where content scripts hold the pages' own locks anyway.
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || !location.protocol.endsWith('extension:')) return work();
  return locks.request(`unpitch ${name}`, work);
}

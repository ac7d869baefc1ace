// In: a name and a way to read whatever is stored under it. Out: a typed place in extension storage, changed one step after the other.
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

export interface Store<T> {
  /** What is stored, made valid; what `parse` makes of null when storage cannot be read. */
  load(): Promise<T>;
  /** Calls back on every change, from whichever page it was made. Returns the function that stops it. */
  watch(callback: (value: T) => void): () => void;
  /** Reads, changes and writes. Rejects when it cannot be written. */
  update(change: (value: T) => T): Promise<T>;
  /**
   * As `update`, for a page that may be gone within milliseconds, as a popup: what the change makes of `known`, which the page shows, is
   * on its way to storage before anything is waited for, and made once more when its turn comes: to make it twice must be as to make it
   * once. What another page stores in the same milliseconds, before this one has heard of it, can be lost.
   */
  updateAtOnce(known: T, change: (value: T) => T): Promise<T>;
}

/** `local` lasts; `session` is gone when the browser closes. */
export type Area = 'local' | 'session';

export function createStore<T>(name: string, parse: (stored: unknown) => T, area: Area = 'local'): Store<T> {
  // Read as unknown: an older version, another device or a damaged profile may have written anything, and `parse` makes it valid. Not a
  // defined item, which reads the storage twice in every page before anybody asks for it, and has the first one who does wait for that.
  const key = `${area}:${name}` as const;
  let lastWrite: Promise<unknown> = Promise.resolve();
  const outstanding: ((value: T) => T)[] = [];

  const load = async () => parse(await storage.getItem<unknown>(key).catch(() => null));

  function update(change: (value: T) => T): Promise<T> {
    const write = lastWrite.then(() =>
      alone(name, async () => {
        const next = parse(change(await load()));
        await storage.setItem(key, next);
        return next;
      }),
    );
    lastWrite = write.catch(() => undefined);
    return write;
  }

  return {
    load,
    watch: (callback) =>
      storage.watch<unknown>(key, (value) => {
        callback(parse(value));
      }),
    update,
    updateAtOnce(known, change) {
      // Whether it can be written, the update says.
      storage.setItem(key, parse(change(known))).catch(() => undefined);
      // An earlier change whose turn comes only now must not take back this one.
      outstanding.push(change);
      return update((now) => outstanding.reduce((value, one) => one(value), now)).finally(() => outstanding.shift());
    },
  };
}

/** Writes several stores at once: all of them or, when that fails, none. Values must be valid. */
export async function writeTogether(values: Readonly<Record<string, unknown>>): Promise<void> {
  await storage.setItems(Object.entries(values).map(([name, value]) => ({ key: `local:${name}` as const, value })));
}

/** Erases all that is kept, on this device and in the browser's account. Another device that keeps in step puts there what it has. */
export async function eraseAll(): Promise<void> {
  await Promise.all([storage.clear('local'), storage.clear('session')]);
  // Not before: as long as this device keeps in step, it would put everything back. Where there is no account, nothing is kept in it.
  await storage.clear('sync').catch(() => undefined);
}

/** All items in the storage of the browser's own account. Rejects where there is none. */
export function readSynced(): Promise<Record<string, unknown>> {
  return storage.snapshot('sync');
}

/** Writes items to it, and takes those away that are named. */
export async function writeSynced(items: Readonly<Record<string, unknown>>, removed: readonly string[]): Promise<void> {
  await storage.setItems(Object.entries(items).map(([name, value]) => ({ key: `sync:${name}` as const, value })));
  if (removed.length > 0) await storage.removeItems(removed.map((name) => `sync:${name}` as const));
}

/** Calls back when another device has written to it, or this one. */
export function watchSynced(callback: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'sync') callback();
  });
}

/** Runs `work` while no other page of the extension runs any under the same name. */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Absent on plain http pages, where content scripts hold the pages' own locks anyway.
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || !location.protocol.endsWith('extension:')) return work();
  return locks.request(`unpitch ${name}`, work);
}

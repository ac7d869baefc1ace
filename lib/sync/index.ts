// In: settings here, and records that other devices left in the browser's account. Out: both brought to the same, where the reader wants it.
import * as v from 'valibot';
import { asRecord, salvage } from '../salvage';
import { loadSettings, updateSettings, watchSettings } from '../settings';
import { createStore, readSynced, watchSynced, writeSynced } from '../store';
import { fromChunks, isChunk, toChunks } from './chunks';
import { firstRecords, isRecord, merged, remembered, same, stamped, unflatten, type SyncRecord, type SyncRecords } from './records';

/** `full`: the account has no room for everything. `failed`: its storage did not answer. */
const STATUSES = ['ok', 'full', 'failed'] as const;
export type SyncStatus = (typeof STATUSES)[number];

export interface SyncState {
  readonly on: boolean;
  readonly status: SyncStatus;
  readonly records: SyncRecords;
}

const OFF: Pick<SyncState, 'on' | 'status'> = { on: false, status: 'ok' };
const FIELDS = { on: v.boolean(), status: v.picklist(STATUSES) };

export const syncStore = createStore<SyncState>('sync', (stored) => ({
  ...salvage(FIELDS, stored, OFF),
  records: Object.fromEntries(Object.entries(asRecord(asRecord(stored).records)).filter((one): one is [string, SyncRecord] => isRecord(one[1]))),
}));

/** A burst of changes is written once: the account takes 120 writes a minute. */
const PAUSE_MS = 1000;

export async function switchSync(on: boolean): Promise<void> {
  const settings = await loadSettings();
  await syncStore.update(() => ({ on, status: 'ok', records: on ? firstRecords(settings) : {} }));
}

/** Brings both sides together once; nothing where the reader has not switched it on, or changes something meanwhile: that has it run again. */
export async function synchronise(now = Date.now()): Promise<void> {
  const { on, records } = await syncStore.load();
  if (!on) return;
  try {
    const settings = await loadSettings();
    const items = await readSynced();
    const theirs = fromChunks(items);
    const all = remembered(merged(stamped(records, settings, now), theirs), now);
    const wanted = unflatten(all);
    // What is noted as known but was not taken over would pass for a change made here, and undo that of the other device.
    if (!same(wanted, settings) && !same(await updateSettings((current) => (same(current, settings) ? wanted : current)), wanted)) return;
    await setState({ records: all, status: await publish(all, items) });
  } catch {
    await setState({ status: 'failed' }).catch(() => undefined);
  }
}

/** Writes the chunks that differ. */
async function publish(all: SyncRecords, items: Readonly<Record<string, unknown>>): Promise<SyncStatus> {
  const chunks = toChunks(all);
  const changed = Object.entries(chunks.items).filter(([name, chunk]) => !same(chunk, items[name]));
  const gone = Object.keys(items).filter((name) => isChunk(name) && !(name in chunks.items));
  if (changed.length > 0 || gone.length > 0) await writeSynced(Object.fromEntries(changed), gone);
  return chunks.left > 0 ? 'full' : 'ok';
}

async function setState(change: Partial<SyncState>): Promise<void> {
  const before = await syncStore.load();
  if (before.on && !same(before, { ...before, ...change })) await syncStore.update((state) => (state.on ? { ...state, ...change } : state));
}

/** Keeps the two sides together from now on; for the background. */
export function followSync(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(() => synchronise());
    }, PAUSE_MS);
  };
  watchSettings(soon);
  watchSynced(soon);
  let wasOn = false;
  syncStore.watch(({ on }) => {
    if (on && !wasOn) soon();
    wasOn = on;
  });
  soon();
}

// In: records. Out: items small enough for the storage of the browser's account, and the records back again. Pure.
import { asRecord } from '../salvage';
import { isRecord, type SyncRecord, type SyncRecords } from './records';

// Chrome and Firefox both take 102,400 bytes in all and 8,192 an item, the item's name included.
// https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/storage/sync
const MAX_ITEM = 7_600;
const MAX_ITEMS = 12;

const NAME = /^settings\.\d+$/;
const encoder = new TextEncoder();

export interface Chunks {
  readonly items: Readonly<Record<string, SyncRecords>>;
  /** Records that found no room; those changed longest ago. */
  readonly left: number;
}

export function toChunks(records: SyncRecords): Chunks {
  const chunks: Record<string, SyncRecord>[] = [{}];
  let size = 2;
  let left = 0;
  // Latest first, and by name, so that the same records always give the same chunks.
  const ordered = Object.entries(records).sort(([a, one], [b, other]) => other.at - one.at || (a < b ? -1 : 1));
  for (const [place, record] of ordered) {
    const bytes = encoder.encode(JSON.stringify({ [place]: record })).length;
    if (size + bytes > MAX_ITEM) {
      if (chunks.length === MAX_ITEMS || bytes + 2 > MAX_ITEM) {
        left++;
        continue;
      }
      chunks.push({});
      size = 2;
    }
    chunks.at(-1)![place] = record;
    size += bytes;
  }
  return { items: Object.fromEntries(chunks.map((chunk, i) => [`settings.${i}`, chunk])), left };
}

/** The valid records among whatever items there are. */
export function fromChunks(items: Readonly<Record<string, unknown>>): SyncRecords {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, item]) => (NAME.test(name) ? Object.entries(asRecord(item)).filter((one): one is [string, SyncRecord] => isRecord(one[1])) : [])),
  );
}

export const isChunk = (name: string): boolean => NAME.test(name);

// In: word that the extension was updated. Out: the version that is new to the reader, for a while, or until it was looked at.
import * as v from 'valibot';
import { createStore } from './store';

const NEWS = v.nullable(v.object({ version: v.pipe(v.string(), v.maxLength(40)), at: v.number() }));
export type News = v.InferOutput<typeof NEWS>;

/** Who has not cared for so long, in ms, does not want to know. */
const OLD_MS = 14 * 24 * 3600 * 1000;

export const newsStore = createStore<News>('news', (stored) => (v.is(NEWS, stored) ? stored : null));

export async function noteUpdate(reason: string, before: string | undefined, version: string, now = Date.now()): Promise<void> {
  if (reason === 'update' && before !== version) await newsStore.update(() => ({ version, at: now }));
}

/** The version to tell of. */
export function newVersion(news: News, now = Date.now()): string | undefined {
  return news && now - news.at < OLD_MS ? news.version : undefined;
}

export async function forgetNews(): Promise<void> {
  await newsStore.update(() => null);
}

// In: prompts that were hidden. Out: how many of each kind in each week, on this device alone.
import * as v from 'valibot';
import { KINDS, recordOf, type Kind } from './engine/types';
import { asRecord } from './salvage';
import { createStore } from './store';

/** Weeks that are kept. */
export const MAX_WEEKS = 104;

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const WEEK = v.object({ ...recordOf(KINDS, () => COUNT), articles: COUNT });
export type Week = Readonly<v.InferOutput<typeof WEEK>>;
/** By the Monday they begin with, `2026-11-23`, latest first. */
export type Statistics = Readonly<Record<string, Week>>;

const MONDAY = v.pipe(v.string(), v.isoDate());
export const statisticsSchema = v.pipe(v.record(MONDAY, WEEK), v.maxEntries(MAX_WEEKS));

const NONE: Week = { ...recordOf(KINDS, () => 0), articles: 0 };

export function parseStatistics(stored: unknown): Statistics {
  const valid = Object.entries(asRecord(stored)).filter((one): one is [string, Week] => v.is(MONDAY, one[0]) && v.is(WEEK, one[1]));
  return Object.fromEntries(valid.sort(([a], [b]) => b.localeCompare(a)).slice(0, MAX_WEEKS));
}

export const statisticsStore = createStore('statistics', parseStatistics);

/** Adds prompts to the week that `now` lies in. */
export function counted(statistics: Statistics, kinds: readonly Kind[], articles: number, now: Date): Statistics {
  const week = mondayOf(now);
  const sum: Record<Kind | 'articles', number> = { ...(statistics[week] ?? NONE) };
  for (const kind of kinds) sum[kind]++;
  sum.articles += articles;
  return { ...statistics, [week]: sum };
}

/** The last `weeks` weeks up to now, oldest first, empty ones too. */
export function lastWeeks(statistics: Statistics, weeks: number, now: Date): { readonly monday: string; readonly week: Week }[] {
  return Array.from({ length: weeks }, (_, i) => {
    const monday = mondayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 7 * (weeks - 1 - i)));
    return { monday, week: statistics[monday] ?? NONE };
  });
}

/** The Monday of the reader's own week. */
export function mondayOf(date: Date): string {
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7));
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(monday.getFullYear()).padStart(4, '0')}-${two(monday.getMonth() + 1)}-${two(monday.getDate())}`;
}

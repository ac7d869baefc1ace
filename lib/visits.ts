// In: the numbers of a page's prompts. Out: those that were not counted on this visit yet. Gone when the browser closes.
import * as v from 'valibot';
import { asRecord } from './salvage';
import { createStore } from './store';

/** Prompts of a visit whose numbers are kept. */
const MAX_IDS = 1000;
const IDS = v.pipe(v.array(v.number()), v.maxLength(MAX_IDS));
const VISIT = v.object({ visit: v.number(), ids: IDS, disputed: IDS });
export type Visit = Readonly<v.InferOutput<typeof VISIT>>;
/** By tab. */
type Visits = Readonly<Record<string, Visit>>;

const MAX_TABS = 100;

const visitStore = createStore<Visits>(
  'visits',
  (stored) => {
    const valid = Object.entries(asRecord(stored)).filter((one): one is [string, Visit] => v.is(VISIT, one[1]));
    return Object.fromEntries(valid.sort(([, a], [, b]) => b.visit - a.visit).slice(0, MAX_TABS));
  },
  'session',
);

export interface News {
  /** Nothing of this visit was counted before. */
  readonly first: boolean;
  readonly ids: ReadonlySet<number>;
}

/** Takes the numbers in; says which of them are new. */
export async function noteSeen(tabId: number, visit: number, ids: readonly number[]): Promise<News> {
  let news: News | undefined;
  await visitStore.update((visits) => {
    const known = current(visits, tabId, visit);
    const fresh = ids.filter((id) => !known?.ids.includes(id));
    news = { first: known === undefined, ids: new Set(fresh) };
    return { ...visits, [tabId]: { visit, ids: [...(known?.ids ?? []), ...fresh].slice(-MAX_IDS), disputed: known?.disputed ?? [] } };
  });
  return news!;
}

/** Notes that the reader disputes a prompt; false when it was noted before. */
export async function noteDispute(tabId: number, visit: number, id: number): Promise<boolean> {
  let isNew = false;
  await visitStore.update((visits) => {
    const known = current(visits, tabId, visit) ?? { visit, ids: [], disputed: [] };
    isNew = !known.disputed.includes(id);
    return isNew ? { ...visits, [tabId]: { ...known, disputed: [...known.disputed, id].slice(-MAX_IDS) } } : visits;
  });
  return isNew;
}

/** Takes that back. */
export async function forgetDispute(tabId: number, visit: number, id: number): Promise<void> {
  await visitStore.update((visits) => {
    const known = current(visits, tabId, visit);
    return known ? { ...visits, [tabId]: { ...known, disputed: known.disputed.filter((one) => one !== id) } } : visits;
  });
}

/** Numbers of the disputed prompts, on a visit that need not be known before they are. */
export async function loadDisputed(tabId: number, visit: Promise<number>): Promise<readonly number[]> {
  const [visits, known] = await Promise.all([visitStore.load(), visit]);
  return current(visits, tabId, known)?.disputed ?? [];
}

function current(visits: Visits, tabId: number, visit: number): Visit | undefined {
  const known = visits[tabId];
  return known?.visit === visit ? known : undefined;
}

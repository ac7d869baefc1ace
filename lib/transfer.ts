// In: all that is kept, or a file from outside. Out: one file; or what it holds, checked whole, or why it cannot be used.
import * as v from 'valibot';
import { isRule, MAX_RULE_SITES, MAX_RULES_PER_SITE } from './page/rules/rule';
import { loadRules } from './rules';
import { loadSettings, settingsSchema } from './settings';
import { shelfSchema, shelfStore } from './shelf';
import { statisticsSchema, statisticsStore } from './statistics';
import { writeTogether } from './store';
import { trustSchema, trustStore } from './trust';

const FORMAT = 'unpitch';
const VERSION = 1;
/** Unpitch never writes more than about a third of this. */
export const MAX_MEGABYTES = 5;
/** More problems than this help nobody. */
const MAX_PROBLEMS = 8;

const PARTS = {
  settings: settingsSchema,
  shelf: shelfSchema,
  statistics: statisticsSchema,
  trust: trustSchema,
  rules: v.pipe(v.record(v.pipe(v.string(), v.maxLength(253)), v.pipe(v.array(v.custom(isRule, 'rule')), v.maxLength(MAX_RULES_PER_SITE))), v.maxEntries(MAX_RULE_SITES)),
};
const FILE = v.object({ format: v.literal(FORMAT), version: v.number(), ...v.partial(v.object(PARTS)).entries });

export interface Problem {
  /** Where in the file, as `settings.mode`. */
  readonly path: string;
  readonly expected: string;
  /** Absent where nothing is there. */
  readonly found: string | undefined;
}

export type Reading =
  | { readonly type: 'good'; readonly parts: Readonly<Record<string, unknown>> }
  | { readonly type: 'no-file' | 'newer' }
  | { readonly type: 'wrong'; readonly problems: readonly Problem[] };

export async function exportAll(now: Date): Promise<string> {
  const [settings, shelf, statistics, trust, rules] = await Promise.all([
    loadSettings(), shelfStore.load(), statisticsStore.load(), trustStore.load(), loadRules(),
  ]);
  return JSON.stringify({ format: FORMAT, version: VERSION, saved: now.toISOString(), settings, shelf, statistics, trust, rules }, null, 2);
}

/** Reads a file without changing anything. Its length is for the caller to check before reading it. */
export function readTransfer(text: string): Reading {
  const file = parseJson(text);
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT) return { type: 'no-file' };
  if ('version' in file && typeof file.version === 'number' && file.version > VERSION) return { type: 'newer' };
  const result = v.safeParse(FILE, file);
  if (!result.success) return { type: 'wrong', problems: result.issues.slice(0, MAX_PROBLEMS).map(problemOf) };
  const { format: _, version: __, ...parts } = result.output;
  return { type: 'good', parts };
}

/** Puts the parts of a good file in the place of what is stored: all of them or none. */
export function importAll({ parts }: Extract<Reading, { type: 'good' }>): Promise<void> {
  return writeTogether(parts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  // No value of a JSON file is called so: valibot writes strings with their quotes.
  const found = issue.received === 'undefined' ? undefined : issue.received.slice(0, 60);
  return { path, expected: issue.expected ?? issue.message, found };
}

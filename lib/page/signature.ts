// In: whatever was stored or told of a site's prompts. Out: valid signatures of them, and what two pages know together. Pure.
import { KINDS, type Kind } from '../engine/types';
import { isSelector } from './selector';

/** How a hidden prompt looked, told by structure alone. */
export interface Signature {
  readonly kind: Kind;
  /** `tag#id`, `tag.class`, or that below a parent written the same way. */
  readonly selector: string;
  /** Found to match what is no prompt: never used, and never learned again. */
  readonly wrong?: true;
}

/** Signatures kept per site; those not met for longest go first. */
export const MAX_SIGNATURES = 24;

export function isSignature(value: unknown): value is Signature {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, selector, wrong } = value as Record<string, unknown>;
  return KINDS.includes(kind as Kind) && typeof selector === 'string' && isSelector(selector) && (wrong === undefined || wrong === true);
}

/** What two pages of a site know together, the newer one's first; what either has found wrong is wrong. */
export function mergeSignatures(newer: readonly Signature[], older: readonly Signature[]): readonly Signature[] {
  const wrong = new Set([...newer, ...older].flatMap((one) => (one.wrong ? [one.selector] : [])));
  const others = older.filter(({ selector }) => !newer.some((one) => one.selector === selector));
  return [...newer, ...others].slice(0, MAX_SIGNATURES).map((one) => (wrong.has(one.selector) ? { ...one, wrong: true } : one));
}

// In: whatever extension storage holds of a site. Out: valid signatures of its prompts, and the only way to write them.
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { KINDS, type Kind } from './engine/types';
import { MAX_SIGNATURES, type Signature } from './page/memory';
import { isSelector } from './page/selector';

/** So many sites are remembered; those not visited for longest are forgotten first. */
export const MAX_SITES = 200;

const sites = storage.defineItem<unknown>('local:memory', { fallback: [] });
const keyOf = (site: string) => `local:memory:${site}` as const;

/** What was hidden on this site before; nothing when storage cannot be read or holds something else. */
export async function loadMemory(site: string): Promise<readonly Signature[]> {
  if (site === '') return [];
  const stored: unknown = await storage.getItem(keyOf(site)).catch(() => null);
  return Array.isArray(stored) ? stored.filter(isSignature).slice(0, MAX_SIGNATURES) : [];
}

/** Writes what is known of a site. Silent when it cannot be written: Unpitch works without memory. */
export async function saveMemory(site: string, signatures: readonly Signature[]): Promise<void> {
  // A private window leaves no traces.
  if (site === '' || browser.extension?.inIncognitoContext) return;
  try {
    const stored = await sites.getValue();
    const known = Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string' && one !== site) : [];
    const kept = [site, ...known].slice(0, MAX_SITES);
    await storage.removeItems(known.slice(kept.length - 1).map(keyOf));
    await Promise.all([sites.setValue(kept), storage.setItem(keyOf(site), signatures)]);
  } catch {
    // Full or broken storage.
  }
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, selector, wrong } = value as Record<string, unknown>;
  return KINDS.includes(kind as Kind) && typeof selector === 'string' && isSelector(selector) && (wrong === undefined || wrong === true);
}

// In: whatever extension storage holds of a site. Out: valid signatures of its prompts, and the only way to add to them.
import { storage } from 'wxt/utils/storage';
import { isSignature, MAX_SIGNATURES, mergeSignatures, type Signature } from './page/signature';

/** So many sites are remembered; those not visited for longest are forgotten first. */
export const MAX_SITES = 200;

const SITES = 'local:memory';
const keyOf = (site: string) => `local:memory:${site}` as const;

/** What was hidden on this site before; nothing when storage cannot be read or holds something else. */
export async function loadMemory(site: string): Promise<readonly Signature[]> {
  if (site === '') return [];
  const stored: unknown = await storage.getItem(keyOf(site)).catch(() => null);
  return Array.isArray(stored) ? stored.filter(isSignature).slice(0, MAX_SIGNATURES) : [];
}

/** What one page has learned of its site. */
export interface Learned {
  readonly site: string;
  readonly signatures: readonly Signature[];
}

let lastWrite = Promise.resolve();

/**
 * Takes in what a page has learned, beside what others of its site have meanwhile. For the background only: two tabs that wrote by
 * themselves would undo each other. Silent when it cannot be written: Unpitch works without memory.
 */
export function remember(learned: Learned): Promise<void> {
  return (lastWrite = lastWrite.then(() => write(learned)).catch(() => undefined));
}

async function write({ site, signatures }: Learned): Promise<void> {
  if (site === '') return;
  const stored = await storage.getItem<unknown>(SITES);
  const known = Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string' && one !== site) : [];
  const kept = [site, ...known].slice(0, MAX_SITES);
  const merged = mergeSignatures(signatures, await loadMemory(site));
  await storage.removeItems(known.slice(kept.length - 1).map(keyOf));
  await Promise.all([storage.setItem(SITES, kept), storage.setItem(keyOf(site), merged)]);
}

// In: a prompt that the reader says is none. Out: that noted on this visit, and counted against the model: both, or neither.
import { isPrivateTab } from './tab';
import { trustStore, withDispute } from './trust';
import { forgetDispute, noteDispute } from './visits';

/** Once for each prompt of a visit. Rejects when it could not be kept: it may be said again then. */
export async function dispute(tabId: number, visit: number, id: number): Promise<void> {
  // Prompts of a private window were not counted either.
  const counts = !(await isPrivateTab(tabId));
  if (!(await noteDispute(tabId, visit, id)) || !counts) return;
  try {
    await trustStore.update(withDispute);
  } catch (error) {
    await forgetDispute(tabId, visit, id);
    throw error;
  }
}

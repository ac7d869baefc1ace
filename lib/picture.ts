// In: a tab. Out: a picture of what the reader sees in it, where the browser allows one.
import { browser } from 'wxt/browser';

/**
 * A data URL of a PNG. Null where the browser refuses: it allows this only after the reader has called Unpitch on this page, by its button or a
 * shortcut, and until the page is left.
 */
export async function takePicture(tabId: number): Promise<string | null> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    // What is in front is what is pictured: another tab must not be.
    return active && windowId !== undefined ? await browser.tabs.captureVisibleTab(windowId, { format: 'png' }) : null;
  } catch {
    return null;
  }
}

// In: content and a name. Out: a file in the reader's downloads; nothing is sent anywhere, and the page does not learn what is in it.
import { make } from '../ui/make';

/** Long enough for any browser to have begun the download, in ms. */
const REVOKE_AFTER_MS = 60_000;

/** Addresses of files that are being saved. */
const ours = new Set<string>();

/**
 * The Navigation API tells the page of downloads, ours included, with an address that it could read. To be called before the page's own
 * scripts run, so that we are told first.
 */
export function keepDownloadsPrivate(signal: AbortSignal): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { readonly destination?: { readonly url: string } };
    if (destination && ours.has(destination.url)) event.stopImmediatePropagation();
  }, { signal });
}

export function saveFile(document: Document, name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  ours.add(url);
  make(document, 'a', { href: url, download: name }).click();
  setTimeout(() => {
    ours.delete(url);
    URL.revokeObjectURL(url);
  }, REVOKE_AFTER_MS);
}

/** The bytes of a data URL in base64. */
export function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}

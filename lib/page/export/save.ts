// In: content and a name. Out: a file in the reader's downloads; nothing is sent anywhere.
import { make } from '../ui/make';

/** Long enough for any browser to have begun the download, in ms. */
const REVOKE_AFTER_MS = 60_000;

export function saveFile(document: Document, name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make(document, 'a', { href: url, download: name }).click();
  setTimeout(() => { URL.revokeObjectURL(url); }, REVOKE_AFTER_MS);
}

/** The bytes of a data URL in base64. */
export function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}

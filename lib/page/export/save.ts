// In: a text and a name. Out: a file in the reader's downloads; nothing is sent anywhere.
import { make } from '../ui/make';

/** Long enough for any browser to have begun the download, in ms. */
const REVOKE_AFTER_MS = 60_000;

export function saveFile(document: Document, name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make(document, 'a', { href: url, download: name }).click();
  setTimeout(() => { URL.revokeObjectURL(url); }, REVOKE_AFTER_MS);
}

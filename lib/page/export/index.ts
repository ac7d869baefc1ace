// In: a classification and the kind of file wanted. Out: that file saved, and its name.
import type { Classification } from '../../engine/types';
import type { ExportKind } from '../inspector/panel';
import { toCsv, toJson } from './audit';
import { toBundle } from './bundle';
import { bytesOf, saveFile } from './save';

export { keepDownloadsPrivate } from './save';

export interface ExportContext {
  readonly version: string;
  /** A data URL of what the window shows; null where the browser does not allow that. */
  readonly takePicture: () => Promise<string | null>;
}

/** Null where the browser refuses it. */
export async function exportPage(document: Document, kind: ExportKind, classification: Classification, { version, takePicture }: ExportContext): Promise<string | null> {
  const host = location.hostname.replace(/[^\w.-]/g, '');
  // The name of a bug report must not tell where the reader was.
  const name = kind === 'bundle' ? 'unpitch-bug-report.json' : `unpitch-${host}.${kind}`;
  if (kind === 'png') {
    const picture = await takePicture();
    if (picture === null) return null;
    saveFile(document, name, 'image/png', bytesOf(picture));
    return name;
  }
  const content = { csv: () => toCsv(classification), json: () => toJson(classification, { url: location.href, version }), bundle: () => toBundle(document, classification, { version, browser: navigator.userAgent }) }[kind]();
  saveFile(document, name, kind === 'csv' ? 'text/csv' : 'application/json', content);
  return name;
}

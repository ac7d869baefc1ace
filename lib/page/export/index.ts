// In: a classification and the kind of file wanted. Out: that file saved, and its name.
import type { Classification } from '../../engine/types';
import type { ExportKind } from '../inspector/panel';
import { toCsv, toJson } from './audit';
import { toBundle } from './bundle';
import { saveFile } from './save';

export function exportPage(document: Document, kind: ExportKind, classification: Classification, version: string): string {
  const host = location.hostname.replace(/[^\w.-]/g, '');
  // The name of a bug report must not tell where the reader was.
  const name = kind === 'bundle' ? 'unpitch-bug-report.json' : `unpitch-${host}.${kind}`;
  const content = { csv: () => toCsv(classification), json: () => toJson(classification, { url: location.href, version }), bundle: () => toBundle(document, classification, { version, browser: navigator.userAgent }) }[kind]();
  saveFile(document, name, kind === 'csv' ? 'text/csv' : 'application/json', content);
  return name;
}

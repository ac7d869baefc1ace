// In: a classification. Out: the same for auditors, as data or as a table.
import type { Classification } from '../../engine/types';
import { attribute, findAll, parentOf } from '../dom';

/** One block, as it is written to files. */
export interface AuditRow {
  readonly selector: string;
  readonly label: string;
  /** 0..1. */
  readonly confidence: number;
  readonly words: number;
  readonly text: string;
  readonly reasons: readonly { readonly feature: string; readonly value: number; readonly weight: number }[];
}

export function auditRows({ blocks }: Classification): AuditRow[] {
  return blocks.map(({ element, label, confidence, words, text, reasons }) => ({ selector: pathOf(element), label, confidence: round(confidence), words, text, reasons }));
}

export function toJson(classification: Classification, page: { readonly url: string; readonly version: string }): string {
  const { isArticle, articleConfidence, language, groups } = classification;
  const prompts = groups.map(({ kind, blocks, confidence, hide }) => ({ kind, blocks, confidence: round(confidence), hide }));
  return JSON.stringify({ unpitch: page.version, url: page.url, isArticle, articleConfidence: round(articleConfidence), language, prompts, blocks: auditRows(classification) }, null, 2);
}

/** RFC 4180, with a byte order mark so that spreadsheets take it for UTF-8. */
export function toCsv(classification: Classification): string {
  const rows = auditRows(classification).map(({ selector, label, confidence, words, text, reasons }) => [
    selector, label, String(confidence), String(words), text, reasons.map(({ feature, weight }) => `${feature} ${weight}`).join('; '),
  ]);
  const lines = [['selector', 'label', 'confidence', 'words', 'text', 'reasons'], ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula would be run by spreadsheets: an apostrophe makes it text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A selector that finds this element alone on this page; ` >>> ` leads into a shadow root. */
export function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const parent: ParentNode | null = at.parentNode;
    const alike = parent ? Array.from(parent.children).filter(({ localName }) => localName === at.localName) : [];
    const id = attribute(at, 'id');
    const step = alike.length > 1 ? `${at.localName}:nth-of-type(${alike.indexOf(at) + 1})` : at.localName;
    const isInShadow = at.parentNode?.nodeType === 11;
    const unique = id !== null && /^[a-zA-Z][\w-]*$/.test(id) && !isInShadow && findAll(at.ownerDocument, `#${id}`).length === 1;
    steps.unshift(unique ? `#${id}` : step);
    if (unique) break;
    if (isInShadow) steps.unshift('>>>');
  }
  return steps.join(' > ').replaceAll(' > >>> > ', ' >>> ');
}

const round = (value: number) => Math.round(value * 1000) / 1000;

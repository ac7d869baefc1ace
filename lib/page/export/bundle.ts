// In: a page and its classification. Out: a bug report that shows the page's structure and the verdicts, and none of its words.
import type { Classification } from '../../engine/types';
import { attribute, parentOf, rootOf, tagOf } from '../dom';
import { OVERLAY_TAGS } from '../ui/layer';
import { auditRows } from './audit';
import { scramble } from './scramble';

/** Attributes that tell how a page is built, and no more. */
const KEPT = ['class', 'id', 'role', 'type', 'hidden', 'open', 'lang', 'dir', 'itemprop'];
/** Content that is never written down, not even scrambled. */
const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'svg', 'meta', 'link', 'title', 'base', ...OVERLAY_TAGS]);
const MAX_NODES = 20_000;

export interface BundleFacts {
  readonly version: string;
  readonly browser: string;
}

export function toBundle(document: Document, classification: Classification, facts: BundleFacts): string {
  const { isArticle, articleConfidence, language, groups } = classification;
  const verdicts = auditRows(classification).map(({ text: _, reasons, ...row }) => ({ ...row, reasons: reasons.map(({ feature, weight }) => `${feature} ${weight}`) }));
  return JSON.stringify({
    about: 'Bug report of Unpitch. Every letter and digit of text and addresses was replaced at random, images and scripts were left out; the names its markup uses (classes, ids) were kept.',
    unpitch: facts.version,
    browser: facts.browser,
    isArticle,
    articleConfidence,
    language,
    prompts: groups.map(({ kind, blocks: members, hide }) => ({ kind, blocks: members, hide })),
    blocks: verdicts,
    page: structure(document),
  }, null, 1);
}

/** One line an element or text, indented by depth. */
function structure(document: Document): string[] {
  const root = rootOf(document);
  if (!root) return [];
  const lines: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === 1 && DROPPED.has(tagOf(node as Element)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node: Node | null = walker.currentNode; node && lines.length < MAX_NODES; node = walker.nextNode()) {
    if (node.nodeType === 1) lines.push(' '.repeat(depthOf(node as Element)) + opening(node as Element));
    else if (/\S/.test((node as Text).data)) lines.push(`${' '.repeat(depthOf(node.parentElement) + 1)}"${scramble((node as Text).data.replace(/\s+/g, ' ').trim())}"`);
  }
  return lines;
}

function depthOf(element: Element | null): number {
  let depth = -1;
  for (let at = element; at; at = parentOf(at)) depth++;
  return Math.min(depth, 60);
}

function opening(element: Element): string {
  const kept = KEPT.flatMap((name) => {
    const value = attribute(element, name);
    return value === null ? [] : [` ${name}="${value.slice(0, 200)}"`];
  });
  const href = attribute(element, 'href');
  // Where a link leads matters to the verdict only by the shape of its path.
  const target = href === null ? '' : ` href="${scramble(href.replace(/^[a-z]+:\/\/[^/]*/i, '//host').slice(0, 120)).replace(/^\/\/[^/]*/, '//host')}"`;
  return `<${tagOf(element)}${kept.join('')}${target}>`;
}

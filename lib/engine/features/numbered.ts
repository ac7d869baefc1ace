// A page's headings in, the sections of its numbered list out: "ten places to swim", each under a heading with its number.

import type { PageRecord } from '../records';
import type { Body } from './body';

/** Fewer headings in a row may bear numbers by chance. Of the corpus' 339 pages 8 have such a list in their story, and each of its headings is part of it. */
const LEAST_SECTIONS = 3;
const NUMBER = /^\s?#?(\d{1,3})(?:[.):]|\s?[–-]?\s)/;
const HEADING = /^h[2-6]$/;
/** Of its characters in links, a text that tells something has fewer than this share. */
const LINKED = 0.5;

/**
 * @param heading block index of the heading that governs a block, or -1
 * @returns per block 1 for headings among the story's paragraphs whose numbers go up or down by one, and for text that is not mostly links right under them
 */
export function numberedSections(page: PageRecord, body: Body, heading: Int32Array): Uint8Array {
  const { blocks, nodes } = page;
  const end = body.node >= 0 ? nodes[body.node]!.end : 0;
  const headings = new Set<number>();
  let list: number[] = [];
  let last = NaN;
  const close = (): void => {
    if (list.length >= LEAST_SECTIONS) for (const block of list) headings.add(block);
    list = [];
  };
  for (let i = Math.max(0, body.first); i < blocks.length; i++) {
    const number = isHeading(page, i) ? Number(NUMBER.exec(blocks[i]!.text)?.[1] ?? NaN) : NaN;
    if (Number.isNaN(number)) continue;
    // What stands outside the body leads on elsewhere when its headings are links.
    if (i >= end && blocks[i]!.links.length > 0) break;
    if (Math.abs(number - last) !== 1) close();
    // Behind the story's last paragraph a list may go on, but none begins unless right there.
    if (i > body.last + 1 && list.length === 0) break;
    list.push(i);
    last = number;
  }
  close();
  const isTold = (i: number): boolean => headings.has(heading[i]!) && !isHeading(page, i) && blocks[i]!.linkChars < blocks[i]!.text.length * LINKED && blocks[i]!.fields === 0;
  return Uint8Array.from(blocks, (_, i) => (headings.has(i) || isTold(i) ? 1 : 0));
}

/** A heading's text often stands in an element of its own inside. */
function isHeading({ blocks, nodes }: PageRecord, i: number): boolean {
  const { tag, parent } = nodes[blocks[i]!.node]!;
  return HEADING.test(tag) || (parent >= 0 && HEADING.test(nodes[parent]!.tag));
}

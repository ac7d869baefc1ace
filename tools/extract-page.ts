// Runs in Chromium: the HTML of a labelled page in, its plain records and the places of its labels out.

import type { PageRecord } from '../lib/engine/records';
import { segment } from '../lib/engine/segment';

export interface ExtractedPage {
  readonly page: PageRecord;
  /** Value of the mark attribute at or above each block's element; '' for none. */
  readonly marks: readonly string[];
  /** For every marked element: its mark, its block (the nearest at or above, -1 for none) and, where there is none, the blocks below. */
  readonly units: readonly { readonly mark: string; readonly block: number; readonly below: readonly number[] }[];
}

/** A written prompt to set into the page beside the element with a given mark. Its own elements are marked with letters in `data-expect`. */
export interface Insert {
  readonly beside: string;
  readonly where: 'beforebegin' | 'afterend';
  readonly html: string;
  /** Whether its top elements take the class of the element they stand beside. */
  readonly adopt: boolean;
}

/** What to take out of a page before it is read. */
export interface Cut {
  /** Letter N is the label of the element with the unit number N. */
  readonly labels: string;
  /** Units of these labels go, with all that stands in them. */
  readonly letters: string;
  /** Whether what the head says of the page stays. */
  readonly head: boolean;
}

/**
 * @param cut where it is given, the page is read without some of its units
 * @param mark attribute that carries the labels: a unit number (the corpus) or a letter that holds for all below (written pages, fixtures)
 */
export function extract(html: string, url: string, mark: string, inserts: readonly Insert[] = [], cut?: Cut): ExtractedPage {
  const document = new DOMParser().parseFromString(html, 'text/html');
  if (cut) takeOut(document, mark, cut);
  for (const insert of inserts) setIn(document, mark, insert);
  const { page, elements } = segment(document, url);
  const index = new Map(elements.map((element, i) => [element, i]));
  const units = [...document.querySelectorAll(`[${mark}]`)].map((unit) => {
    let block = -1;
    for (let at: Element | null = unit; at && block < 0; at = at.parentElement) block = index.get(at) ?? -1;
    const below = block >= 0 ? [] : [...unit.querySelectorAll('*')].flatMap((element) => index.get(element) ?? []);
    return { mark: unit.getAttribute(mark)!, block, below };
  });
  const marks = elements.map((element) => {
    const marked = element.closest(`[${mark}], [data-expect]`);
    return marked?.getAttribute('data-expect') ?? marked?.getAttribute(mark) ?? '';
  });
  return { page, marks, units };
}

function setIn(document: Document, mark: string, { beside, where, html, adopt }: Insert): void {
  const anchor = document.querySelector(`[${mark}="${beside}"]`);
  if (!anchor) return;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const parts = [...body.children];
  if (adopt) for (const part of parts) if (part.localName === anchor.localName) part.className = anchor.className;
  if (where === 'beforebegin') anchor.before(...parts);
  else anchor.after(...parts);
}

function takeOut(document: Document, mark: string, { labels, letters, head }: Cut): void {
  for (const unit of document.querySelectorAll(`[${mark}]`)) if (letters.includes(labels[Number(unit.getAttribute(mark))]!)) unit.remove();
  if (!head) for (const element of document.head.querySelectorAll('meta, script')) element.remove();
}

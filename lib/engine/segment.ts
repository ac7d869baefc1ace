// document in, blocks out: one walk that cuts the page into blocks of inline text and keeps their ancestry.
// The only stage that touches the DOM; it reads and never writes.

import { attribute, hasAttributes, rootOf, shadowOf, tagOf, urlOf, walkerOf } from './dom';
import { FactsReader, siteNamesOf } from './facts';
import { readLink } from './links';
import { FIELD, type BlockRecord, type LinkRecord, type NodeRecord, type PageRecord } from './records';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const INLINE = words('a abbr acronym audio b bdi bdo big br button canvas cite code data del dfn em embed font i iframe img input ins kbd label map mark meter nobr '
  + 'object output picture q rp rt ruby s samp select slot small source span strike strong sub sup svg textarea time tt u var video wbr');
const SKIPPED = words('area base col colgroup datalist frame frameset math noscript param script style template track title meta link');
const FACTS = words('title meta link script');
/** Inline elements whose content is not part of the text of the page. */
const CLOSED = words('audio canvas embed iframe input object select svg textarea video');
const SPACED = words('br button label option');
const FIELD_BY_TYPE: Readonly<Record<string, number>> = {
  email: FIELD.email, checkbox: FIELD.checkbox, radio: FIELD.radio, submit: FIELD.submit, image: FIELD.submit, button: FIELD.button,
  search: FIELD.search, password: FIELD.password, reset: FIELD.button,
};
const EMAIL_NAME = /e-?mail|courriel|correo/i;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const INK = /\S/;

export interface Segmented {
  readonly page: PageRecord;
  /** `elements[i]` is the element of `page.blocks[i]`. */
  readonly elements: readonly Element[];
  /** `nodeElements[i]` is the element of `page.nodes[i]`. */
  readonly nodeElements: readonly Element[];
}

/**
 * Cuts `document` into blocks, in document order. A document without a root element has none.
 *
 * @param around the page it stands in as a frame
 */
export function segment(document: Document, url = urlOf(document), around?: Document): Segmented {
  const root = rootOf(document);
  const facts = new FactsReader(url, (root && attribute(root, 'lang')) ?? '');
  const segmenter = new Segmenter(document, facts);
  if (root) segmenter.walk(root, OUTSIDE);
  const own = facts.facts();
  const siteNames = around ? [...own.siteNames, ...siteNamesOf(around)] : own.siteNames;
  return { page: { facts: { ...own, siteNames }, ...segmenter.finish() }, elements: segmenter.elements, nodeElements: segmenter.nodeElements };
}

/** What holds for the content of an element: the node that collects it, the link and boldness it stands in. */
export interface Scope {
  readonly node: number;
  readonly link: LinkRecord | null;
  readonly bold: boolean;
}

export const OUTSIDE: Scope = { node: -1, link: null, bold: false };

export class Segmenter {
  readonly elements: Element[] = [];
  readonly nodeElements: Element[] = [];
  protected readonly nodes: NodeRecord[] = [];
  protected readonly blocks: BlockRecord[] = [];
  /** Index of the block that collects a node's own text, or -1. */
  protected readonly blockOf: number[] = [];
  /** What inline elements of a node said before or after its first text made a block of it. */
  protected readonly inline: { names: string; hints: string; fields: number }[] = [];

  constructor(private readonly document: Document, private readonly facts: FactsReader) {}

  /** Walks `root` without recursion (except into shadow roots), so that deep nesting cannot overflow the stack. */
  walk(root: Node, outside: Scope): void {
    const walker = walkerOf(this.document, root);
    if (root.nodeType !== 1 && walker.firstChild() === null) return;
    const outer: Scope[] = [];
    let scope = outside;
    for (;;) {
      const item = walker.currentNode;
      if (item.nodeType === 3) this.text((item as Text).data, scope);
      else {
        const inner = this.enter(item as Element, scope);
        if (inner && walker.firstChild()) {
          outer.push(scope);
          scope = inner;
          continue;
        }
        if (inner) this.leave(inner, scope);
      }
      while (walker.nextSibling() === null) {
        const parent = outer.pop();
        if (parent === undefined) return;
        this.leave(scope, parent);
        scope = parent;
        walker.parentNode();
      }
    }
  }

  finish(): { nodes: NodeRecord[]; blocks: BlockRecord[] } {
    for (const block of this.blocks) {
      block.text = block.text.replace(/\s+/g, ' ').trim();
      const inline = this.inline[block.node]!;
      block.inlineNames = inline.names;
      block.hints = inline.hints;
      block.fields = inline.fields;
    }
    return { nodes: this.nodes, blocks: this.blocks };
  }

  /** Scope for the content of `element`, or null when nothing in it counts. */
  protected enter(element: Element, scope: Scope): Scope | null {
    const tag = tagOf(element);
    if (SKIPPED.has(tag)) {
      if (FACTS.has(tag)) this.facts.read(element, tag);
      return null;
    }
    const inner = INLINE.has(tag) ? this.enterInline(element, tag, scope) : this.enterNode(element, tag, scope);
    const shadow = inner && (tag.includes('-') || !INLINE.has(tag)) ? shadowOf(element) : null;
    if (inner && shadow) this.walk(shadow, inner);
    return inner;
  }

  private enterNode(element: Element, tag: string, scope: Scope): Scope {
    const parent = scope.node >= 0 ? this.nodes[scope.node]! : null;
    if (parent && this.blockOf[scope.node]! >= 0) this.blocks[this.blockOf[scope.node]!]!.text += ' ';
    const node = this.nodes.length;
    const bare = !hasAttributes(element);
    this.nodes.push({
      parent: scope.node,
      tag,
      depth: parent ? parent.depth + 1 : 0,
      names: bare ? '' : namesOf(element, tag),
      first: this.blocks.length,
      end: this.blocks.length,
      hidden: (parent?.hidden ?? false) || (!bare && isHidden(element)),
      images: 0,
      children: 0,
      position: parent ? parent.children++ : 0,
    });
    this.nodeElements.push(element);
    this.blockOf.push(-1);
    this.inline.push({ names: '', hints: '', fields: 0 });
    return { node, link: scope.link, bold: false };
  }

  private enterInline(element: Element, tag: string, scope: Scope): Scope | null {
    const bare = !hasAttributes(element);
    if (scope.node < 0 || (!bare && attribute(element, 'hidden') !== null)) return null;
    if (tag === 'img' || tag === 'picture' || tag === 'video' || tag === 'svg') {
      if (tag !== 'picture') this.nodes[scope.node]!.images++;
      return tag === 'picture' ? scope : null;
    }
    if (SPACED.has(tag)) this.space(scope.node, tag);
    const field = fieldOf(element, tag);
    if (field > 0) this.control(element, tag, field, scope.node);
    if (CLOSED.has(tag)) return null;
    const names = bare ? null : attribute(element, 'class');
    if (names) this.inline[scope.node]!.names += ' ' + names.slice(0, 200);
    if (tag === 'a') return { node: scope.node, link: readLink(attribute(element, 'href')), bold: scope.bold };
    if (tag === 'b' || tag === 'strong') return { node: scope.node, link: scope.link, bold: true };
    return scope;
  }

  private leave(inner: Scope, outer: Scope): void {
    if (inner.node !== outer.node && inner.node >= 0) this.nodes[inner.node]!.end = this.blocks.length;
  }

  private text(data: string, scope: Scope): void {
    if (scope.node < 0) return;
    if (!INK.test(data)) {
      const own = this.blockOf[scope.node]!;
      if (own >= 0) this.blocks[own]!.text += ' ';
      return;
    }
    const block = this.block(scope.node);
    block.text += data;
    if (scope.link !== null) {
      block.linkChars += data.trim().length;
      if (block.links[block.links.length - 1] !== scope.link) block.links.push(scope.link);
    }
    if (scope.bold) block.boldChars += data.trim().length;
  }

  private space(node: number, tag: string): void {
    const own = this.blockOf[node]!;
    if (own < 0) return;
    this.blocks[own]!.text += ' ';
    if (tag === 'br') this.blocks[own]!.breaks++;
  }

  private control(element: Element, tag: string, field: number, node: number): void {
    const inline = this.inline[node]!;
    inline.fields |= field;
    // A button shows its text; every other control shows by itself and so is a block without any.
    if (tag !== 'button') this.block(node);
    if (tag === 'iframe') this.block(node).links.push(readLink(attribute(element, 'src')));
    for (const name of ['placeholder', 'aria-label', 'title', 'name', tag === 'input' ? 'value' : 'id']) {
      const value = attribute(element, name);
      if (value) inline.hints += ' ' + value.slice(0, 120);
    }
  }

  private block(node: number): BlockRecord {
    const own = this.blockOf[node]!;
    if (own >= 0) return this.blocks[own]!;
    const block: BlockRecord = { node, text: '', hints: '', inlineNames: '', links: [], linkChars: 0, boldChars: 0, fields: 0, breaks: 0 };
    this.blockOf[node] = this.blocks.length;
    this.blocks.push(block);
    this.elements.push(this.nodeElements[node]!);
    return block;
  }
}

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  const style = attribute(element, 'style');
  return style !== null && HIDDEN_STYLE.test(style);
}

const NAMES = ['class', 'id', 'role', 'itemprop', 'aria-label'];
const FORM_NAMES = ['class', 'id', 'role', 'name', 'action'];

function namesOf(element: Element, tag: string): string {
  let names = '';
  for (const name of tag === 'form' ? FORM_NAMES : NAMES) {
    const value = attribute(element, name);
    if (value) names += ' ' + value.slice(0, 200);
  }
  return names;
}

function fieldOf(element: Element, tag: string): number {
  if (tag === 'input') {
    const type = (attribute(element, 'type') ?? 'text').toLowerCase();
    if (type === 'hidden') return 0;
    const field = FIELD_BY_TYPE[type] ?? FIELD.text;
    const named = field === FIELD.text && EMAIL_NAME.test(`${attribute(element, 'name')} ${attribute(element, 'placeholder')} ${attribute(element, 'id')} ${attribute(element, 'autocomplete')}`);
    return named ? FIELD.email : field;
  }
  if (tag === 'textarea') return FIELD.textarea;
  if (tag === 'select') return FIELD.select;
  if (tag === 'iframe') return FIELD.frame;
  if (tag === 'button') return attribute(element, 'type') === 'submit' ? FIELD.submit : FIELD.button;
  return 0;
}

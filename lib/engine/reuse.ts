// A document and what was cut from it before in, the same blocks as a full run out; only changed elements are read again.

import { around, attribute, rootOf, tagOf } from './dom';
import { FactsReader } from './facts';
import type { PageFacts } from './records';
import { INLINE, OUTSIDE, Segmenter, type Scope, type Segmented } from './segment';

/** What one run leaves for the next. */
export interface Remembered {
  readonly segmented: Segmented;
  /** Node index per element. */
  readonly places: ReadonlyMap<Element, number>;
  /** Per node: the first index that is no longer inside it. */
  readonly ends: Int32Array;
  /** Per node: the link its content stands in. */
  readonly links: readonly Scope['link'][];
  /** Elements that told something about the page: meta, title, canonical link, JSON-LD. */
  readonly told: ReadonlySet<Element>;
}

/** Elements that have to be read again. */
export interface Changes {
  /** Something in them changed: read again, but for children that did not. */
  readonly dirty: ReadonlySet<Element>;
  /** Came into the page: read again with all they hold. */
  readonly fresh: ReadonlySet<Element>;
}

/** Cuts the page anew, taking what did not change from `before`; undefined when only a full run would be right. */
export function recut(document: Document, url: string, before: Remembered | undefined, changes: Changes): Remembered | undefined {
  const root = rootOf(document);
  const facts = new Recorder(url, (root && attribute(root, 'lang')) ?? '');
  const cutter = new Recutter(document, facts, before, changes);
  if (root) cutter.walk(root, OUTSIDE);
  if (before && !factsStand(before.told, facts.told, changes)) return undefined;
  const pageFacts = before ? before.segmented.page.facts : facts.facts();
  return cutter.remember(pageFacts, before ? before.told : facts.told);
}

function factsStand(before: ReadonlySet<Element>, again: ReadonlySet<Element>, { dirty, fresh }: Changes): boolean {
  for (const element of again) if (!before.has(element)) return false;
  for (const element of before) if (!element.isConnected || dirty.has(element) || fresh.has(element)) return false;
  return true;
}

/** Notes which elements told a fact. */
class Recorder extends FactsReader {
  readonly told = new Set<Element>();

  override read(element: Element, tag: string): void {
    if (tells(element, tag)) this.told.add(element);
    super.read(element, tag);
  }
}

function tells(element: Element, tag: string): boolean {
  if (tag === 'link') return attribute(element, 'rel') === 'canonical';
  if (tag === 'meta') return attribute(element, 'content') !== null;
  return tag === 'title' || attribute(element, 'type')?.includes('ld+json') === true;
}

class Recutter extends Segmenter {
  private readonly links: Scope['link'][] = [];

  constructor(document: Document, facts: FactsReader, private readonly before: Remembered | undefined, private readonly changes: Changes) {
    super(document, facts);
  }

  protected override enter(element: Element, scope: Scope): Scope | null {
    if (this.before && this.isUnchanged(element, scope)) {
      this.copy(this.before, this.before.places.get(element)!, scope);
      return null;
    }
    const count = this.nodes.length;
    const inner = super.enter(element, scope);
    // A node's own record stands first, before those of its shadow root.
    if (this.nodes.length > count) this.links[count] = scope.link;
    return inner;
  }

  private isUnchanged(element: Element, scope: Scope): boolean {
    const { before, changes: { dirty } } = this;
    const place = before!.places.get(element);
    if (place === undefined || scope.node < 0 || dirty.has(element) || INLINE.has(tagOf(element)) || this.isFresh(element)) return false;
    const old = before!.segmented.page.nodes[place]!;
    const parent = this.nodes[scope.node]!;
    // What it takes over from above has to be the same as well; its depth is, since whatever moved is fresh.
    const oldParent = before!.segmented.page.nodes[old.parent]!;
    return oldParent.hidden === parent.hidden && sameLink(before!.links[place]!, scope.link);
  }

  private isFresh(element: Element): boolean {
    const { fresh } = this.changes;
    if (fresh.size === 0) return false;
    for (let at: Node | null = element; at; at = around(at)) if (fresh.has(at as Element)) return true;
    return false;
  }

  /** Takes a node and all below it over, moved to where they stand now. */
  private copy({ segmented: { page, elements, nodeElements }, ends, links }: Remembered, from: number, scope: Scope): void {
    const parent = this.nodes[scope.node]!;
    if (this.blockOf[scope.node]! >= 0) this.blocks[this.blockOf[scope.node]!]!.text += ' ';
    const byNode = this.nodes.length - from;
    const firstBlock = page.nodes[from]!.first;
    const byBlock = this.blocks.length - firstBlock;
    for (let n = from; n < ends[from]!; n++) {
      const node = page.nodes[n]!;
      const top = n === from;
      this.nodes.push({
        ...node,
        parent: top ? scope.node : node.parent + byNode,
        first: node.first + byBlock,
        end: node.end + byBlock,
        position: top ? parent.children++ : node.position,
      });
      this.nodeElements.push(nodeElements[n]!);
      this.links[this.nodes.length - 1] = links[n]!;
      this.blockOf.push(-1);
      this.inline.push({ names: '', hints: '', fields: 0 });
    }
    for (let b = firstBlock; b < page.nodes[from]!.end; b++) {
      const block = page.blocks[b]!;
      const node = block.node + byNode;
      this.blocks.push({ ...block, node });
      this.elements.push(elements[b]!);
      this.inline[node] = { names: block.inlineNames, hints: block.hints, fields: block.fields };
    }
  }

  remember(facts: PageFacts, told: ReadonlySet<Element>): Remembered {
    const { nodes, blocks } = this.finish();
    const ends = new Int32Array(nodes.length);
    for (let n = nodes.length - 1; n >= 0; n--) {
      ends[n] = Math.max(ends[n]!, n + 1);
      const { parent } = nodes[n]!;
      if (parent >= 0) ends[parent] = Math.max(ends[parent]!, ends[n]!);
    }
    return {
      segmented: { page: { facts, nodes, blocks }, elements: this.elements, nodeElements: this.nodeElements },
      places: new Map(this.nodeElements.map((element, index) => [element, index])),
      ends,
      links: this.links,
      told,
    };
  }
}

function sameLink(one: Scope['link'], other: Scope['link']): boolean {
  return one === other || (one !== null && other !== null && one.host === other.host && one.path === other.path);
}

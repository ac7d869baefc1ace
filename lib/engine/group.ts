// Labels in, prompts out: runs of one kind, and the topmost elements that hold them and nothing the reader came for.

import type { Context } from './features/context';
import { kindOf } from './runs';
import type { Kind, MixedElement, PromptGroup } from './types';

/** Elements that are never hidden, whatever they hold. */
const NEVER = new Set(['html', 'body', 'main']);

/** Least group confidence at which a kind is hidden; chosen on cross-validation (docs/model.md). */
const HIDE_FROM: Readonly<Record<Kind, number>> = { fundraising: 0.5, newsletter: 0.5, promo: 0.5 };

/**
 * @param confidence of each block's label
 * @param nodeElements element per node
 */
export function group({ page: { nodes, blocks }, words, body }: Context, labels: Uint8Array, confidence: Float32Array, nodeElements: readonly Element[]): { groups: PromptGroup[]; mixed: MixedElement[] } {
  const kinds = Array.from(labels, kindOf);
  // Kinds of all blocks below each node; undefined where none is, or anything else.
  const kindsAt = nodes.map((node): ReadonlySet<Kind> | undefined => {
    const set = new Set<Kind>();
    for (let i = node.first; i < node.end; i++) {
      const kind = kinds[i];
      if (kind === undefined) return undefined;
      set.add(kind);
    }
    return set.size > 0 ? set : undefined;
  });
  const hidable = (n: number, most: number): boolean => {
    const set = kindsAt[n];
    return set !== undefined && set.size <= most && !NEVER.has(nodes[n]!.tag) && !holdsStoryMedia(n);
  };
  // A figure or video without text of its own, in the body, may be the story's; its wrapper stays.
  const storyMedia = nodes.map((node, n) => node.first === node.end && (node.tag === 'figure' || node.tag === 'video') && insideBody(n));
  const mediaBelow = new Uint8Array(nodes.length);
  for (let n = nodes.length - 1; n >= 0; n--) {
    if (storyMedia[n]) mediaBelow[n] = 1;
    if (mediaBelow[n] === 1 && nodes[n]!.parent >= 0) mediaBelow[nodes[n]!.parent] = 1;
  }
  function insideBody(n: number): boolean {
    let up = n;
    while (up >= 0 && up !== body.node) up = nodes[up]!.parent;
    return up >= 0 && body.node >= 0;
  }
  function holdsStoryMedia(n: number): boolean {
    return mediaBelow[n] === 1;
  }

  const topOf = (block: number, most: number): number => {
    let top = -1;
    for (let n = blocks[block]!.node; n >= 0 && hidable(n, most); n = nodes[n]!.parent) top = n;
    return top;
  };
  const groups: PromptGroup[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i];
    if (kind === undefined || taken.has(i)) continue;
    const members: number[] = [];
    const tops = new Set<number>();
    for (let j = i; j < kinds.length && kinds[j] === kind; j++) {
      members.push(j);
      taken.add(j);
      const top = topOf(j, 1);
      if (top >= 0) tops.add(top);
    }
    const weight = members.reduce((sum, j) => sum + 1 + words[j]!, 0);
    const sure = members.reduce((sum, j) => sum + confidence[j]! * (1 + words[j]!), 0) / weight;
    const elements = [...tops].map((top) => nodeElements[top]!);
    groups.push({ kind, blocks: members, elements, confidence: sure, hide: elements.length > 0 && sure >= HIDE_FROM[kind] });
  }
  const mixedTops = new Set<number>();
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === undefined) continue;
    const top = topOf(i, 3);
    if (top >= 0 && kindsAt[top]!.size > 1) mixedTops.add(top);
  }
  return { groups, mixed: [...mixedTops].map((top) => ({ element: nodeElements[top]!, kinds: [...kindsAt[top]!] })) };
}

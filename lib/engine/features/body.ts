// Paragraphs in, the story's body out: the node that holds most running text close below it, and where that text starts and ends.

import type { NodeRecord, PageRecord } from '../records';

export interface Body {
  /** Node that holds the body, -1 when the page has no running text. */
  readonly node: number;
  /** First and last block of running text of the body, -1 when there is none. */
  readonly first: number;
  readonly last: number;
  /** 1 for blocks of running text in the body. */
  readonly paragraphs: Uint8Array;
  /** Number of body paragraphs below a node. */
  paragraphsIn(node: NodeRecord): number;
}

/** What a paragraph's words count for its parent, the parent's parent and so on. After Readability, which uses 1, 1/2, 1/3. */
const SHARE_BY_LEVEL = [1, 0.5, 0.25, 0.12];
/** Beyond this share of the best node's score an ancestor is preferred: it holds another part of the same story. */
const WIDER = 0.9;

export function findBody({ nodes, blocks }: PageRecord, words: Float32Array, long: Uint8Array): Body {
  const score = new Float32Array(nodes.length);
  for (let i = 0; i < blocks.length; i++) {
    if (long[i] === 0 || nodes[blocks[i]!.node]!.hidden) continue;
    let node = nodes[blocks[i]!.node]!.tag === 'p' || nodes[blocks[i]!.node]!.parent < 0 ? nodes[blocks[i]!.node]!.parent : blocks[i]!.node;
    for (const share of SHARE_BY_LEVEL) {
      if (node < 0) break;
      score[node]! += words[i]! * share;
      node = nodes[node]!.parent;
    }
  }
  let best = -1;
  for (let n = 0; n < nodes.length; n++) if (score[n]! > 0 && (best < 0 || score[n]! > score[best]!)) best = n;
  while (best > 0 && nodes[best]!.parent > 0 && score[nodes[best]!.parent]! > score[best]! * WIDER) best = nodes[best]!.parent;

  const paragraphs = new Uint8Array(blocks.length);
  const before = new Int32Array(blocks.length + 1);
  let first = -1;
  let last = -1;
  for (let i = 0; i < blocks.length; i++) {
    const inside = best >= 0 && i >= nodes[best]!.first && i < nodes[best]!.end && long[i] === 1 && near(nodes, blocks[i]!.node, best);
    if (inside) {
      paragraphs[i] = 1;
      if (first < 0) first = i;
      last = i;
    }
    before[i + 1] = before[i]! + paragraphs[i]!;
  }
  return { node: best, first, last, paragraphs, paragraphsIn: (node) => before[node.end]! - before[node.first]! };
}

/** Deep inside the body stand boxes and teasers; its own paragraphs are at most three levels below it. */
function near(nodes: readonly NodeRecord[], node: number, body: number): boolean {
  return nodes[node]!.depth - nodes[body]!.depth <= SHARE_BY_LEVEL.length - 1;
}

// What class names, ids and roles hint at: of the block, of its parent, of its card and box, and anywhere above.

import { NAME_CONCEPTS } from '../lexicon/concepts';
import type { Context } from './context';
import type { FeatureFamily } from './family';

const LEVELS = ['own', 'parent', 'near', 'card', 'box', 'path'] as const;

export const nameFeatures: FeatureFamily = {
  names: LEVELS.flatMap((level) => NAME_CONCEPTS.map((concept) => `name.${level}.${concept}`)),
  fill(context, i, row, at, again) {
    const masks = masksOf(context, i);
    const before = again ? masksOf(context, i - 1) : undefined;
    for (let level = 0; level < LEVELS.length; level++) {
      const mask = masks[level]!;
      if (before?.[level] === mask) continue;
      const to = at + level * NAME_CONCEPTS.length;
      for (let bit = 0; bit < NAME_CONCEPTS.length; bit++) row[to + bit] = (mask >> bit) & 1;
    }
  },
};

/** What names hint at, a mask per level. */
function masksOf({ page: { nodes, blocks }, ownNames, nodeNames, pathNames, card, box }: Context, i: number): readonly number[] {
  const node = blocks[i]!.node;
  const parent = nodes[node]!.parent;
  const grand = parent >= 0 ? nodes[parent]!.parent : -1;
  const great = grand >= 0 ? nodes[grand]!.parent : -1;
  const near = (grand >= 0 ? nodeNames[grand]! : 0) | (great >= 0 ? nodeNames[great]! : 0);
  return [ownNames[i]!, parent >= 0 ? nodeNames[parent]! : 0, near, nodeNames[card[i]!]!, nodeNames[box[i]!]!, pathNames[node]!];
}

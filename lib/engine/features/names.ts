// What class names, ids and roles hint at: of the block, of its parent, of its card and box, and anywhere above.

import { NAME_CONCEPTS } from '../lexicon/concepts';
import type { FeatureFamily } from './family';

const LEVELS = ['own', 'parent', 'near', 'card', 'box', 'path'] as const;

export const nameFeatures: FeatureFamily = {
  names: LEVELS.flatMap((level) => NAME_CONCEPTS.map((concept) => `name.${level}.${concept}`)),
  fill({ page, ownNames, nodeNames, pathNames, card, box }, i, row, at) {
    const { nodes, blocks } = page;
    const node = blocks[i]!.node;
    const parent = nodes[node]!.parent;
    const grand = parent >= 0 ? nodes[parent]!.parent : -1;
    const great = grand >= 0 ? nodes[grand]!.parent : -1;
    const near = (grand >= 0 ? nodeNames[grand]! : 0) | (great >= 0 ? nodeNames[great]! : 0);
    let to = at;
    for (const mask of [ownNames[i]!, parent >= 0 ? nodeNames[parent]! : 0, near, nodeNames[card[i]!]!, nodeNames[box[i]!]!, pathNames[node]!]) {
      for (let bit = 0; bit < NAME_CONCEPTS.length; bit++) row[to++] = (mask >> bit) & 1;
    }
  },
};

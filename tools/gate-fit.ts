// Pages that are articles and pages that are none in, the gate's trees out: boosted trees on the page's measures.

import type { Context } from '../lib/engine/features/context';
import { unpack } from '../lib/engine/forest';
import { gateMeasures, GATE_MEASURES, PAGE_KINDS } from '../lib/engine/gate-measures';
import { shorten, type PackedForest } from '../lib/engine/shorten';
import { emptyTable, fit } from './fit';
import { assign, probabilities } from './learn';
import { findEdges } from './trees/bins';
import type { TreeOptions } from './trees/train';

export interface GatePage {
  readonly context: Context;
  /** Of the blocks, by trees that have not seen the page. */
  readonly scores: Float32Array;
  readonly publisher: string;
}

/** Pages of one sort, which together weigh `share`. */
export interface GateGroup {
  readonly name: string;
  readonly pages: readonly GatePage[];
  readonly article: boolean;
  readonly share: number;
}

export interface GateFit {
  readonly forest: PackedForest;
  /** Per group, the probabilities by trees that have not seen the publisher; 0 where there is no running text. */
  readonly held: ReadonlyMap<GateGroup, Float32Array>;
}

const OPTIONS: TreeOptions = { classes: PAGE_KINDS.length, rounds: 100, leaves: 6, shrinkage: 0.1, lambda: 1, minHessian: 0.5, minGain: 0.001, columns: 0.5, top: 1, rest: 0, seed: 21 };
const FOLDS = 5;
const WIDTH = GATE_MEASURES.length;

interface Row { readonly x: readonly number[]; readonly group: GateGroup; readonly publisher: string; readonly index: number }

export function fitGate(groups: readonly GateGroup[]): GateFit {
  // Where there is no running text, there is no story: the gate does not ask its trees.
  const rows = groups.flatMap((group) => group.pages.flatMap((page, index): Row[] => (page.context.body.first < 0 ? [] : [{ x: gateMeasures(page.context, page.scores), group, publisher: page.publisher, index }])));
  const held = new Map(groups.map((group) => [group, new Float32Array(group.pages.length)]));
  const foldOf = assign([...new Set(rows.map(({ publisher }) => publisher))].sort(), FOLDS, 8);
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = unpack(shorten(grow(rows.filter(({ publisher }) => foldOf.get(publisher) !== fold)), GATE_MEASURES), WIDTH, PAGE_KINDS);
    for (const { x, group, publisher, index } of rows) if (foldOf.get(publisher) === fold) held.get(group)![index] = probabilities(forest, Float32Array.from(x), WIDTH)[1]!;
  }
  return { forest: grow(rows), held };
}

function grow(rows: readonly Row[]): PackedForest {
  const table = emptyTable(GATE_MEASURES, rows.length);
  const sizes = new Map<GateGroup, number>();
  for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  rows.forEach(({ x, group }, r) => {
    table.matrix.set(x, r * WIDTH);
    table.labels[r] = group.article ? 1 : 0;
    table.weights[r] = rows.length * group.share / sizes.get(group)!;
  });
  return fit({ table, edges: findEdges(table.matrix, rows.length, WIDTH), options: OPTIONS });
}

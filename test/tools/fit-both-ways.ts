// Made-up rows in; printed: the forests grown from them in this thread, and in threads of their own. A program by itself: the test runner has loaders of its own.
import { emptyTable, Fitters, type Table } from '../../tools/fit';
import { generator } from '../../tools/random';
import { findEdges } from '../../tools/trees/bins';
import type { TreeOptions } from '../../tools/trees/train';

const OPTIONS: TreeOptions = { classes: 5, rounds: 2, leaves: 4, shrinkage: 0.1, lambda: 1, minHessian: 1, minGain: 0.01, columns: 1, top: 0.5, rest: 0.2, seed: 3 };

function rows(seed: number): Table {
  const random = generator(seed);
  const table = emptyTable(['a', 'b', 'c'], 400);
  for (let r = 0; r < 400; r++) {
    for (let c = 0; c < 3; c++) table.matrix[r * 3 + c] = random();
    table.labels[r] = Math.floor(table.matrix[r * 3]! * 5);
    table.weights[r] = 1;
  }
  return table;
}

const edges = findEdges(rows(1).matrix, 400, 3);
const bothWays = [];
for (const threads of [0, 2]) {
  const fitters = new Fitters(threads);
  bothWays.push(await Promise.all([1, 2, 3].map((seed) => fitters.fit(() => rows(seed), edges, OPTIONS))));
  await fitters.close();
}
console.log(JSON.stringify(bothWays));

// Rows with labels in, a packed forest out: in this thread, or several side by side in threads of their own. The same rows give the same forest either way.

import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PackedForest } from '../lib/engine/shorten';
import { pack } from './pack';
import { bin } from './trees/bins';
import { trainTrees, type TreeOptions } from './trees/train';

/** Threads of Node 20 do not take loaders from the command line. */
const THREAD = `import('tsx/esm/api').then(({ register }) => { register(); return import('${pathToFileURL(join(import.meta.dirname, 'fit-thread.ts')).href}'); })`;

/** Row-major values with a label and a weight per row; in memory that threads share. */
export interface Table {
  readonly names: readonly string[];
  readonly matrix: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface FitTask {
  readonly table: Table;
  /** Per column, by `findEdges`. */
  readonly edges: readonly Float32Array[];
  readonly options: TreeOptions;
}

export function emptyTable(names: readonly string[], rows: number): Table {
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  return { names, matrix: new Float32Array(shared(rows * names.length * 4)), labels: new Uint8Array(shared(rows)), weights: new Float32Array(shared(rows * 4)) };
}

export function fit({ table: { names, matrix, labels, weights }, edges, options }: FitTask): PackedForest {
  return pack(trainTrees(bin(matrix, labels.length, edges), labels, weights, options), names, edges);
}

/** Fits as many tables at a time as it has threads; none: in this thread. */
export class Fitters {
  private readonly idle: Worker[];
  private readonly all: readonly Worker[];
  private readonly waiting: ((worker: Worker) => void)[] = [];

  constructor(threads: number) {
    this.all = Array.from({ length: threads }, () => new Worker(THREAD, { eval: true }));
    this.idle = [...this.all];
  }

  /** @param table made only when a thread is free for it: tables are large */
  async fit(table: () => Table, edges: readonly Float32Array[], options: TreeOptions): Promise<PackedForest> {
    if (this.all.length === 0) return fit({ table: table(), edges, options });
    const worker = this.idle.pop() ?? (await new Promise<Worker>((resolve) => this.waiting.push(resolve)));
    const task: FitTask = { table: table(), edges, options };
    worker.postMessage(task);
    try {
      const [forest] = (await once(worker, 'message')) as [PackedForest];
      return forest;
    } finally {
      const next = this.waiting.shift();
      if (next) next(worker);
      else this.idle.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }
}

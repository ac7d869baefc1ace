// In: a tab. Out: how many bytes its heap holds after garbage collection, without the code that the browser compiled.

import type { CDPSession } from 'playwright-core';

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] } };
  /** One node after the other, with a number for each field. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

export async function heapSize(devtools: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return sizeOf(JSON.parse(chunks.join('')) as Snapshot);
}

function sizeOf({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const width = meta.node_fields.length;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => meta.node_fields.indexOf(field)) as [number, number, number];
  const [code, native] = ['code', 'native'].map((one) => meta.node_types[0]!.indexOf(one));
  // Compiled code comes and goes as the browser likes; what Blink holds is the page's own layout and styles.
  const isTheirs = (at: number) => nodes[at + type] === code || (nodes[at + type] === native && !strings[nodes[at + name]!]!.startsWith('system /'));
  let sum = 0;
  for (let at = 0; at < nodes.length; at += width) if (!isTheirs(at)) sum += nodes[at + size]!;
  return sum;
}

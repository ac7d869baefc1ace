// In: a tab and something that happens in it. Out: how long the extension's own script kept the processor meanwhile, task by task.

import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, without what other processes took. */
  readonly tdur?: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Times in ms. */
export interface Work {
  /** Of each stretch in which script of the extension ran without a break. */
  readonly stretches: readonly number[];
  readonly total: number;
  /** Of those since the page was complete; the same as `total` where no page was loaded meanwhile. */
  readonly afterLoad: number;
  /** From the first event of the trace to its last. */
  readonly span: number;
}

/** Between the page's word that it is complete and its load event, at the most. */
const COMPLETE_MS = 50;
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.callFunction', 'v8.run']);

export async function traceExtension(devtools: CDPSession, happening: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'v8'] }, transferMode: 'ReportEvents' });
  try {
    await happening();
  } finally {
    const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()));
    await devtools.send('Tracing.end');
    await complete;
    devtools.off('Tracing.dataCollected', collect);
  }
  return workOf(events);
}

function workOf(events: readonly TraceEvent[]): Work {
  const own = events
    .filter(({ name, ph, args }) => ph === 'X' && SCRIPT.has(name) && args?.data?.url?.startsWith('chrome-extension://'))
    .sort((a, b) => a.ts - b.ts);
  const loaded = events.find(({ name }) => name === 'MarkLoad')?.ts ?? -Infinity;
  const stretches: number[] = [];
  let afterLoad = 0;
  let end = -Infinity;
  for (const { ts, dur = 0, tdur = dur } of own) {
    // What runs inside of another call is part of it.
    if (ts < end) continue;
    end = ts + dur;
    stretches.push(tdur / 1000);
    if (ts > loaded - COMPLETE_MS * 1000) afterLoad += tdur / 1000;
  }
  const times = events.filter(({ ts }) => ts > 0).map(({ ts }) => ts);
  const span = times.length === 0 ? 0 : (times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))) / 1000;
  return { stretches, total: stretches.reduce((sum, ms) => sum + ms, 0), afterLoad, span };
}

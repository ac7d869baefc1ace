// Runs in Chromium: a saved page in, how long the engine, its stages, Readability and a bare walk take on it out, in ms.

import { Readability } from '@mozilla/readability';
import { classify } from '../../lib/engine';
import { calibrate } from '../../lib/engine/calibrate';
import { decide } from '../../lib/engine/decide';
import { featureMatrix } from '../../lib/engine/features';
import { buildContext } from '../../lib/engine/features/context';
import { gate } from '../../lib/engine/gate';
import { group } from '../../lib/engine/group';
import { score } from '../../lib/engine/shipped';
import { segment } from '../../lib/engine/segment';
import { finish } from '../../lib/engine/steps';

export interface Timing {
  readonly nodes: number;
  readonly blocks: number;
  readonly engine: number;
  readonly readability: number;
  readonly walk: number;
  readonly stages: Readonly<Record<Stage, number>>;
}

export const STAGES = ['segment', 'context', 'features', 'score', 'decide and group'] as const;
export type Stage = (typeof STAGES)[number];

/** Every figure is the median of so many; taken in turns, so that a busy moment of the machine hits all alike. */
const TURNS = 5;
/** The clock of a page is coarse (0.1 ms): short work is repeated until it has taken this long, in ms. */
const LEAST = 4;

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export function measure(html: string, url: string): Timing {
  const document = parse(html);
  const clones = Array.from({ length: TURNS + 1 }, () => document.cloneNode(true) as Document);
  const { page, nodeElements } = segment(document, url);
  const context = buildContext(page);
  const features = featureMatrix(context);
  const { probabilities } = finish(score(context, features));
  const work = {
    engine: () => classify(document, { url }),
    walk: () => walk(document),
    segment: () => segment(document, url),
    context: () => buildContext(page),
    // What features keep for a page hangs on its context: a fresh one, so that they do not find their work done.
    features: () => featureMatrix({ ...context }),
    score: () => finish(score(context, features)),
    'decide and group': () => {
      gate(context, probabilities);
      const labels = decide(context, probabilities);
      group(context, labels, calibrate(probabilities, labels), nodeElements);
    },
  };
  const times: Record<keyof typeof work | 'readability', number[]> = { engine: [], walk: [], segment: [], context: [], features: [], score: [], 'decide and group': [], readability: [] };
  for (const clone of clones) {
    for (const [name, run] of Object.entries(work)) times[name as keyof typeof work].push(timeOf(run));
    // It takes the page apart, so every run needs one of its own.
    const started = performance.now();
    new Readability(clone, { charThreshold: 200 }).parse();
    times.readability.push(performance.now() - started);
  }
  // The first turn warms up.
  const result = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all.slice(1))])) as Record<keyof typeof times, number>;
  return {
    nodes: walk(document), blocks: page.blocks.length, engine: result.engine, readability: result.readability, walk: result.walk,
    stages: Object.fromEntries(STAGES.map((stage) => [stage, result[stage]])) as Record<Stage, number>,
  };
}

/** Engine time of a page whose body is repeated, per factor, in ms. */
export function grow(html: string, url: string, factors: readonly number[]): number[] {
  return factors.map((factor) => {
    const document = parse(html);
    const parts = [...document.body.childNodes];
    for (let copy = 1; copy < factor; copy++) document.body.append(...parts.map((part) => part.cloneNode(true)));
    return median(Array.from({ length: TURNS + 1 }, () => timeOf(() => classify(document, { url }))).slice(1));
  });
}

/** Visits what the engine visits and reads the least of it. */
function walk(document: Document): number {
  const walker = document.createTreeWalker(document.documentElement, 1 | 4);
  let nodes = 0;
  let read = 0;
  do {
    const { currentNode } = walker;
    read += currentNode.nodeType === 3 ? (currentNode as Text).data.length : currentNode.nodeName.length;
    nodes++;
  } while (walker.nextNode());
  return read > 0 ? nodes : 0;
}

function timeOf(run: () => unknown): number {
  const started = performance.now();
  let runs = 0;
  let taken = 0;
  do {
    run();
    runs++;
    taken = performance.now() - started;
  } while (taken < LEAST);
  return taken / runs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

// Publishers in folds in, the outcome of every corpus page out, each judged by a model that never saw its publisher.

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './judge';

export const FOLDS = 4;
/** Folds trained at the same time, each in a process of its own; more would not find a core on a small machine. */
const PROCESSES = 2;

/** What a fold's process is told with each fold, and what it tells. */
export interface FoldTask {
  readonly fold: number;
  /** Takes only every n-th page, to try the tool itself; 1 takes all. */
  readonly every: number;
}
export type FoldMessage = 'ready' | readonly Outcome[];

export async function crossValidate(every: number, log: (line: string) => void): Promise<Outcome[]> {
  const waiting = Array.from({ length: FOLDS }, (_, fold) => fold);
  const outcomes: Outcome[] = [];
  const processes: ChildProcess[] = [];
  try {
    const running: Promise<void>[] = [];
    for (let p = 0; p < PROCESSES; p++) {
      const process = fork(fileURLToPath(new URL('./fold-process.ts', import.meta.url)), { serialization: 'advanced' });
      processes.push(process);
      // One after the other: the first to read the pages keeps their records for the next.
      await answer(process);
      log(`process ${p + 1} of ${PROCESSES} has read the pages`);
      running.push(work(process));
    }
    await Promise.all(running);
  } finally {
    for (const process of processes) process.kill();
  }
  return outcomes.sort((a, b) => (a.page.id < b.page.id ? -1 : 1));

  async function work(process: ChildProcess): Promise<void> {
    for (let fold = waiting.shift(); fold !== undefined; fold = waiting.shift()) {
      const task: FoldTask = { fold, every };
      process.send(task);
      const message = await answer(process);
      if (message === 'ready') continue;
      outcomes.push(...message);
      log(`fold ${fold + 1} of ${FOLDS}: ${message.length} pages`);
    }
  }
}

/** The process' next message. Rejects when it ends without one; what went wrong it has printed itself. */
function answer(process: ChildProcess): Promise<FoldMessage> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('A process that trains folds has ended early.'));
    process.once('exit', ended);
    process.once('message', (message) => {
      process.off('exit', ended);
      resolve(message as FoldMessage);
    });
  });
}

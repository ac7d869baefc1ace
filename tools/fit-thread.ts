// Runs in a thread of its own: a table in, its forest out.

import { parentPort } from 'node:worker_threads';
import { fit, type FitTask } from './fit';

parentPort!.on('message', (task: FitTask) => parentPort!.postMessage(fit(task)));

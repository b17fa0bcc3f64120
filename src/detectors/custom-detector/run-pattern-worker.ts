/** Runs in a thread of its own that may be ended at any moment: matches a pattern with each of the texts and says when it is through. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PatternRun } from './pattern-problem.ts';

const { source, flags, texts } = workerData as PatternRun;
const pattern = new RegExp(source, `${flags}g`);
for (const text of texts) for (const _ of text.matchAll(pattern));
parentPort?.postMessage('done');

/** Runs in a thread of its own that may be ended at any moment: matches a pattern with each of the texts and says whether all were quick. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PatternRun } from './pattern-problem.ts';

const { source, flags, texts, maxMs } = workerData as PatternRun;
const pattern = new RegExp(source, `${flags}g`);

/** A busy machine may interrupt a run, and the next one: what is slow is slow every time. */
const MAX_RUNS = 5;
const areQuick = texts.every((text) => Array.from({ length: MAX_RUNS }).some(() => runMs(text) < maxMs));
parentPort?.postMessage(areQuick);

function runMs(text: string): number {
  const before = performance.now();
  for (const _ of text.matchAll(pattern));
  return performance.now() - before;
}

/**
 * Runs as a thread beside the child's own, which may hang in native code: ends the process when it outgrows its memory, or when its
 * parent is gone and nobody is left to end it.
 */
import { workerData } from 'node:worker_threads';

const INTERVAL_MS = 100;
const { residentBytes, parent } = workerData as { readonly residentBytes: number; readonly parent: number };

setInterval(() => {
  const orphaned = process.ppid !== parent;
  if (orphaned || process.memoryUsage.rss() > residentBytes) process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);

import { Worker } from 'node:worker_threads';

/** Starts the thread that ends this process when it holds more than `residentBytes` or outlives its parent. */
export function startGuard(residentBytes: number): void {
  const workerData = { residentBytes, parent: process.ppid };
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } };
  new Worker(new URL('./guard-thread.js', import.meta.url), options).unref();
}

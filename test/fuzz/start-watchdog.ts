/** Ends this process when one input takes too long: a loop without end cannot be seen from inside. */
import { Worker } from 'node:worker_threads';

export interface Watchdog {
  /** An input begins; the one before has ended. */
  begin(number: number): void;
  stop(): Promise<void>;
}

/** `repeat`: options of `npm run fuzz` that make the same inputs; it is said, with the input's number, before the process ends. */
export function startWatchdog(repeat: string): Watchdog {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const current = new Int32Array(shared);
  const worker = new Worker(new URL('./watchdog.mjs', import.meta.url), { workerData: { shared, repeat } });
  worker.unref();
  return {
    begin: (number) => Atomics.store(current, 0, number),
    stop: async () => void (await worker.terminate()),
  };
}

/** Ends this process when one input takes too long: a loop without end cannot be seen from inside. */
import { Worker } from 'node:worker_threads';

export interface Watchdog {
  /** An input begins; the one before has ended. */
  begin(number: number): void;
  stop(): Promise<void>;
}

/** What it says before it kills names what is needed to repeat the input. */
export function startWatchdog(seed: number, format: string | undefined): Watchdog {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const current = new Int32Array(shared);
  const workerData = { shared, repeat: `--seed ${seed}${format === undefined ? '' : ` --format ${format}`}` };
  const worker = new Worker(new URL('./watchdog.mjs', import.meta.url), { workerData });
  worker.unref();
  return {
    begin: (number) => Atomics.store(current, 0, number),
    stop: async () => void (await worker.terminate()),
  };
}

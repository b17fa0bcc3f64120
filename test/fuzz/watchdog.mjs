// A thread beside the inputs; see start-watchdog.ts. It writes and kills by itself: the main thread hangs when it is needed.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Far over what any input may take of CPU: machines are busy. */
const MAX_INPUT_MS = 20_000;
const LOOK_EVERY_MS = 500;

const current = new Int32Array(workerData.shared);
let last = Atomics.load(current, 0);
let since = performance.now();

setInterval(() => {
  const now = Atomics.load(current, 0);
  if (now !== last) {
    last = now;
    since = performance.now();
  } else if (performance.now() - since > MAX_INPUT_MS) {
    const repeat = `npm run fuzz -- ${workerData.repeat}`;
    writeSync(2, now < 0 ? `\nHANG  seed file ${-now}\n` : `\nHANG  repeat with: ${repeat} --from ${now} --inputs 1\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}, LOOK_EVERY_MS);

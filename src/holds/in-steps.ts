/** Large content piece by piece, with a turn of the event loop in between: ciphers and hashes run on it. */
import { setImmediate } from 'node:timers/promises';

/** A quarter of a millisecond of AES-256-GCM or SHA-256 on a small machine. */
const STEP_BYTES = 256 * 1024;

export async function* inSteps(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < content.length; offset += STEP_BYTES) {
    if (offset > 0) await setImmediate();
    yield content.subarray(offset, offset + STEP_BYTES);
  }
}

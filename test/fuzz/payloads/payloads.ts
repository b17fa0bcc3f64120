/** What codes say, broken, through the readers of all formats and the search. Taken: a format was known. */
import { numbers, pick } from '../numbers.ts';
import type { FuzzTarget } from '../target.ts';
import { checkPayload } from './check-payload.ts';
import { makePayload, payloadSeeds } from './make-payload.ts';

const MAX_MS = 500;

export const payloads: FuzzTarget = {
  async prepare() {
    const seeds = payloadSeeds();
    return (next, number) => {
      const seed = pick(seeds, next);
      const payload = makePayload(seed, pick(seeds, next), next);
      const own = next(2 ** 32);
      return { format: seed.name, maxMs: MAX_MS, check: () => checkPayload(payload, numbers(own, number)) };
    };
  },
};

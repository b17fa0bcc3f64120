/** Mutated files through the walkers, the metadata detector, the search for hidden pictures and the strippers. Taken: cleaned without a decoder. */
import { type Next, pick } from '../numbers.ts';
import type { FuzzTarget } from '../target.ts';
import { checkFile } from './check-file.ts';
import { mutate } from './mutate.ts';
import { makeSeeds } from './seeds.ts';

/** Every so many inputs one goes the whole way, decoded by sharp. */
const DECODE_EVERY = 100;
const MAX_MS = 1000;

export const files: FuzzTarget = {
  async prepare(format, begin) {
    const all = await makeSeeds(begin);
    const seeds = all.filter(({ mediaType }) => format === undefined || formatOf(mediaType) === format);
    return (next: Next, number: number) => {
      const seed = pick(seeds, next);
      const mutant = mutate(seed, pick(seeds, next), next);
      const isDecoded = number % DECODE_EVERY === 0;
      const check = (): Promise<boolean> => checkFile(mutant, next, isDecoded);
      return { format: formatOf(seed.mediaType), maxMs: isDecoded ? Number.POSITIVE_INFINITY : MAX_MS, check };
    };
  },
};

function formatOf(mediaType: string): string {
  return mediaType.slice('image/'.length);
}

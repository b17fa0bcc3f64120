/** Feeds mutated files to the walkers, the metadata detector and the strippers. The same seed gives the same inputs. */
import { checkInput } from './check-input.ts';
import { type Mutant, mutate } from './mutate.ts';
import { type Next, numbers } from './numbers.ts';
import { makeSeeds, type Seed } from './seeds.ts';
import { startWatchdog } from './start-watchdog.ts';

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  /** Number of the first input; to repeat one, with `inputs: 1`. */
  readonly from?: number | undefined;
  /** Only files of this type, as `jpeg`. */
  readonly format?: string | undefined;
  /** Ends earlier when this time is over. */
  readonly seconds?: number | undefined;
}

interface FuzzFailure {
  readonly number: number;
  readonly format: string;
  /** Name and message of the error; the code under test puts no content into them. */
  readonly error: string;
  readonly stack: string;
}

export interface FuzzResult {
  readonly failures: readonly FuzzFailure[];
  readonly inputs: number;
  /** How many were cleaned without a decoder; the others were refused. */
  readonly cleaned: number;
  readonly seconds: number;
}

/** Every so many inputs one goes the whole way, decoded by sharp. */
const DECODE_EVERY = 100;
const MAX_INPUT_MS = 1000;
const MAX_FAILURES = 20;

export async function runFuzz({ inputs, seed, from = 0, format, seconds = 86_400 }: FuzzOptions): Promise<FuzzResult> {
  const watchdog = startWatchdog(seed, format);
  const all = await makeSeeds(watchdog.begin);
  const seeds = all.filter(({ mediaType }) => format === undefined || formatOf(mediaType) === format);
  if (seeds.length === 0) throw new RangeError('no seed of this format');
  const failures: FuzzFailure[] = [];
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  let [done, cleaned] = [0, 0];
  for (; done < inputs && elapsed() < seconds && failures.length < MAX_FAILURES; done++) {
    const number = from + done;
    watchdog.begin(number);
    const next = numbers(seed, number);
    const picked = pick(seeds, next);
    try {
      if (await runOne(picked, pick(seeds, next), next, number % DECODE_EVERY === 0)) cleaned++;
    } catch (error) {
      failures.push({ number, format: formatOf(picked.mediaType), ...describe(error) });
    }
  }
  await watchdog.stop();
  return { failures, inputs: done, cleaned, seconds: elapsed() };
}

async function runOne(seed: Seed, other: Seed, next: Next, isDecoded: boolean): Promise<boolean> {
  const mutant = mutate(seed, other, next);
  const started = performance.now();
  const isCleaned = await checkInput(mutant, next, isDecoded);
  const isSlow = !isDecoded && performance.now() - started > MAX_INPUT_MS;
  // Machines pause: only what is slow twice is slow.
  if (isSlow && (await isSlowAgain(mutant, next))) throw new Error('slow');
  return isCleaned;
}

async function isSlowAgain(mutant: Mutant, next: Next): Promise<boolean> {
  const started = performance.now();
  await checkInput(mutant, next, false);
  return performance.now() - started > MAX_INPUT_MS;
}

function pick(seeds: readonly Seed[], next: Next): Seed {
  const seed = seeds[next(seeds.length)];
  if (seed === undefined) throw new RangeError('no seeds');
  return seed;
}

function formatOf(mediaType: string): string {
  return mediaType.slice('image/'.length);
}

function describe(error: unknown): Pick<FuzzFailure, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error, stack: '' };
  return { error: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
}

/** Feeds inputs to what parses content of strangers. The same seed gives the same inputs. */
import { files } from './files/files.ts';
import { lines } from './lines/lines.ts';
import { numbers } from './numbers.ts';
import { payloads } from './payloads/payloads.ts';
import { startWatchdog } from './start-watchdog.ts';
import type { FuzzInput, FuzzTarget } from './target.ts';

const TARGETS = { files, payloads, lines } satisfies Readonly<Record<string, FuzzTarget>>;

export interface FuzzOptions {
  readonly target: keyof typeof TARGETS;
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
  /** How many were taken for what they are: files that were cleaned, payloads of a format, lines in which something was found. */
  readonly taken: number;
  readonly seconds: number;
  /** Of CPU, of the input that took longest, of those that have a limit. */
  readonly slowest: { readonly number: number; readonly ms: number };
}

const MAX_FAILURES = 20;

export async function runFuzz({
  target,
  inputs,
  seed,
  from = 0,
  format,
  seconds = 86_400,
}: FuzzOptions): Promise<FuzzResult> {
  const watchdog = startWatchdog(
    `--target ${target} --seed ${seed}${format === undefined ? '' : ` --format ${format}`}`,
  );
  const inputOf = await TARGETS[target].prepare(format, watchdog.begin);
  const failures: FuzzFailure[] = [];
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  let slowest = { number: from, ms: 0 };
  let [done, taken] = [0, 0];
  for (; done < inputs && elapsed() < seconds && failures.length < MAX_FAILURES; done++) {
    const number = from + done;
    watchdog.begin(number);
    const input = inputOf(numbers(seed, number), number);
    try {
      const { isTaken, ms } = await runOne(input);
      if (isTaken) taken++;
      if (ms > slowest.ms && Number.isFinite(input.maxMs)) slowest = { number, ms };
    } catch (error) {
      failures.push({ number, format: input.format, ...describe(error) });
    }
  }
  await watchdog.stop();
  return { failures, inputs: done, taken, seconds: elapsed(), slowest };
}

async function runOne(input: FuzzInput): Promise<{ readonly isTaken: boolean; readonly ms: number }> {
  const first = await timed(input);
  if (first.ms <= input.maxMs) return first;
  // Code that is not compiled yet and collections of garbage take time: only what is slow twice is slow.
  const second = await timed(input);
  if (second.ms > input.maxMs) throw new Error(`slow, ${second.ms.toFixed(0)} ms`);
  return second;
}

async function timed(input: FuzzInput): Promise<{ readonly isTaken: boolean; readonly ms: number }> {
  const before = process.cpuUsage();
  const isTaken = await input.check();
  const { user, system } = process.cpuUsage(before);
  return { isTaken, ms: (user + system) / 1000 };
}

function describe(error: unknown): Pick<FuzzFailure, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error, stack: '' };
  return { error: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
}

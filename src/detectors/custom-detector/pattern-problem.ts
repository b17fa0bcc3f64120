/**
 * Whether a host's pattern takes linear time on any text. Two checks, both at construction:
 *
 * scslre (https://github.com/RunDevelopment/scslre, MIT) proves over the pattern's automaton that no unbounded repetition is read twice: not
 * with itself, not with its neighbour, not again from each start of the search. What it cannot see are bounded repetitions that multiply, as
 * `(a{0,20}){0,20}b`; so the pattern is also run, in a thread that is ended at a deadline, on texts made to make it slow.
 */
import { Worker } from 'node:worker_threads';
import { analyse } from 'scslre';
import { matchesNothing } from './matches-nothing.ts';
import { longestRepetition, parsedPattern, slowTexts } from './slow-texts.ts';

const WORKER = new URL('../../../dist/detectors/custom-detector/run-pattern-worker.js', import.meta.url);
/** For all slow texts together; ordinary patterns take some 10 ms (measured). */
const DEADLINE_MS = 2000;
/** For one of them, which is 100,000 units: ten times as long for the longest text that is looked at by default. */
const MAX_MS_OF_ONE = 200;
/** What is read again from each start of the search: `[a-z]{1,1000}!` takes 1 s for 1 MB (measured). */
const MAX_REPETITION = 1000;
/** Takes some 3 s to check (measured); ten times as long and the engine itself refuses it. */
const MAX_SOURCE_UNITS = 50_000;

export interface PatternRun {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
  readonly maxMs: number;
}

/** What was expected of the pattern, in words; undefined where it can be used. */
export async function patternProblem({ source, flags }: RegExp): Promise<string | undefined> {
  if (source.length > MAX_SOURCE_UNITS) return `expected a pattern not longer than ${MAX_SOURCE_UNITS}`;
  try {
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    if (pattern.test('')) return 'expected a pattern that does not match the empty text';
    if (matchesNothing(parsedPattern(pattern))) return 'expected a pattern that takes at least one character';
    const { reports } = analyse(
      { source: pattern.source, flags: pattern.flags },
      { reportTypes: { Move: true, Self: true, Trade: true }, assumeRejectingSuffix: false },
    );
    if (reports.length > 0)
      return 'expected a pattern in linear time: an upper bound for each repetition, as `{1,40}`, or a guard before it';
    if (longestRepetition(pattern) > MAX_REPETITION) return `expected no upper bound over ${MAX_REPETITION}`;
    const texts = slowTexts(pattern);
    const isFast = await runsInTime({ source: pattern.source, flags: pattern.flags, texts, maxMs: MAX_MS_OF_ONE });
    return isFast
      ? undefined
      : 'expected a pattern in linear time: fewer ways to repeat the same text, or lower upper bounds';
  } catch {
    return 'expected a pattern that can be analysed and timed';
  }
}

async function runsInTime(run: PatternRun): Promise<boolean> {
  const worker = new Worker(WORKER, { workerData: run, env: {}, execArgv: [], name: 'bystander-pattern' });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const timer = setTimeout(() => resolve(false), DEADLINE_MS);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve(false);
      });
    });
  } finally {
    await worker.terminate();
  }
}

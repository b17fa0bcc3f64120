/** The scanner: walks one input through detectors and redactors, once. Knows no HTTP. */
import { randomBytes } from 'node:crypto';
import type { ScannerOptions } from '../core/options.ts';
import { parseAccount, parseScannerOptions } from '../core/options-schema.ts';
import type { AccountIdentity } from '../core/types.ts';
import { ConfigError } from '../errors.ts';
import { checkCustomDetectors } from './check-custom-detectors.ts';
import { cleanInput } from './clean/clean-input.ts';
import { renderPreviewOf } from './clean/render-preview-of.ts';
import { describeTextDetectors } from './describe.ts';
import type { Job, StepValues } from './jobs.ts';
import { lookAt, type Rooms } from './look/look-at.ts';
import { reportOf } from './look/report-of.ts';
import { createPlan, type EngineSettings } from './plan.ts';
import { createPool, type Pool } from './pool/pool.ts';
import { abortedError, closedError } from './pool/turns.ts';
import { createSpool, sweepSpools } from './spool.ts';
import type { DetectorDescription, Engine, InspectCall, Inspection, ScanInput, Scanner, Turn } from './types.ts';

export interface EngineDefaults {
  /** The scanner's own `account`, unless a call brings one. */
  readonly account?: AccountIdentity | undefined;
  /** Key of the `pseudonym` mask; a random one by default, so that pseudonyms are the same within one engine only. */
  readonly pseudonymKey?: Uint8Array | undefined;
}

/**
 * A scanner of its own: without Express, without storage. Resolves when a child has loaded all that the options turn on; throws
 * `ConfigError` (`CONFIG_INVALID`, `CONFIG_MODEL_MISSING`, `CONFIG_RUNTIME_MISSING`). `close` ends its children.
 */
export async function createScanner(options?: ScannerOptions): Promise<Scanner> {
  const { account, ...settings } = parseScannerOptions(options);
  const { scan, clean, close } = await createEngine(settings, { account });
  return { scan, clean, close };
}

/** The same with what the rooms above need; `settings` are parsed options. */
export async function createEngine(settings: EngineSettings, defaults: EngineDefaults = {}): Promise<Engine> {
  await checkCustomDetectors(settings.customDetectors);
  const plan = createPlan(settings);
  const inProcess = describeTextDetectors(plan);
  const pool: Pool<Job, StepValues> = createPool({
    child: new URL('../../dist/scanner/child/main.js', import.meta.url),
    config: plan.child,
    queue: plan.limits.queue,
    deadlineMs: plan.limits.deadlineMs,
  });
  const rooms: Rooms = { plan, pool, spool: createSpool() };
  const pseudonymKey = defaults.pseudonymKey ?? randomBytes(32);
  let closed = false;
  const [inChildren] = await Promise.all([startOf(pool), sweepSpools()]);
  const described: readonly DetectorDescription[] = [...inProcess, ...inChildren];

  async function inspect(input: ScanInput, call: InspectCall = {}): Promise<Inspection> {
    if (closed) throw closedError();
    if (call.signal?.aborted) throw abortedError();
    const look = await lookAt(input, inTurn(call.turn), {
      ...call,
      account: parseAccount(call.account ?? defaults.account),
    });
    return { report: reportOf(look, plan), ...(look.refusal !== undefined && { refusal: look.refusal }) };
  }

  /** Once an upload had its turn, the rest of it goes before what waits. */
  function inTurn(turn: Turn = { taken: false }): Rooms {
    const run: Rooms['pool']['run'] = async (...task) => {
      const outcomes = await (turn.taken ? pool.runAhead(...task) : pool.run(...task));
      turn.taken = true;
      return outcomes;
    };
    return { ...rooms, pool: { run } };
  }

  return {
    inspect,
    scan: async (input, call) => (await inspect(input, call)).report,
    async clean(input, call = {}) {
      if (closed) throw closedError();
      // With places given the input was scanned before: what was begun is finished before anything else begins.
      const turn = inTurn({ taken: call.places !== undefined });
      return cleanInput(
        input,
        { ...call, account: parseAccount(call.account ?? defaults.account) },
        { ...turn, pseudonymKey },
      );
    },
    async preview(input, call) {
      if (closed) throw closedError();
      return renderPreviewOf(input, call, rooms);
    },
    describe: () => described,
    async close() {
      closed = true;
      await pool.close();
      await rooms.spool.close();
    },
  };
}

async function startOf(pool: Pool<Job, StepValues>): Promise<readonly DetectorDescription[]> {
  try {
    return (await pool.start()) as readonly DetectorDescription[];
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const problem = { path: 'engines', expected: 'a child process that starts' };
    throw new ConfigError([problem], 'CONFIG_RUNTIME_MISSING');
  }
}

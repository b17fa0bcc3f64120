/**
 * A warm pool of child processes for everything that parses untrusted bytes. A child that hangs, grows or crashes is killed and replaced;
 * what it had not answered is tried once more in a fresh child, and is a failure after that.
 */
import { availableParallelism } from 'node:os';
import type { StepFailure, StepOutcome, StepOutcomes } from '../protocol.ts';
import { type Attempt, type AttemptEnd, attemptTask, type StepMessage } from './attempt.ts';
import { type Child, startChild } from './child.ts';
import { abortedError, closedError, createTurns } from './turns.ts';

const MAX_CHILDREN = 4;
const MEBIBYTE = 2 ** 20;
/** Resident memory of one child over which it is ended; no file of the hostile corpus needs it (measured on 21,947). */
const MAX_RESIDENT_BYTES = 1024 * MEBIBYTE;
/** Native libraries fragment their heaps: a child is replaced after so many tasks. */
const TASKS_PER_CHILD = 500;
/**
 * The share of its memory that a child may still hold when it is done: with more, the next picture could end it for the sake of the last
 * one. With models loaded, 100 pictures in a row leave a child at under half of it.
 */
const MAX_HELD_SHARE = 3 / 4;
/** What part of the deadline each attempt gets: slow work must fit into the first, the second is for what died in it. */
const ATTEMPT_SHARES = [2 / 3, 1 / 3];

type Outcome = StepOutcome<unknown>;

export interface PoolOptions {
  /** The module that the children run. */
  readonly child: URL;
  /** Sent to every child at its start. */
  readonly config: unknown;
  /** Tasks that may wait; one more throws `BUSY`. */
  readonly queue: number;
  /** For one task, both attempts together, not counting its wait in the line. */
  readonly deadlineMs: number;
  readonly size?: number;
  readonly residentBytes?: number;
  readonly tasksPerChild?: number;
}

/** Does the steps of one task in one child. Throws `BUSY`, `ABORTED`, `CLOSED`; everything else is an outcome. */
export type Run<Job, Values> = <Step extends keyof Values & string>(
  job: Job,
  steps: readonly Step[],
  signal?: AbortSignal,
) => Promise<StepOutcomes<Pick<Values, Step>>>;

export interface Pool<Job, Values> {
  /** Starts the first child and has it load what the configuration turns on. Gives what it says of itself; throws `ConfigError`. */
  start(): Promise<unknown>;
  readonly run: Run<Job, Values>;
  /** The same for the second part of something that had its turn: it goes before all that waits, and is never `BUSY`. */
  readonly runAhead: Run<Job, Values>;
  /** Process ids of the children, for tests and figures. */
  pids(): readonly number[];
  close(): Promise<void>;
}

export function createPool<Job, Values>(options: PoolOptions): Pool<Job, Values> {
  const size = options.size ?? Math.max(1, Math.min(availableParallelism(), MAX_CHILDREN));
  const tasksPerChild = options.tasksPerChild ?? TASKS_PER_CHILD;
  const childOptions = {
    url: options.child,
    config: options.config,
    residentBytes: options.residentBytes ?? MAX_RESIDENT_BYTES,
  };
  const turns = createTurns({ size, queue: options.queue });
  const children = new Set<Child>();
  const idle: Child[] = [];
  let lastId = 0;
  let closed = false;

  function begin({ prove } = { prove: false }): Child {
    const child = startChild(childOptions, { prove });
    children.add(child);
    return child;
  }

  async function retire(child: Child): Promise<void> {
    await child.kill();
    children.delete(child);
  }

  function take(): Child {
    for (let child = idle.shift(); child !== undefined; child = idle.shift()) {
      if (child.alive) return child;
      children.delete(child);
    }
    return begin();
  }

  /** Back to the idle ones; one that is dead, worn or suspect is replaced at once, so that the pool stays warm. */
  function giveBack(child: Child, { suspect }: { readonly suspect: boolean }): void {
    if (closed) return;
    const isWorn = child.tasks >= tasksPerChild || child.heldBytes > childOptions.residentBytes * MAX_HELD_SHARE;
    if (child.alive && !suspect && !isWorn) return void idle.push(child);
    void retire(child);
    idle.unshift(begin());
  }

  async function attempt(task: Omit<Attempt, 'id' | 'onStep'>, outcomes: Map<string, Outcome>): Promise<AttemptEnd> {
    const child = take();
    const onStep = (message: StepMessage) => outcomes.set(message.step, outcomeOf(message));
    const end = await attemptTask(child, { ...task, id: ++lastId, onStep });
    giveBack(child, { suspect: task.steps.some((step) => wantsAgain(outcomes.get(step))) });
    return end;
  }

  async function runInTurn(job: unknown, steps: readonly string[], signal: AbortSignal | undefined) {
    const outcomes = new Map<string, Outcome>();
    let missing = steps;
    let end: AttemptEnd = 'done';
    for (const share of ATTEMPT_SHARES) {
      if (missing.length === 0) break;
      if (closed) throw closedError();
      const deadlineMs = options.deadlineMs * share;
      end = await attempt({ job, steps: missing, deadlineMs, signal }, outcomes);
      if (closed) throw closedError();
      if (end === 'aborted') throw abortedError();
      missing = stillMissing(missing, outcomes, end);
    }
    const failure: StepFailure = { reason: end === 'timeout' ? 'timeout' : 'failed' };
    for (const step of missing) if (!outcomes.has(step)) outcomes.set(step, { ok: false, failure });
    return Object.fromEntries(outcomes);
  }

  function runWith({ ahead }: { readonly ahead: boolean }): Run<Job, Values> {
    return async (job, steps, signal) => {
      await turns.enter({ signal, ahead });
      try {
        return (await runInTurn(job, steps, signal)) as StepOutcomes<Pick<Values, (typeof steps)[number]>>;
      } finally {
        turns.leave();
      }
    };
  }

  return {
    async start() {
      const child = begin({ prove: true });
      child.hold();
      try {
        const description = await child.ready;
        child.release();
        idle.push(child);
        return description;
      } catch (error) {
        await retire(child);
        throw error;
      }
    },

    run: runWith({ ahead: false }),
    runAhead: runWith({ ahead: true }),

    pids: () => [...children].flatMap(({ alive, pid }) => (alive && pid !== undefined ? [pid] : [])),

    async close() {
      closed = true;
      turns.close();
      idle.length = 0;
      await Promise.all([...children].map(retire));
    },
  };
}

function outcomeOf(message: StepMessage): Outcome {
  if (message.kind === 'step-failed') return { ok: false, failure: message.failure };
  return { ok: true, value: message.value, ...(message.cutShort && { cutShort: true }) };
}

function wantsAgain(outcome: Outcome | undefined): boolean {
  return outcome?.ok === false && outcome.failure.again === true;
}

/** What a fresh child is asked for: steps that failed for no reason of the input's, and after a death all that was not answered. */
function stillMissing(steps: readonly string[], outcomes: ReadonlyMap<string, Outcome>, end: AttemptEnd): string[] {
  const again = steps.filter((step) => wantsAgain(outcomes.get(step)));
  if (end === 'done') return again;
  const [suspect, ...others] = steps.filter((step) => !outcomes.has(step));
  // Steps run in order, so the first without an answer is the one it died in; last, it cannot take the others with it again.
  return suspect === undefined ? again : [...again, ...others, suspect];
}

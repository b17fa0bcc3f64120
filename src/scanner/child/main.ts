/** Runs in a child of the pool: one task at a time, answered step by step. Prints nothing, knows no key and no store. */
import { constants, setPriority } from 'node:os';
import type { ChildConfig, Job } from '../jobs.ts';
import type { FromChild, ToChild } from '../protocol.ts';
import { createEngines, type Engines } from './engines.ts';
import { failureOf, startProblemOf } from './failure-of.ts';
import { startGuard } from './guard.ts';
import { type Step, type Steps, type Work, workOf } from './steps.ts';

let engines: Engines | undefined;
let cancelled: number | undefined;

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToChild) => {
  if (message.kind === 'configure') void configure(message);
  else if (message.kind === 'cancel') cancelled = message.id;
  else void doTask(message);
});

async function configure(message: Extract<ToChild, { kind: 'configure' }>): Promise<void> {
  startGuard(message.residentBytes);
  stepBehindTheHost();
  try {
    engines = createEngines(message.config as ChildConfig);
    const description = message.prove ? await engines.prove() : undefined;
    send({ kind: 'ready', description });
  } catch (error) {
    send({ kind: 'unable', problem: startProblemOf(error) });
  }
}

/** On a busy machine the host's event loop comes first. Where a system does not allow that, children are only less polite. */
function stepBehindTheHost(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}

async function doTask({ id, job, steps: wanted, deadlineMs }: Extract<ToChild, { kind: 'task' }>): Promise<void> {
  if (engines !== undefined) {
    const { steps, wasCutShort, end } = workOf(job as Job, engines, deadlineMs);
    for (const name of wanted) {
      // Messages are read between steps, so this is where a cancelled task ends.
      if (cancelled === id) break;
      const step = steps[name as keyof Steps] as Step | undefined;
      if (step !== undefined && !(await answer(id, name, step, wasCutShort))) break;
    }
    // An input that could not be opened has been answered already.
    await end?.().catch(() => undefined);
  }
  send({ kind: 'done', id, residentBytes: process.memoryUsage.rss() });
}

/** Whether the steps after it can be done. */
async function answer(id: number, name: string, step: Step, wasCutShort: Work['wasCutShort']): Promise<boolean> {
  try {
    const value = await step.run();
    send({ kind: 'step', id, step: name, value, cutShort: wasCutShort?.() ?? false });
    return step.isLast?.(value) !== true;
  } catch (error) {
    send({ kind: 'step-failed', id, step: name, failure: failureOf(error, { again: step.again === true }) });
    return step.othersNeedIt !== true;
  }
}

function send(message: FromChild): void {
  process.send?.(message);
}

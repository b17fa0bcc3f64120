/** One try of one task in one child: its steps are answered, or the child is dead. */
import type { FromChild } from '../protocol.ts';
import type { Child } from './child.ts';

/** How long an aborted task may take to reach the end of its step before its child is killed; a normal step is shorter. */
const ABORT_GRACE_MS = 500;

export type AttemptEnd = 'done' | 'died' | 'timeout' | 'aborted';
export type StepMessage = Extract<FromChild, { kind: 'step' | 'step-failed' }>;

export interface Attempt {
  readonly id: number;
  readonly job: unknown;
  readonly steps: readonly string[];
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  onStep(message: StepMessage): void;
}

/** Never rejects. After anything but `done` the child may be dead: ask `alive`. */
export async function attemptTask(child: Child, attempt: Attempt): Promise<AttemptEnd> {
  child.hold();
  try {
    const started = await child.ready.then(
      () => true,
      () => false,
    );
    if (attempt.signal?.aborted) return 'aborted';
    if (!started) return 'died';
    child.tasks++;
    return await runInChild(child, attempt);
  } finally {
    child.ignore();
    child.release();
  }
}

function runInChild(child: Child, { id, job, steps, deadlineMs, signal, onStep }: Attempt): Promise<AttemptEnd> {
  return new Promise((resolve) => {
    let end: AttemptEnd = 'died';
    const deadline = setTimeout(() => {
      end = 'timeout';
      void child.kill();
    }, deadlineMs);
    let grace: NodeJS.Timeout | undefined;
    const onAbort = () => {
      end = 'aborted';
      child.post({ kind: 'cancel', id });
      grace = setTimeout(() => void child.kill(), ABORT_GRACE_MS);
    };
    const finish = (how: AttemptEnd) => {
      clearTimeout(deadline);
      clearTimeout(grace);
      signal?.removeEventListener('abort', onAbort);
      resolve(how);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    child.listen({
      message(message) {
        if (message.kind === 'done' && message.id === id) {
          child.heldBytes = message.residentBytes;
          finish(end === 'aborted' ? end : 'done');
        } else if ((message.kind === 'step' || message.kind === 'step-failed') && message.id === id) onStep(message);
      },
      exit: () => finish(end),
    });
    child.post({ kind: 'task', id, job, steps, deadlineMs });
  });
}

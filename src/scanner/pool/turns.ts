/** Who may run now: a fixed number at once, behind them those who finish what was begun, then a bounded line, first come first served. */
import { BystanderError } from '../../errors.ts';

export interface Turns {
  /** Resolves when it is the caller's turn; `leave` must follow. Throws `BUSY` (never when `ahead`), `ABORTED`, `CLOSED`. */
  enter(call?: TurnCall): Promise<void>;
  leave(): void;
  /** Everybody who waits gets `CLOSED`. */
  close(): void;
}

interface TurnCall {
  readonly signal?: AbortSignal | undefined;
  /** The second part of something that had its turn: it goes before everything that was not begun, and is not refused. */
  readonly ahead?: boolean | undefined;
}

interface Waiting {
  admit(): void;
  refuse(error: BystanderError): void;
}

const MAX_RETRY_AFTER_SECONDS = 60;
/** Weight of the newest turn in the running mean that `Retry-After` is guessed from. */
const NEWEST = 0.1;

export function createTurns({ size, queue }: { readonly size: number; readonly queue: number }): Turns {
  const begun: Waiting[] = [];
  const line: Waiting[] = [];
  const startedAt: number[] = [];
  let running = 0;
  let closed = false;
  let meanMs = 500;

  function begin(): void {
    running++;
    startedAt.push(performance.now());
  }

  function busy(): BystanderError {
    const seconds = Math.ceil((line.length * meanMs) / size / 1000);
    const retryAfterSeconds = Math.min(Math.max(seconds, 1), MAX_RETRY_AFTER_SECONDS);
    return new BystanderError('BUSY', `${line.length} inputs are waiting`, { retryAfterSeconds });
  }

  return {
    async enter({ signal, ahead = false } = {}) {
      if (closed) throw closedError();
      if (signal?.aborted) throw abortedError();
      if (running < size) return begin();
      if (!ahead && line.length >= queue) throw busy();
      await waitInLine(ahead ? begun : line, signal);
    },

    leave() {
      running--;
      // The oldest start is taken for the one that ends: right in the mean, which is all that is asked of it.
      const ms = performance.now() - (startedAt.shift() ?? performance.now());
      meanMs += NEWEST * (ms - meanMs);
      const next = begun.shift() ?? line.shift();
      if (next === undefined) return;
      // Begun here and not by the one who waits, whom another could overtake before it runs.
      begin();
      next.admit();
    },

    close() {
      closed = true;
      for (const waiting of [...begun.splice(0), ...line.splice(0)]) waiting.refuse(closedError());
    },
  };
}

function waitInLine(line: Waiting[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      line.splice(line.indexOf(waiting), 1);
      reject(abortedError());
    };
    const settle = () => signal?.removeEventListener('abort', onAbort);
    const waiting: Waiting = {
      admit() {
        settle();
        resolve();
      },
      refuse(error) {
        settle();
        reject(error);
      },
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    line.push(waiting);
  });
}

export function closedError(): BystanderError {
  return new BystanderError('CLOSED', 'the scanner is closed');
}

export function abortedError(): BystanderError {
  return new BystanderError('ABORTED', 'the call was aborted');
}

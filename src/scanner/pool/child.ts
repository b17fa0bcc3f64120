/** One child process: forked without the host's environment, silent, killed with SIGKILL because nothing milder ends a native loop. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../errors.ts';
import type { FromChild, ToChild } from '../protocol.ts';

/** Where temporary files go and, on Windows, where the system is; no key, no token, no PATH. */
const ENV_ALLOWED = ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
/**
 * glibc keeps what each thread has let go in an arena of the thread's own; decoders and models have many threads. Two arenas: 20 pages of A4 at
 * 300 dpi hold 596 MiB instead of 657, in the same CPU time. Other systems do not know the name.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };
/** Mebibytes of JavaScript heap; pixels and models live outside it and are bounded by the guard thread. */
const HEAP_MEBIBYTES = 384;
const START_DEADLINE_MS = 60_000;

export interface ChildOptions {
  readonly url: URL;
  readonly config: unknown;
  /** Resident memory over which the child ends itself. */
  readonly residentBytes: number;
}

export interface Child {
  readonly pid: number | undefined;
  /** What the child says of itself once it is configured. Rejects with a `ConfigError`, or an `Error` when it died or hung. */
  readonly ready: Promise<unknown>;
  readonly alive: boolean;
  /** Tasks given to it so far. */
  tasks: number;
  /** The memory that it held at the end of its last task. */
  heldBytes: number;
  post(message: ToChild): void;
  /** One listener at a time; `exit` is called once, also when the child is dead already. */
  listen(listener: ChildListener): void;
  ignore(): void;
  /** While held, the child keeps the host's process alive; an idle one must not. */
  hold(): void;
  release(): void;
  /** Resolves when the process is gone. */
  kill(): Promise<void>;
}

interface ChildListener {
  message(message: FromChild): void;
  exit(): void;
}

/** Starts a child; `prove` makes it load at once what its configuration turns on, otherwise it loads on first use. */
export function startChild(
  { url, config, residentBytes }: ChildOptions,
  { prove }: { readonly prove: boolean },
): Child {
  const forked = fork(fileURLToPath(url), {
    serialization: 'advanced',
    env: { ...allowedEnvironment(), ...FEW_ARENAS },
    execArgv: [`--max-old-space-size=${HEAP_MEBIBYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let listener: ChildListener | undefined;
  let alive = true;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      if (!alive) return;
      alive = false;
      listener?.exit();
      resolve();
    };
    forked.once('exit', end);
    // Raised when it could not be started, and when a message could not be sent because it just died: 'exit' follows only in the second case.
    forked.on('error', () => forked.pid === undefined && end());
  });
  const child: Child = {
    pid: forked.pid,
    get alive() {
      return alive;
    },
    tasks: 0,
    heldBytes: 0,
    ready: awaitReady(forked, gone),
    post: (message) => void (forked.connected && forked.send(message)),
    listen(next) {
      listener = next;
      if (!alive) next.exit();
    },
    ignore() {
      listener = undefined;
    },
    hold() {
      forked.ref();
      forked.channel?.ref();
    },
    release() {
      forked.unref();
      forked.channel?.unref();
    },
    async kill() {
      if (!alive) return;
      child.hold();
      forked.kill('SIGKILL');
      await gone;
    },
  };
  forked.on('message', (message) => listener?.message(message as FromChild));
  child.release();
  child.post({ kind: 'configure', config, residentBytes, prove });
  return child;
}

function awaitReady(forked: ChildProcess, gone: Promise<void>): Promise<unknown> {
  const ready = new Promise<unknown>((resolve, reject) => {
    const deadline = setTimeout(() => {
      forked.kill('SIGKILL');
      reject(new Error('a child of the scanner did not start in time'));
    }, START_DEADLINE_MS).unref();
    const onMessage = (raw: unknown) => {
      const message = raw as FromChild;
      if (message.kind === 'ready') resolve(message.description);
      else if (message.kind === 'unable') reject(new ConfigError(message.problem.problems, message.problem.code));
      else return;
      clearTimeout(deadline);
      forked.off('message', onMessage);
    };
    forked.on('message', onMessage);
    void gone.then(() => {
      clearTimeout(deadline);
      reject(new Error('a child of the scanner ended at its start'));
    });
  });
  // Whoever needs the child awaits `ready`; a spare that nobody waits for must not raise an unhandled rejection.
  ready.catch(() => undefined);
  return ready;
}

function allowedEnvironment(): Record<string, string> {
  const entries = ENV_ALLOWED.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * The SQLite engine of `HoldStore`: an asynchronous face of the worker that owns the file. The event loop never waits
 * for the disk.
 */
import { Worker } from 'node:worker_threads';
import { BystanderError } from '../errors.ts';
import type { HoldStore } from '../holds/store.ts';
import type { Reply } from './sqlite-batch.ts';
import type { OperationName, Request } from './sqlite-operations.ts';
import type { FromWorker } from './sqlite-worker.ts';

const WORKER = new URL('../../dist/storage/sqlite-worker.js', import.meta.url);

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Opens or makes the file. Throws `STORE_FAILED`. The worker keeps the process alive only while a call is under way.
 */
export async function openSqlite(path: string): Promise<HoldStore> {
  // The worker needs no environment, so it gets none: keys may stand there. Nor the host's loaders and flags.
  const worker = new Worker(WORKER, { workerData: { path }, env: {}, execArgv: [], name: 'bystander-sqlite' });
  const calls = createCalls(worker);
  await calls.opened;
  const call = <Name extends OperationName>(name: Name, ...args: Parameters<HoldStore[Name]>) =>
    calls.ask(name, args) as ReturnType<HoldStore[Name]>;
  return {
    insertHold: (...args) => call('insertHold', ...args),
    findHold: (...args) => call('findHold', ...args),
    listHolds: (...args) => call('listHolds', ...args),
    dueHolds: (...args) => call('dueHolds', ...args),
    leasedHolds: (...args) => call('leasedHolds', ...args),
    commit: (...args) => call('commit', ...args),
    deleteHold: (...args) => call('deleteHold', ...args),
    addServed: (...args) => call('addServed', ...args),
    listServed: (...args) => call('listServed', ...args),
    listAnswers: (...args) => call('listAnswers', ...args),
    deleteAnswers: (...args) => call('deleteAnswers', ...args),
    findRecord: (...args) => call('findRecord', ...args),
    listRecords: (...args) => call('listRecords', ...args),
    eraseRecord: (...args) => call('eraseRecord', ...args),
    listLeaves: (...args) => call('listLeaves', ...args),
    close: () => calls.close(),
  };
}

interface Calls {
  readonly opened: Promise<unknown>;
  ask(name: OperationName, args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

function createCalls(worker: Worker): Calls {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: BystanderError | undefined;

  const wait = (send: (call: number) => void): Promise<unknown> => {
    if (ended !== undefined) return Promise.reject(ended);
    last += 1;
    const call = last;
    worker.ref();
    return new Promise((resolve, reject) => {
      waiting.set(call, { resolve, reject });
      send(call);
    });
  };
  const settle = (call: number, act: (of: Waiting) => void): void => {
    const of = waiting.get(call);
    waiting.delete(call);
    if (waiting.size === 0) worker.unref();
    if (of !== undefined) act(of);
  };
  const end = (error: BystanderError): void => {
    ended ??= error;
    for (const call of [...waiting.keys()]) settle(call, ({ reject }) => reject(error));
  };

  // Opening and closing wait like calls do; opening is the first, closing the last.
  const opened = wait(() => undefined);
  const OPENING = last;
  worker.on('message', (message: FromWorker) => {
    if (message === 'closed') end(new BystanderError('CLOSED', 'the store is closed'));
    else if ('opened' in message) settle(OPENING, ({ resolve }) => resolve(undefined));
    else if ('failed' in message) end(storeFailed(message.failed));
    else for (const reply of message) settle(reply.call, (of) => answer(of, reply));
  });
  worker.on('error', (cause) => end(new BystanderError('STORE_FAILED', 'the worker of the store died', { cause })));
  worker.on('exit', () => end(new BystanderError('STORE_FAILED', 'the worker of the store ended')));

  return {
    opened,
    ask: (name, args) => wait((call) => worker.postMessage({ call, name, args } as Request)),
    async close() {
      const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      if (ended !== undefined) return;
      worker.ref();
      worker.postMessage('close');
      await exited;
    },
  };
}

function answer({ resolve, reject }: Waiting, reply: Reply): void {
  if ('failed' in reply) reject(storeFailed(reply.failed));
  else resolve(reply.value);
}

function storeFailed(code: string): BystanderError {
  return new BystanderError('STORE_FAILED', `the store refused (${code})`);
}

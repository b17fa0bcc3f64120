/**
 * The worker thread that owns the SQLite file. Replies only after the commit, and after the log was cut where something
 * was destroyed.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { codeOf, type Reply, runBatch } from './sqlite-batch.ts';
import { type Connection, openConnection } from './sqlite-connection.ts';
import { destroys, type Request } from './sqlite-operations.ts';

export type ToWorker = Request | 'close';
export type FromWorker = { readonly opened: true } | { readonly failed: string } | readonly Reply[] | 'closed';

if (parentPort !== null) serve(parentPort, (workerData as { readonly path: string }).path);

function serve(port: NonNullable<typeof parentPort>, path: string): void {
  const say = (message: FromWorker): void => port.postMessage(message);
  let db: Connection;
  try {
    db = openConnection(path);
  } catch (error) {
    say({ failed: codeOf(error) });
    port.close();
    return;
  }
  say({ opened: true });

  let isLogDirty = false;
  port.on('message', (first: ToWorker) => {
    const queue = [first, ...queued(port)];
    const requests = queue.filter((message): message is Request => message !== 'close');
    const replies = requests.length > 0 ? runBatch(db, requests) : [];
    isLogDirty ||= requests.some(destroys);
    if (isLogDirty) isLogDirty = !truncateLog(db);
    say(replies);
    if (requests.length === queue.length) return;
    db.close();
    say('closed');
    port.close();
  });
}

function queued(port: NonNullable<typeof parentPort>): readonly ToWorker[] {
  const messages: ToWorker[] = [];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    messages.push(next.message as ToWorker);
  }
  return messages;
}

/** What another process still reads is cut with a later batch. */
function truncateLog(db: Connection): boolean {
  try {
    return db.truncateLog();
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED')) return false;
    throw error;
  }
}

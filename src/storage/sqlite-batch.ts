/**
 * Group commit: everything that is queued becomes one transaction and one sync to the medium; each write stands in a
 * savepoint of its own.
 */
import type { Connection } from './sqlite-connection.ts';
import { type Request, runOperation, writes } from './sqlite-operations.ts';

/** `failed` is SQLite's code; its message is left behind. */
export type Reply = { readonly call: number } & ({ readonly value: unknown } | { readonly failed: string });

/** One that fails does not lose the others; when the commit fails, all have failed. */
export function runBatch(db: Connection, requests: readonly Request[]): readonly Reply[] {
  try {
    db.exec(requests.some(writes) ? 'BEGIN IMMEDIATE' : 'BEGIN');
    const replies = requests.map((request) => runOne(db, request));
    db.exec('COMMIT');
    return replies;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return requests.map(({ call }) => ({ call, failed: codeOf(error) }));
  }
}

function runOne(db: Connection, request: Request): Reply {
  const { call } = request;
  if (!writes(request)) return { call, value: runOperation(db, request) };
  db.exec('SAVEPOINT one');
  try {
    const value = runOperation(db, request);
    db.exec('RELEASE one');
    return { call, value };
  } catch (error) {
    // On a full disk or a broken file SQLite ends the whole transaction itself; then nothing of the batch stands.
    if (!db.inTransaction) throw error;
    db.exec('ROLLBACK TO one');
    db.exec('RELEASE one');
    return { call, failed: codeOf(error) };
  }
}

export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * A SQLite file, set so that what was committed survives a power cut and what was deleted is gone. The only file that
 * imports libsql, whose calls block: it runs in the worker only. libsql 0.5 aborts the process when a boolean is bound;
 * `SqlValue` has none.
 */
import { closeSync, fchmodSync, openSync } from 'node:fs';
import Database from 'libsql';
import { MIGRATIONS } from './sqlite-migrations.ts';

export type SqlValue = string | number | null | Uint8Array;

export interface Connection {
  /** Rows changed. */
  run(sql: string, values: readonly SqlValue[]): number;
  all<Row>(sql: string, values: readonly SqlValue[]): Row[];
  exec(sql: string): void;
  readonly inTransaction: boolean;
  /** Writes the log into the file and cuts it to nothing; false while another process reads from it. */
  truncateLog(): boolean;
  close(): void;
}

const BUSY_TIMEOUT_MS = 5000;

/** Opens or makes the file (mode 0600) and brings its schema up to date. Throws for a file of a newer version. */
export function openConnection(path: string): Connection {
  const descriptor = openSync(path, 'a', 0o600);
  fchmodSync(descriptor, 0o600);
  closeSync(descriptor);
  const database = new Database(path);
  database.pragma(`busy_timeout=${BUSY_TIMEOUT_MS}`);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.pragma('secure_delete=ON');
  migrate(database);

  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, values) => prepared(sql).run([...values]).changes,
    all: <Row>(sql: string, values: readonly SqlValue[]) =>
      prepared(sql)
        .all([...values])
        .map((row) => toRow<Row>(row)),
    exec: (sql) => void database.exec(sql),
    get inTransaction() {
      return database.inTransaction;
    },
    truncateLog() {
      const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      return result?.busy === 0;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** libsql gives blobs of a list of rows as `ArrayBuffer`. */
function toRow<Row>(row: unknown): Row {
  const fields = Object.entries(row as Readonly<Record<string, unknown>>);
  const values = fields.map(([name, value]) => [name, value instanceof ArrayBuffer ? new Uint8Array(value) : value]);
  return Object.fromEntries(values) as Row;
}

function migrate(database: Database.Database): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const [row] = database.pragma('user_version') as { readonly user_version: number }[];
    const version = row?.user_version ?? 0;
    if (version > MIGRATIONS.length) throw new Error('the store was made by a newer version of bystander');
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The statements about holds, each run inside the transaction of its batch. */
import type { AnswerRow, Change, HoldPage, HoldRow, Inserted, Quota, RowChanges, ServedRow } from '../holds/store.ts';
import { LIVE } from '../holds/transitions.ts';
import type { Connection, SqlValue } from './sqlite-connection.ts';

/** Each field of a row with its column. */
const COLUMNS: Readonly<Record<keyof HoldRow, string>> = {
  id: 'id',
  version: 'version',
  status: 'status',
  subject: 'subject',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
  dueAt: 'due_at',
  extensions: 'extensions',
  bytes: 'bytes',
  wrappedKey: 'wrapped_key',
  document: 'document',
  intent: 'intent',
  owner: 'owner',
  record: 'record',
};
const FIELDS = Object.keys(COLUMNS) as (keyof HoldRow)[];
const SELECTED = FIELDS.map((field) => `${COLUMNS[field]} AS ${field}`).join(', ');
const SELECT = `SELECT ${SELECTED} FROM holds`;
const INSERT = `INSERT INTO holds (${FIELDS.map((field) => COLUMNS[field]).join(', ')}) VALUES (${marks(FIELDS)})`;
const LIVE_LIST = LIVE.map((status) => `'${status}'`).join(', ');

export function insertHold(db: Connection, row: HoldRow, served: ServedRow, quota: Quota): Inserted {
  const open = countOf(
    db,
    `SELECT count(*) AS n FROM holds WHERE subject IN (${marks(quota.subjects)}) AND status IN (${LIVE_LIST})`,
    quota.subjects,
  );
  if (open >= quota.maxHolds) return 'TOO_MANY_HOLDS';
  const held = countOf(db, 'SELECT coalesce(sum(bytes), 0) AS n FROM holds WHERE bytes > 0', []);
  if (held + row.bytes > quota.maxBytes) return 'STORAGE_FULL';
  db.run(
    INSERT,
    FIELDS.map((field) => row[field]),
  );
  addServed(db, served);
  return 'inserted';
}

export function findHold(db: Connection, id: string): HoldRow | undefined {
  return db.all<HoldRow>(`${SELECT} WHERE id = ?`, [id])[0];
}

export function listHolds(db: Connection, { subjects, statuses, before, limit }: HoldPage): HoldRow[] {
  const conditions = [`status IN (${marks(statuses)})`];
  const values: SqlValue[] = [...statuses];
  if (subjects !== undefined) {
    conditions.push(`subject IN (${marks(subjects)})`);
    values.push(...subjects);
  }
  if (before !== undefined) {
    conditions.push('(created_at, id) < (?, ?)');
    values.push(before.createdAt, before.id);
  }
  const where = conditions.join(' AND ');
  return db.all(`${SELECT} WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ?`, [...values, limit]);
}

export function dueHolds(
  db: Connection,
  now: number,
  after: { readonly dueAt: number; readonly id: string },
  limit: number,
): HoldRow[] {
  return db.all(`${SELECT} WHERE due_at <= ? AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`, [
    now,
    after.dueAt,
    after.id,
    limit,
  ]);
}

export function leasedHolds(db: Connection): HoldRow[] {
  return db.all(`${SELECT} WHERE owner IS NOT NULL AND status IN ('decided', 'resuming')`, []);
}

export function deleteHold(db: Connection, id: string, version: number): boolean {
  return db.run('DELETE FROM holds WHERE id = ? AND version = ?', [id, version]) > 0;
}

/** The compare-and-set. */
export function moveHold(db: Connection, { id, version, set, keepsVersion }: NonNullable<Change['move']>): boolean {
  const fields = FIELDS.filter((field): field is keyof RowChanges => field in set);
  const assigned = fields.map((field) => `${COLUMNS[field]} = ?`);
  if (keepsVersion === undefined) assigned.push('version = version + 1');
  const values = fields.map((field) => set[field] ?? null);
  return db.run(`UPDATE holds SET ${assigned.join(', ')} WHERE id = ? AND version = ?`, [...values, id, version]) > 0;
}

export function addServed(db: Connection, { hold, version, statement, at }: ServedRow): void {
  db.run('INSERT OR IGNORE INTO served (hold, version, statement, at) VALUES (?, ?, ?, ?)', [
    hold,
    version,
    statement,
    at,
  ]);
}

export function listServed(db: Connection, hold: string): ServedRow[] {
  return db.all('SELECT hold, version, statement, at FROM served WHERE hold = ? ORDER BY at, version', [hold]);
}

export function putAnswer(db: Connection, { hold, key, body, answer, createdAt }: AnswerRow): void {
  db.run('INSERT OR REPLACE INTO answers (hold, key, body, answer, created_at) VALUES (?, ?, ?, ?, ?)', [
    hold,
    key,
    body,
    answer,
    createdAt,
  ]);
}

export function listAnswers(db: Connection, hold: string): AnswerRow[] {
  return db.all('SELECT hold, key, body, answer, created_at AS createdAt FROM answers WHERE hold = ?', [hold]);
}

export function deleteAnswers(db: Connection, createdBefore: number): void {
  db.run('DELETE FROM answers WHERE created_at < ?', [createdBefore]);
}

export function forget(db: Connection, { hold, answers }: NonNullable<Change['forgets']>): void {
  db.run('DELETE FROM served WHERE hold = ?', [hold]);
  if (answers) db.run('DELETE FROM answers WHERE hold = ?', [hold]);
}

function countOf(db: Connection, sql: string, values: readonly SqlValue[]): number {
  return db.all<{ readonly n: number }>(sql, values)[0]?.n ?? 0;
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

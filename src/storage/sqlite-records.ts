/** The statements about records and their chain, each run inside the transaction of its batch. */
import { CHAIN_START, nextLink } from '../holds/records/chain.ts';
import type { ChainedRecord, Change, LeafRow, RecordRow } from '../holds/store.ts';
import type { Connection } from './sqlite-connection.ts';

const SELECT = `SELECT seq, id, hold, subject, kind, status, created_at AS createdAt, document, salt, leaf, notes,
  consumed_at AS consumedAt, asset, recipients FROM records`;

/** Appends the record and its link; the chain's last link is read in the same transaction. */
export function appendRecord(db: Connection, record: RecordRow): void {
  const [last] = db.all<{ readonly seq: number; readonly chain: Uint8Array }>(
    'SELECT seq, chain FROM leaves ORDER BY seq DESC LIMIT 1',
    [],
  );
  const seq = (last?.seq ?? 0) + 1;
  const chain = nextLink(last?.chain ?? CHAIN_START, record.leaf);
  db.run('INSERT INTO leaves (seq, leaf, chain) VALUES (?, ?, ?)', [seq, record.leaf, chain]);
  db.run(
    `INSERT INTO records (seq, id, hold, subject, kind, status, created_at, document, salt, leaf, notes,
      consumed_at, asset, recipients) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      seq,
      record.id,
      record.hold,
      record.subject,
      record.kind,
      record.status,
      record.createdAt,
      record.document,
      record.salt,
      record.leaf,
      record.notes,
      record.consumedAt,
      record.asset,
      record.recipients,
    ],
  );
}

export function findRecord(db: Connection, id: string): ChainedRecord | undefined {
  return db.all<ChainedRecord>(`${SELECT} WHERE id = ?`, [id])[0];
}

export function listRecords(
  db: Connection,
  { before = Number.MAX_SAFE_INTEGER, limit }: { readonly before?: number; readonly limit: number },
): ChainedRecord[] {
  return db.all(`${SELECT} WHERE seq < ? ORDER BY seq DESC LIMIT ?`, [before, limit]);
}

export function isActive(db: Connection, id: string): boolean {
  return db.all('SELECT 1 AS one FROM records WHERE id = ? AND status = ?', [id, 'active']).length > 0;
}

export function withdraw(db: Connection, id: string): void {
  db.run('UPDATE records SET status = ? WHERE id = ?', ['withdrawn', id]);
}

export function markUsed(db: Connection, { record, at, asset, recipients }: NonNullable<Change['used']>): void {
  db.run('UPDATE records SET consumed_at = ?, asset = ?, recipients = ? WHERE id = ?', [at, asset, recipients, record]);
}

export function eraseRecord(db: Connection, id: string, at: number): boolean {
  db.run('UPDATE leaves SET erased_at = ? WHERE seq IN (SELECT seq FROM records WHERE id = ?)', [at, id]);
  return db.run('DELETE FROM records WHERE id = ?', [id]) > 0;
}

export function listLeaves(db: Connection, after: number, limit: number): LeafRow[] {
  return db.all(
    `SELECT leaves.seq, leaves.leaf, leaves.chain, leaves.erased_at AS erasedAt, records.document, records.salt
      FROM leaves LEFT JOIN records ON records.seq = leaves.seq WHERE leaves.seq > ? ORDER BY leaves.seq LIMIT ?`,
    [after, limit],
  );
}

/** Rows and records for the cases of the store contract. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { newHoldId, newRecordId } from '../holds/ids.ts';
import { leafOf } from '../holds/records/chain.ts';
import type { HoldRow, HoldStore, Quota, RecordRow, ServedRow } from '../holds/store.ts';

/** How many do the same at once in the cases about races. */
export const RACERS = 50;
export const NO_LIMIT: Quota = { subjects: ['k.subject'], maxHolds: 1_000_000, maxBytes: Number.MAX_SAFE_INTEGER };

export function newRow(changes: Partial<HoldRow> = {}): HoldRow {
  return {
    id: newHoldId(),
    version: 1,
    status: 'awaiting',
    subject: 'k.subject',
    createdAt: 1_700_000_000_000,
    expiresAt: 1_700_000_001_000,
    dueAt: 1_700_000_001_000,
    extensions: 0,
    bytes: 1000,
    wrappedKey: randomBytes(60),
    document: randomBytes(200),
    intent: null,
    owner: null,
    record: null,
    ...changes,
  };
}

export function servedFor({ id, version }: HoldRow): ServedRow {
  return { hold: id, version, statement: 'statement', at: 1 };
}

export async function insert(store: HoldStore, changes: Partial<HoldRow> = {}): Promise<HoldRow> {
  const row = newRow(changes);
  assert.equal(await store.insertHold(row, servedFor(row), NO_LIMIT), 'inserted');
  return row;
}

export function newRecord(hold: string): RecordRow {
  const id = newRecordId();
  const salt = randomBytes(32);
  const document = JSON.stringify({ id, filler: randomBytes(300).toString('hex') });
  return {
    id,
    hold,
    subject: 'k.subject',
    kind: 'attestation',
    status: 'active',
    createdAt: 1_700_000_000_000,
    document,
    salt,
    leaf: leafOf(salt, document),
    notes: null,
    consumedAt: null,
    asset: null,
    recipients: null,
  };
}

/** Bytes may come back as another kind of byte array. */
export function assertSameRow(found: HoldRow | undefined, expected: HoldRow): void {
  assert.ok(found);
  const plain = (row: HoldRow) =>
    Object.entries(row)
      .map(([field, value]) => [field, bytesOf(value)])
      .sort();
  assert.deepEqual(plain(found), plain(expected));
}

function bytesOf(value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value;
}

/** Whether these bytes stand anywhere on the medium. */
export function holds(medium: readonly Uint8Array[], bytes: Uint8Array): boolean {
  return medium.some((file) => Buffer.from(file.buffer, file.byteOffset, file.length).includes(Buffer.from(bytes)));
}

/**
 * Withdrawing a record: as easy as giving it was. The hold is purged, or the asset that the host made of it recalled.
 */
import { randomBytes } from 'node:crypto';
import { BystanderError } from '../../errors.ts';
import { emit, type HoldsContext } from '../context.ts';
import { endHold } from '../end-hold.ts';
import { isRecordId, newRecordId } from '../ids.ts';
import { KEY_BYTES } from '../seal.ts';
import type { RecordRow } from '../store.ts';
import { ENDED } from '../transitions.ts';
import { ALIGNED_WITH, DPV_STATUS, SCHEMA, type WithdrawalDocument } from './record-document.ts';
import { toRecordRow } from './record-row.ts';

const MAX_TRIES = 5;

/** The subject's own record. Throws `NOT_FOUND`. */
export async function ownRecord(context: HoldsContext, id: string, subject: string): Promise<RecordRow> {
  const record = isRecordId(id) ? await context.store.findRecord(id) : undefined;
  if (record === undefined || !context.keys.principals(subject).includes(record.subject)) {
    throw new BystanderError('NOT_FOUND', 'there is no such record');
  }
  return record;
}

/**
 * Twice is once. Throws `NOT_FOUND`, also for a refusal or a withdrawal: they allowed nothing that could be withdrawn.
 */
export async function withdrawRecord(context: HoldsContext, id: string, subject: string): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const record = await ownRecord(context, id, subject);
    if (record.kind === 'refusal' || record.kind === 'withdrawal') {
      throw new BystanderError('NOT_FOUND', 'this record cannot be withdrawn');
    }
    if (record.status === 'withdrawn' || (await withdrawOnce(context, record))) return;
  }
  throw new BystanderError('STORE_FAILED', 'the hold kept moving while its record was withdrawn');
}

async function withdrawOnce(context: HoldsContext, record: RecordRow): Promise<boolean> {
  const alongside = { withdraws: record.id, record: withdrawalOf(context, record) };
  const hold = await context.store.findHold(record.hold);
  if (hold !== undefined && !ENDED.includes(hold.status)) return endHold(context, hold, 'withdrawn', alongside);
  if (!(await context.store.commit(alongside))) return false;
  if (record.consumedAt !== null) {
    const asset = record.asset === null ? {} : { asset: record.asset };
    emit(context, { type: 'recalled', hold: record.hold, record: record.id, ...asset });
  }
  return true;
}

function withdrawalOf({ clock }: HoldsContext, { id, hold, subject }: RecordRow): RecordRow {
  const createdAt = clock.now();
  const document: WithdrawalDocument = {
    schema: SCHEMA,
    alignedWith: ALIGNED_WITH,
    id: newRecordId(),
    kind: 'withdrawal',
    status: DPV_STATUS.withdrawal,
    hold,
    createdAt: new Date(createdAt).toISOString(),
    principal: { ref: subject, role: 'uploader' },
    withdraws: id,
  };
  return toRecordRow(document, { subject, createdAt, salt: randomBytes(KEY_BYTES), notes: null });
}

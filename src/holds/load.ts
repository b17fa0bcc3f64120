/**
 * Reading a hold for somebody: another's is `NOT_FOUND`, an ended one `GONE`, and a term that has run out has run out.
 */
import { BystanderError } from '../errors.ts';
import { assertAwaiting } from './assert-hold.ts';
import type { HoldsContext } from './context.ts';
import { isHoldId } from './ids.ts';
import { settle } from './settle.ts';
import type { HoldRow } from './store.ts';
import { ENDED } from './transitions.ts';

/** The subject's own hold in whatever state. Throws `NOT_FOUND`. */
export async function ownHold(context: HoldsContext, id: string, subject: string): Promise<HoldRow> {
  const row = isHoldId(id) ? await context.store.findHold(id) : undefined;
  if (row === undefined || !context.keys.principals(subject).includes(row.subject)) {
    throw new BystanderError('NOT_FOUND', 'there is no such hold');
  }
  return inTime(context, row);
}

/** The subject's own hold, unless it ended. Throws `NOT_FOUND`, `GONE`. */
export async function livingHold(context: HoldsContext, id: string, subject: string): Promise<HoldRow> {
  const row = await ownHold(context, id, subject);
  if (ENDED.includes(row.status)) throw new BystanderError('GONE', 'the hold has ended');
  return row;
}

/** For who lost a race over an awaiting hold: throws what the winner's move means for them. */
export async function throwLost(context: HoldsContext, id: string, subject: string): Promise<never> {
  assertAwaiting(await ownHold(context, id, subject));
  throw new BystanderError('FINDINGS_CHANGED', 'the hold has a newer version');
}

/** The row once its term or lease, where that ran out, has ended. Work that is due is left to the sweep. */
async function inTime(context: HoldsContext, row: HoldRow): Promise<HoldRow> {
  const now = context.clock.now();
  const isOver = row.status === 'released' ? row.expiresAt <= now : row.status !== 'decided' && row.dueAt <= now;
  if (!isOver) return row;
  await settle(context, row);
  const settled = await context.store.findHold(row.id);
  if (settled === undefined) throw new BystanderError('NOT_FOUND', 'there is no such hold');
  return settled;
}

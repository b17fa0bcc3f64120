/** Calling the same route again with a released hold: checks who, where and whether, then takes the lease. */
import { BystanderError } from '../errors.ts';
import type { HoldsContext } from './context.ts';
import { openDocument } from './document.ts';
import { takeLease } from './lease.ts';
import { ownHold } from './load.ts';
import type { HoldRow } from './store.ts';
import { ENDED } from './transitions.ts';
import type { HoldOrigin, Lease } from './types.ts';

/** Throws `NOT_FOUND` (another's, or held elsewhere), `UNDECIDED`, `RUNNING`, `GONE`, `STORE_FAILED`. */
export async function resumeHold(
  context: HoldsContext,
  id: string,
  subject: string,
  origin: HoldOrigin,
): Promise<Lease> {
  const row = await ownHold(context, id, subject);
  if (row.document !== null && !isSamePlace(openDocument(context.keys, row).origin, origin)) {
    throw new BystanderError('NOT_FOUND', 'there is no such hold at this route');
  }
  assertReleased(row);
  return takeLease(context, row, subject);
}

function isSamePlace(held: HoldOrigin, asked: HoldOrigin): boolean {
  return (
    held.kind !== 'submit' && held.method === asked.method && held.path === asked.path && held.mount === asked.mount
  );
}

function assertReleased({ status }: HoldRow): void {
  if (status === 'awaiting' || status === 'decided') throw new BystanderError('UNDECIDED', 'the hold is not decided');
  if (status === 'resuming') throw new BystanderError('RUNNING', 'the hold is being resumed');
  if (status === 'consumed' || ENDED.includes(status)) throw new BystanderError('GONE', 'the hold has ended');
}

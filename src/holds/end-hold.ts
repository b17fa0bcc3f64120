/** The ends without an asset: declined, expired, withdrawn, and the purge that follows each at once. */
import { emit, type HoldsContext } from './context.ts';
import { type Alongside, moveHold } from './move.ts';
import type { HoldRow, RowChanges } from './store.ts';
import { TOMBSTONE_MS } from './terms.ts';

type End = 'declined' | 'expired' | 'withdrawn';

/** What makes the bytes of a hold unreadable for good; the objects are removed after it. */
export const DESTROYED: Pick<HoldRow, 'wrappedKey' | 'intent' | 'owner' | 'bytes'> = {
  wrappedKey: null,
  intent: null,
  owner: null,
  bytes: 0,
};

/** Moves a hold to an end and purges it. False when another was first. */
export async function endHold(
  context: HoldsContext,
  row: HoldRow,
  end: End,
  alongside: Alongside = {},
  changes: Pick<RowChanges, 'record' | 'document'> = {},
): Promise<boolean> {
  const now = context.clock.now();
  const ended = await moveHold(context, row, end, { ...changes, intent: null, owner: null, dueAt: now }, alongside);
  if (ended === undefined) return false;
  if (end !== 'withdrawn') emit(context, { type: `hold.${end}`, hold: row.id });
  await purgeHold(context, ended);
  return true;
}

/**
 * Destroys key, bytes and document of an ended hold, in this order, and leaves a tombstone. A crash in between is made
 * up for by the sweep.
 */
export async function purgeHold(context: HoldsContext, ended: HoldRow): Promise<void> {
  if (ended.status === 'withdrawn') await recall(context, ended);
  const dueAt = context.clock.now() + TOMBSTONE_MS;
  const forgets = { hold: ended.id, answers: ended.status === 'withdrawn' };
  const purged = await moveHold(context, ended, 'purged', { ...DESTROYED, document: null, dueAt }, { forgets });
  if (purged === undefined) return;
  await context.objects.removeAll(ended.id);
  emit(context, { type: 'hold.purged', hold: ended.id });
}

/** Tells the host, at least once, that an asset it took may not be used any longer. */
async function recall(context: HoldsContext, { id, record: recordId }: HoldRow): Promise<void> {
  const record = recordId === null ? undefined : await context.store.findRecord(recordId);
  if (record?.status !== 'withdrawn' || record.consumedAt === null) return;
  emit(context, {
    type: 'recalled',
    hold: id,
    record: record.id,
    ...(record.asset !== null && { asset: record.asset }),
  });
}

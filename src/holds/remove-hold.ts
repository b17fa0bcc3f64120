/** Taking a hold back before an asset was made of it: by its user, by the host, or because the account was closed. */
import { BystanderError } from '../errors.ts';
import type { HoldsContext } from './context.ts';
import { endHold } from './end-hold.ts';
import type { HoldRow } from './store.ts';
import { LIVE } from './transitions.ts';

const MAX_TRIES = 5;
/** Removed at once: their purges share one commit and one cut of the log. */
const PAGE = 25;

/** The bytes are gone when it resolves. Throws `GONE` when there was nothing left to remove. */
export async function removeHold(context: HoldsContext, row: HoldRow): Promise<void> {
  let current: HoldRow | undefined = row;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (current === undefined || !LIVE.includes(current.status)) throw new BystanderError('GONE', 'the hold has ended');
    if (await endHold(context, current, 'withdrawn')) return;
    current = await context.store.findHold(row.id);
  }
  throw new BystanderError('STORE_FAILED', 'the hold kept moving while it was removed');
}

/** Everything that is still held of one subject; what was consumed is the host's material and follows its own term. */
export async function removeAllOf(context: HoldsContext, subject: string): Promise<{ readonly purged: number }> {
  const subjects = context.keys.principals(subject);
  let purged = 0;
  for (;;) {
    const rows = await context.store.listHolds({ subjects, statuses: LIVE, limit: PAGE });
    if (rows.length === 0) return { purged };
    const removed = await Promise.all(rows.map((row) => removeIfThere(context, row)));
    purged += removed.reduce((sum, one) => sum + one, 0);
  }
}

async function removeIfThere(context: HoldsContext, row: HoldRow): Promise<number> {
  try {
    await removeHold(context, row);
    return 1;
  } catch (error) {
    if (error instanceof BystanderError && error.code === 'GONE') return 0;
    throw error;
  }
}

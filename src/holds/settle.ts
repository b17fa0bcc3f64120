/** Does what is due for one hold: the end of a term, of a lease, of a tombstone, or what a crash interrupted. */
import type { HoldsContext } from './context.ts';
import { endHold, purgeHold } from './end-hold.ts';
import { resumeDecision } from './finish-decision.ts';
import { deliver, releaseLease } from './lease.ts';
import type { HoldRow } from './store.ts';

/** Losing a race is fine: then another did it. */
export async function settle(context: HoldsContext, row: HoldRow): Promise<void> {
  switch (row.status) {
    case 'awaiting':
      await endHold(context, row, 'expired');
      return;
    case 'decided':
      await resumeDecision(context, row);
      return;
    case 'released':
      if (row.expiresAt <= context.clock.now()) await endHold(context, row, 'expired');
      else await deliver(context, row);
      return;
    case 'resuming':
      await releaseLease(context, row);
      return;
    case 'declined':
    case 'expired':
    case 'withdrawn':
      await purgeHold(context, row);
      return;
    case 'consumed':
    case 'purged':
      await context.store.deleteHold(row.id, row.version);
      return;
  }
}

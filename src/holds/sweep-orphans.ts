/**
 * Removes objects that no row refers to: of uploads that never became a hold, of versions that were superseded, of
 * purged holds.
 */
import { type HoldsContext, report } from './context.ts';
import { openDocument } from './document.ts';
import { removeSuperseded } from './held-bytes.ts';
import { ORPHAN_GRACE_MS } from './terms.ts';

export async function sweepOrphans(context: HoldsContext): Promise<void> {
  const folders = await context.objects.list();
  for (const { hold, changedAt } of folders) {
    try {
      await sweepFolder(context, hold, changedAt);
    } catch (error) {
      report(context, `objects of ${hold} were not swept`, error);
    }
  }
}

/** The names are read before the row: an object that was there first and is not in the row later is not about to be. */
async function sweepFolder(context: HoldsContext, hold: string, changedAt: number): Promise<void> {
  const names = await context.objects.names(hold);
  const row = await context.store.findHold(hold);
  if (row === undefined) {
    // Objects are written before their row; a young folder may belong to a hold that is being made.
    if (context.clock.now() - changedAt > ORPHAN_GRACE_MS) await context.objects.removeAll(hold);
    return;
  }
  if (row.wrappedKey === null) {
    await context.objects.removeAll(hold);
    return;
  }
  if (row.status === 'decided') return;
  await removeSuperseded(context, hold, openDocument(context.keys, row), names);
}

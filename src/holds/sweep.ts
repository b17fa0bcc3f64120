/** Everything that time does: terms, leases, tombstones, kept answers, and what crashes left behind. */
import { type HoldsContext, report } from './context.ts';
import { isGone } from './owner.ts';
import { settle } from './settle.ts';
import type { HoldRow } from './store.ts';
import { sweepOrphans } from './sweep-orphans.ts';
import { ANSWER_MS, ORPHAN_SWEEP_MS } from './terms.ts';

const PAGE = 100;

export interface Sweeper {
  /** One pass at a time: a call during one waits for it and then makes its own. */
  sweep(): Promise<void>;
}

export function createSweeper(context: HoldsContext, isClosed: () => boolean): Sweeper {
  let running: Promise<void> = Promise.resolve();
  let orphansDueAt = 0;
  const pass = async (): Promise<void> => {
    await settleAbandoned(context);
    await settleDue(context, isClosed);
    const now = context.clock.now();
    await context.store.deleteAnswers(now - ANSWER_MS);
    if (now < orphansDueAt) return;
    await sweepOrphans(context);
    orphansDueAt = now + ORPHAN_SWEEP_MS;
  };
  return {
    sweep() {
      const next = running.then(() => (isClosed() ? undefined : pass()));
      running = next.catch(() => undefined);
      return next;
    },
  };
}

/** What a dead process had under way is not left to wait for the end of its lease. */
async function settleAbandoned(context: HoldsContext): Promise<void> {
  const leased = await context.store.leasedHolds();
  for (const row of leased) {
    if (row.owner !== null && isGone(row.owner)) await settleOne(context, row);
  }
}

/** Each hold once per pass: one that stays due because something failed must not keep the others waiting. */
async function settleDue(context: HoldsContext, isClosed: () => boolean): Promise<void> {
  const seen = new Set<string>();
  let after = { dueAt: Number.MIN_SAFE_INTEGER, id: '' };
  for (;;) {
    const due = await context.store.dueHolds(context.clock.now(), after, PAGE);
    for (const row of due) {
      if (isClosed()) return;
      if (!seen.has(row.id)) await settleOne(context, row);
      seen.add(row.id);
      after = { dueAt: row.dueAt, id: row.id };
    }
    if (due.length < PAGE) return;
  }
}

async function settleOne(context: HoldsContext, row: HoldRow): Promise<void> {
  try {
    await settle(context, row);
  } catch (error) {
    report(context, `what is due for ${row.id} was not done`, error);
  }
}

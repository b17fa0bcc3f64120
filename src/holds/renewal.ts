/** Keeps this instance's claim on a hold for as long as it works on it. */
import { type HoldsContext, report } from './context.ts';
import type { HoldRow } from './store.ts';
import { LEASE_MS, RENEWAL_MS } from './terms.ts';

/**
 * Gives the function that stops it. A renewal that does not reach the store is tried again; the lease outlasts two such
 * failures.
 */
export function keepRenewed(context: HoldsContext, { id, version }: HoldRow): () => void {
  const timer = setInterval(() => {
    const dueAt = context.clock.now() + LEASE_MS;
    context.store
      .commit({ move: { id, version, set: { dueAt }, keepsVersion: true } })
      .catch((error: unknown) => report(context, `the lease on ${id} was not renewed`, error));
  }, RENEWAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

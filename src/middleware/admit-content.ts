/** From what arrived to what happens with it: scanned, then passed on clean, held, or blocked. The strictest verdict answers for all. */
import { BlockedError, BystanderError } from '../errors.ts';
import type { HoldView } from '../holds/types.ts';
import { type AssessedItem, assessContent } from './assess-content.ts';
import { type CleanedItem, cleanItems } from './clean-items.ts';
import type { Content } from './content.ts';
import type { Layout } from './envelope.ts';
import { type Guard, observes } from './guard.ts';
import { holdContent } from './hold-content.ts';
import type { Submission } from './submission.ts';
import { withCleaned } from './with-cleaned.ts';

export type Admission =
  | { readonly verdict: 'pass'; readonly content: Content; readonly items: readonly CleanedItem[] }
  | { readonly verdict: 'hold'; readonly hold: HoldView; readonly items: readonly CleanedItem[] };

/**
 * Throws `BLOCKED`, `UNCLEANABLE`, what `assessContent` refuses and what `holdContent` has no room for; nothing is kept then.
 */
export async function admitContent(
  guard: Guard,
  submission: Submission,
  content: Content,
  layout: Layout,
): Promise<Admission> {
  if (observes(guard)) return observeContent(guard, submission, content);
  const { verdict, items } = await assessContent(guard, submission, content);
  if (verdict === 'block') throw new BlockedError(blockedTypes(items));
  const cleaned = await cleanItems(guard, submission, items);
  if (verdict === 'hold') {
    const hold = await holdContent(guard, submission, { content, items: cleaned, layout });
    guard.warnIfUndecidable();
    return { verdict, items: cleaned, hold };
  }
  return { verdict, items: cleaned, content: withCleaned(content, cleaned) };
}

/** The trial mode changes and stops nothing, not even when there is no room to look. */
async function observeContent(guard: Guard, submission: Submission, content: Content): Promise<Admission> {
  try {
    const { items } = await assessContent(guard, submission, content);
    return { verdict: 'pass', content, items: items.map((item) => ({ ...item, changes: [] })) };
  } catch (error) {
    if (!(error instanceof BystanderError && error.code === 'BUSY')) throw error;
    guard.logger.warn('bystander: an upload was let by unscanned, the queue is full (preset observe)');
    return { verdict: 'pass', content, items: [] };
  }
}

function blockedTypes(items: readonly AssessedItem[]): readonly string[] {
  const blocked = items.flatMap(({ report }) => report.findings.filter(({ action }) => action === 'block'));
  return [...new Set(blocked.map(({ type }) => type))];
}

/** More time to decide, once. The version stays: what was asked has not changed, an open page remains good. */
import { BystanderError } from '../errors.ts';
import { assertAwaiting } from './assert-hold.ts';
import type { HoldsContext } from './context.ts';
import { ownHold, throwLost } from './load.ts';
import { MAX_EXTENSIONS, UNDECIDED_MS } from './terms.ts';
import type { HoldView } from './types.ts';
import { viewOf } from './view.ts';

/** Throws `NOT_FOUND`, `GONE`, `ALREADY_DECIDED`, and `CHOICE_NOT_ALLOWED` the second time. */
export async function extendHold(context: HoldsContext, id: string, subject: string): Promise<HoldView> {
  const row = await ownHold(context, id, subject);
  assertAwaiting(row);
  if (row.extensions >= MAX_EXTENSIONS) throw new BystanderError('CHOICE_NOT_ALLOWED', 'a hold is extended once');
  const expiresAt = row.expiresAt + UNDECIDED_MS;
  const set = { extensions: row.extensions + 1, expiresAt, dueAt: expiresAt };
  const isExtended = await context.store.commit({ move: { id, version: row.version, set, keepsVersion: true } });
  if (!isExtended) return throwLost(context, id, subject);
  return viewOf(context, { ...row, ...set }, subject);
}

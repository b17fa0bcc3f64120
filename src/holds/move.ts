/**
 * One move of one hold: checked against the table, then compared and set in the store together with what belongs to it.
 */
import type { HoldsContext } from './context.ts';
import type { Change, HoldRow, RowChanges } from './store.ts';
import { isTransition } from './transitions.ts';
import type { HoldStatus } from './types.ts';

export type Alongside = Omit<Change, 'move'>;

/** The row after the move, or undefined when another was first. */
export async function moveHold(
  { store }: HoldsContext,
  row: HoldRow,
  to: HoldStatus,
  changes: Omit<RowChanges, 'status'>,
  alongside: Alongside = {},
): Promise<HoldRow | undefined> {
  if (!isTransition(row.status, to)) throw new TypeError(`a hold cannot move from ${row.status} to ${to}`);
  const set: RowChanges = { ...changes, status: to };
  const won = await store.commit({ ...alongside, move: { id: row.id, version: row.version, set } });
  return won ? { ...row, ...set, version: row.version + 1 } : undefined;
}

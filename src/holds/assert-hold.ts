/** What a call needs of the hold it is about. */
import { BystanderError } from '../errors.ts';
import type { HoldRow } from './store.ts';
import { ENDED } from './transitions.ts';

/** Throws `ALREADY_DECIDED` or `GONE` unless a decision is awaited. */
export function assertAwaiting({ status }: HoldRow): void {
  if (status === 'awaiting') return;
  if (ENDED.includes(status)) throw new BystanderError('GONE', 'the hold has ended');
  throw new BystanderError('ALREADY_DECIDED', 'the hold was decided');
}

/** Throws `FINDINGS_CHANGED` unless the caller saw this version. */
export function assertVersion(row: HoldRow, version: number): void {
  if (row.version !== version) throw new BystanderError('FINDINGS_CHANGED', 'the hold has a newer version');
}

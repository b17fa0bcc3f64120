/**
 * Every move a hold can make, in one table. Each is one compare-and-set on `(id, version)` in the store and raises the
 * version.
 */
import type { HoldStatus } from './types.ts';

export interface Transition {
  readonly from: HoldStatus;
  readonly to: HoldStatus;
  readonly when: string;
}

export const TRANSITIONS: readonly Transition[] = [
  { from: 'awaiting', to: 'awaiting', when: 'a region is added, or an item is scanned again' },
  { from: 'awaiting', to: 'decided', when: 'everything that was asked is answered; the choices are the intent' },
  { from: 'decided', to: 'decided', when: 'a living process takes over what a dead one left undone' },
  { from: 'decided', to: 'awaiting', when: 'redaction left residue or could not be done' },
  { from: 'decided', to: 'released', when: 'redacted and read again; the record is written in the same transaction' },
  { from: 'released', to: 'resuming', when: 'a resume or onRelease takes the lease' },
  { from: 'resuming', to: 'released', when: 'the host failed or its lease ran out' },
  { from: 'resuming', to: 'consumed', when: 'the host succeeded; key and bytes are destroyed' },

  { from: 'decided', to: 'declined', when: 'the answers left no item' },
  { from: 'awaiting', to: 'declined', when: 'a rescan found what policy blocks' },
  { from: 'awaiting', to: 'expired', when: 'nobody decided in time' },
  { from: 'released', to: 'expired', when: 'nobody consumed it in time' },
  { from: 'awaiting', to: 'withdrawn', when: 'the user or the host removed it, or the account was closed' },
  { from: 'decided', to: 'withdrawn', when: 'the same, while it is being redacted' },
  { from: 'released', to: 'withdrawn', when: 'the same, or its record was withdrawn' },
  { from: 'resuming', to: 'withdrawn', when: 'the same, while the host works on it; the lease is void' },
  { from: 'consumed', to: 'withdrawn', when: 'its record was withdrawn; the asset is recalled' },

  { from: 'declined', to: 'purged', when: 'at once' },
  { from: 'expired', to: 'purged', when: 'at once' },
  { from: 'withdrawn', to: 'purged', when: 'at once' },
];

/** The states in which a hold has bytes and counts against quotas. */
export const LIVE: readonly HoldStatus[] = ['awaiting', 'decided', 'released', 'resuming'];

/** The states that end without an asset; the user is answered `GONE`. */
export const ENDED: readonly HoldStatus[] = ['declined', 'expired', 'withdrawn', 'purged'];

export function isTransition(from: HoldStatus, to: HoldStatus): boolean {
  return TRANSITIONS.some((transition) => transition.from === from && transition.to === to);
}

/** How long things last. Milliseconds. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An undecided hold, and what one extension adds. */
export const UNDECIDED_MS: number = 72 * HOUR_MS;
export const MAX_EXTENSIONS = 1;
/** Decided, but not yet in the host's hands. */
export const RELEASED_MS: number = DAY_MS;
/** How long an ended hold answers `GONE` instead of `NOT_FOUND`. */
export const TOMBSTONE_MS: number = 365 * DAY_MS;
export const ANSWER_MS: number = DAY_MS;

export const LEASE_MS: number = MINUTE_MS;
/** Three tries within a lease. */
export const RENEWAL_MS: number = LEASE_MS / 3;
/** After which a failed `onRelease` is tried again. */
export const REDELIVERY_MS: number = MINUTE_MS;

export const SWEEP_MS: number = MINUTE_MS;
/** Objects without a row are younger than this while their hold is being made. */
export const ORPHAN_GRACE_MS: number = 10 * MINUTE_MS;
export const ORPHAN_SWEEP_MS: number = HOUR_MS;

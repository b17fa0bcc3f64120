/** One upload on its way: whose it is, where its files lie, and when to stop. */
import type { AccountIdentity } from '../core/types.ts';
import type { HoldOrigin } from '../holds/types.ts';
import type { SpoolSession } from './spool.ts';

export interface Submission {
  readonly subject: string;
  readonly account: AccountIdentity | undefined;
  readonly origin: HoldOrigin;
  /** The request's `Accept-Language`. */
  readonly lang: string | undefined;
  readonly session: SpoolSession;
  readonly signal: AbortSignal;
}

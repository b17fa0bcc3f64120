/** What every part of the middleware works with: the parsed options and the rooms behind it. */
import type { Request } from 'express';
import type { Logger, ResolvedGuardOptions } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { HoldEvent, Holds, Statements } from '../holds/types.ts';
import type { Engine } from '../scanner/types.ts';
import type { ReleasedUpload } from './released-upload.ts';
import type { Spool } from './spool.ts';

export type ParsedOptions = ResolvedGuardOptions<Request, ReleasedUpload, HoldEvent>;

export interface Guard {
  readonly options: ParsedOptions;
  readonly engine: Engine;
  readonly holds: Holds;
  readonly statements: Statements;
  readonly spool: Spool;
  readonly logger: Logger;
  /** Whether the host answers errors by `errorHandler()`; until then the middleware answers its own. */
  errorsGoToHost(): boolean;
  isClosed(): boolean;
  /** To be called when an upload was held: says once that nobody can decide it where `router()` was never asked for. */
  warnIfUndecidable(): void;
}

/** Under `observe` nothing is held, blocked, refused for its type or changed. */
export function observes({ options }: Guard): boolean {
  return options.preset === 'observe';
}

/** Throws `CLOSED` after `close()`. */
export function refuseClosed(guard: Guard): void {
  if (guard.isClosed()) throw new BystanderError('CLOSED', 'the guard is closed');
}

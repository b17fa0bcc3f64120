import { UncleanableError } from '../../errors.ts';
import type { StepFailure } from '../protocol.ts';

const REASONS = ['unsupported', 'undecodable', 'residue', 'timeout', 'failed'] as const;

/** The error of a step that changes bytes and has no result: nothing of it is kept. */
export function uncleanable(failure: StepFailure = { reason: 'failed' }): UncleanableError {
  const given = REASONS.find((reason) => reason === failure.uncleanable);
  // Any other coded error is a limit or a type that was refused.
  const reason = given ?? (failure.code === undefined ? failure.reason : 'unsupported');
  return new UncleanableError(reason, `the input could not be cleaned (${reason})`);
}

import { UncleanableError } from '../../errors.ts';
import type { StepFailure } from '../protocol.ts';

const REASONS = ['unsupported', 'undecodable', 'residue', 'timeout', 'failed'] as const;

/** What our own errors say. A child has read bytes from outside: anything else that it sends is not passed on. */
const WORDS = /^[\w ,.:;()`'/-]{1,200}$/;

/** The error of a step that changes bytes and has no result: nothing of it is kept. */
export function uncleanable(failure: StepFailure = { reason: 'failed' }): UncleanableError {
  const given = REASONS.find((reason) => reason === failure.uncleanable);
  // Any other coded error is a limit or a type that was refused.
  const reason = given ?? (failure.code === undefined ? failure.reason : 'unsupported');
  const { message = '' } = failure;
  const isWords = WORDS.test(message);
  return new UncleanableError(reason, isWords ? message : `the input could not be cleaned (${reason})`);
}

import { UncleanableError } from '../errors.ts';
import { isTimeout } from '../media/sharp.ts';

/** What a failure of decoding means for cleaning. */
export function undecodable(error: unknown): UncleanableError {
  if (isTimeout(error)) return new UncleanableError('timeout', 'decoding took too long', { cause: error });
  return new UncleanableError('undecodable', 'a part of the picture does not decode', { cause: error });
}

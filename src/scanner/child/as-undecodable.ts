import { BystanderError, UncleanableError } from '../../errors.ts';

/** Rethrows: a coded error as it is, a decoder's as `UNCLEANABLE`, without its message, which may quote the content. */
export function asUndecodable(error: unknown): never {
  if (error instanceof BystanderError) throw error;
  throw new UncleanableError('undecodable', 'the picture cannot be decoded');
}

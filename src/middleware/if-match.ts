/** The version a client has seen, from `If-Match` (RFC 9110, 13.1.1). */
import type { Request } from 'express';
import { BystanderError } from '../errors.ts';

/** Throws `PRECONDITION_REQUIRED` without the header, `FINDINGS_CHANGED` for what is no version. */
export function versionShown(request: Request): number {
  const header = request.get('if-match');
  if (header === undefined)
    throw new BystanderError('PRECONDITION_REQUIRED', 'If-Match has to carry the version shown');
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new BystanderError('FINDINGS_CHANGED', 'If-Match names no version of this hold');
  return Number(version);
}

/** What kind of body a request has, told from its head and from whether somebody has read it. */
import type { Request } from 'express';
import { BystanderError } from '../errors.ts';

/** Throws `TOO_LARGE` on the announced length, before a byte of the body is read. */
export function refuseTooLarge(request: Request, maxBytes: number): void {
  if (Number(request.get('content-length') ?? 0) > maxBytes) {
    throw new BystanderError('TOO_LARGE', `the body is larger than ${maxBytes} bytes`);
  }
}

/** Whether the head announces a body (RFC 9112, 6.3). */
export function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
}

/**
 * Whether a parser has read the body into `req.body`. An empty object is no proof: on Express 4 `express.json()` sets one beside a body
 * that it leaves unread. `_body` is the mark of parsers that were given the bytes by somebody else.
 */
export function isParsed(request: Request): boolean {
  const isMarked = '_body' in request && request._body === true;
  return request.body !== undefined && (isMarked || request.readableDidRead);
}

/** Whether a form of a browser was posted that wants a page for an answer. */
export function isFormPost(request: Request): boolean {
  const wantsPage = (request.get('accept') ?? '').includes('text/html');
  return wantsPage && Boolean(request.is(['multipart/form-data', 'application/x-www-form-urlencoded']));
}

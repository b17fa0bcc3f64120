/** Errors as RFC 9457 problem documents with a stable `code`. */
import type { Response } from 'express';
import { BlockedError, BystanderError } from '../errors.ts';
import { codedMulterError, isMulterError } from './multer-errors.ts';

/** The `type` members of `http-errors` that body parsers use (https://github.com/expressjs/body-parser#errors). */
const PARSER_ERRORS = {
  'entity.too.large': 'TOO_LARGE',
  'parameters.too.many': 'TOO_MANY_FIELDS',
  'querystring.parse.rangeError': 'TOO_MANY_FIELDS',
  'entity.parse.failed': 'MALFORMED_BODY',
  'request.size.invalid': 'MALFORMED_BODY',
  'request.aborted': 'ABORTED',
  'encoding.unsupported': 'BODY_NOT_PARSED',
  'charset.unsupported': 'BODY_NOT_PARSED',
} as const;

/** The coded error for what Bystander, a body parser or multer threw; undefined for anything else. */
export function codedError(error: unknown): BystanderError | undefined {
  if (error instanceof BystanderError) return error;
  if (isMulterError(error)) return codedError(codedMulterError(error));
  if (!(error instanceof Error && 'type' in error)) return undefined;
  const code = Object.entries(PARSER_ERRORS).find(([type]) => type === error.type)?.[1];
  return code === undefined ? undefined : new BystanderError(code, 'the body could not be read');
}

/** Answers with the problem; nothing happens where the head is out already or nobody is there to read it. */
export function sendProblem(response: Response, error: BystanderError): void {
  if (response.headersSent || response.destroyed) return;
  const { code, status, message, retryAfterSeconds } = error;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  const problem = {
    type: `urn:bystander:problem:${code}`,
    title: code.toLowerCase().replaceAll('_', ' '),
    status,
    detail: message,
    code,
    ...(error instanceof BlockedError && { types: error.types }),
  };
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

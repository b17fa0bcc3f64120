/** Multer's and its parser's errors as coded ones. Their messages and fields may quote the client, so none of that is taken over. */
import { BystanderError, type ErrorCode } from '../errors.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  LIMIT_PART_COUNT: 'TOO_MANY_FIELDS',
  LIMIT_FILE_COUNT: 'TOO_MANY_FIELDS',
  LIMIT_FIELD_COUNT: 'TOO_MANY_FIELDS',
  LIMIT_FIELD_KEY: 'TOO_MANY_FIELDS',
  LIMIT_FIELD_NESTING: 'TOO_MANY_FIELDS',
  LIMIT_FIELD_ARRAY_INDEX: 'TOO_MANY_FIELDS',
  LIMIT_FILE_SIZE: 'TOO_LARGE',
  LIMIT_FIELD_VALUE: 'TOO_LARGE',
  LIMIT_UNEXPECTED_FILE: 'UNDECLARED_FIELD',
  MISSING_FIELD_NAME: 'MALFORMED_BODY',
  INVALID_FIELD_NAME: 'MALFORMED_BODY',
};

/** A `BystanderError` stays what it is; a system error (disk full) too. */
export function codedMulterError(error: unknown): unknown {
  if (error instanceof BystanderError) return error;
  const code = codeOf(error);
  if (code === undefined) return new BystanderError('MALFORMED_BODY', 'the multipart body is malformed');
  const known = CODES[code];
  if (known === undefined) return error;
  return new BystanderError(known, `the multipart body was refused (${code})`);
}

/** Whether multer made the error, in whatever copy of it. */
export function isMulterError(error: unknown): boolean {
  return error instanceof Error && error.name === 'MulterError';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

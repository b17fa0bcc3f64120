/**
 * Reads a multipart body to the spool. Everything that is wrong with it is answered at once, also while the client stalls: multer
 * alone would first wait for the end of the body.
 */
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Limits } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { UploadedFile } from './content.ts';
import { codedMulterError } from './multer-errors.ts';
import { safeFileName } from './safe-file-name.ts';
import type { SpoolSession } from './spool.ts';
import { createSpoolStorage, type SpoolStorage } from './spool-storage.ts';
import type { DeclaredFields } from './upload-options.ts';

export interface MultipartBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Reception {
  readonly request: Request;
  readonly response: Response;
  readonly signal: AbortSignal;
  readonly session: SpoolSession;
  readonly limits: Limits;
  readonly declared: DeclaredFields;
}

type Fail = (error: unknown) => void;
/** What is used of busboy. */
type Parser = NodeJS.WritableStream;

/** Depth of `a[b][c]` in field names. */
const MAX_NESTING = 16;
const MAX_FIELD_NAME_LENGTH = 200;
const KNOWN_ENCODINGS = ['7bit', '8bit', 'binary', 'base64', 'quoted-printable'];

/**
 * Files and text fields of the request. Rejects with `TOO_LARGE`, `TOO_MANY_FIELDS`, `UNDECLARED_FIELD`, `MALFORMED_BODY` or
 * `ABORTED`; what was written until then is gone with the session.
 */
export function receiveMultipart(reception: Reception): Promise<MultipartBody> {
  const { request, response, signal, session } = reception;
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const storage = createSpoolStorage(session, stop.signal);
    function fail(error: unknown): void {
      request.unpipe();
      request.resume();
      takeOff(request);
      stop.abort();
      reject(codedMulterError(error));
    }
    function abort(): void {
      fail(new BystanderError('ABORTED', 'the client went away'));
    }
    if (signal.aborted || request.destroyed) return abort();
    signal.addEventListener('abort', abort, { once: true });
    const parse = createParser(reception, storage, fail);
    parse(request, response, (error?: unknown) => {
      signal.removeEventListener('abort', abort);
      if (error) fail(error);
      else resolve(takeBody(request, storage));
    });
  });
}

function createParser(
  { limits, declared }: Reception,
  storage: SpoolStorage,
  fail: Fail,
): ReturnType<multer.Multer['any']> {
  const left = new Map(declared.files.map(({ name, maxCount }) => [name, maxCount]));
  const options: multer.Options & { streamHandler(request: Request, parser: Parser): void } = {
    storage,
    // Browsers send file names as UTF-8; multer's default reads them as latin1.
    defParamCharset: 'utf8',
    limits: {
      parts: limits.fields,
      fieldSize: limits.bytes,
      fieldArrayIndexLimit: limits.fields,
    },
    fileFilter(_request, { fieldname }, callback) {
      const free = left.get(fieldname);
      left.set(fieldname, (free ?? 0) - 1);
      if (free !== undefined && free > 0) return callback(null, true);
      const error =
        free === undefined ? undeclared() : new BystanderError('TOO_MANY_FIELDS', 'a field has too many files');
      fail(error);
      callback(error);
    },
    streamHandler(request, parser) {
      watch(parser, declared, fail);
      limitBytes(request, limits.bytes, fail);
      request.pipe(parser);
    },
  };
  return multer(options).any();
}

/** Sees what multer would let through or answer late. */
function watch(parser: Parser, declared: DeclaredFields, fail: Fail): void {
  parser.on('error', fail);
  parser.on('partsLimit', () => fail(new BystanderError('TOO_MANY_FIELDS', 'the multipart body has too many parts')));
  parser.on('field', (name: string | undefined) => {
    const error = fieldError(name, declared);
    if (error !== undefined) fail(error);
  });
  parser.on('file', (name: string | undefined, stream: NodeJS.ReadableStream, { filename }: { filename?: string }) => {
    if (name === undefined) fail(new BystanderError('MALFORMED_BODY', 'a part has no field name'));
    // An empty file input comes as an empty part without a name; with content, multer would drop it silently.
    if (!filename)
      stream.once('data', () => fail(new BystanderError('MALFORMED_BODY', 'a file part has no file name')));
  });
}

function fieldError(name: string | undefined, declared: DeclaredFields): BystanderError | undefined {
  if (name === undefined) return new BystanderError('MALFORMED_BODY', 'a part has no field name');
  if (name.length > MAX_FIELD_NAME_LENGTH || name.split('[').length > MAX_NESTING) {
    return new BystanderError('TOO_MANY_FIELDS', 'a field name is too long or too deep');
  }
  // `prompt[]` and `prompt[title]` are the declared field `prompt`.
  return declared.text.includes(name.replace(/\[.*/s, '')) ? undefined : undeclared();
}

function limitBytes(request: Request, maxBytes: number, fail: Fail): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) fail(new BystanderError('TOO_LARGE', `the body is larger than ${maxBytes} bytes`));
  });
}

function takeBody(request: Request, storage: SpoolStorage): MultipartBody {
  const files = Array.isArray(request.files) ? request.files : [];
  const { body } = request;
  takeOff(request);
  return { body, files: files.map((file) => uploadedFile(file, storage)) };
}

/** Until it is clean nobody sees it, error handlers and loggers neither. A list, because multer may still put a file on it. */
function takeOff(request: Request): void {
  request.body = undefined;
  request.files = [];
}

function uploadedFile(file: Express.Multer.File, storage: SpoolStorage): UploadedFile {
  const { fieldname, originalname, encoding, mimetype, path, size } = file;
  const received = storage.received(path);
  return {
    fieldname,
    isDeclared: true,
    originalname: safeFileName(originalname),
    // Both are the client's words; the real type replaces the claim once it is known.
    encoding: KNOWN_ENCODINGS.includes(encoding) ? encoding : 'binary',
    mimetype,
    size,
    source: { path },
    ...(received && { received }),
  };
}

function undeclared(): BystanderError {
  return new BystanderError('UNDECLARED_FIELD', 'the body has a field that this route does not declare');
}

/** The small body that resumes a hold: exactly `{ "hold": "hld_…" }`, as JSON or as a form. */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { BystanderError } from '../errors.ts';
import { codedError } from './problem.ts';

const MAX_BYTES = 1024;
const parsers: readonly RequestHandler[] = [
  express.json({ limit: MAX_BYTES }),
  express.urlencoded({ limit: MAX_BYTES, extended: false }),
];

/** The hold's id if the body is a resume, else undefined. */
export function holdToResume(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const [entry, ...others] = Object.entries(body);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, value] = entry;
  return name === 'hold' && typeof value === 'string' && value.startsWith('hld_') ? value : undefined;
}

/** Parses a body of at most 1 KB into `req.body`, unless somebody did; false when it is longer. Throws `MALFORMED_BODY`. */
export async function readSmallBody(request: Request, response: Response): Promise<boolean> {
  try {
    for (const parser of parsers) await run(parser, request, response);
    return true;
  } catch (error) {
    if (error instanceof BystanderError && error.code === 'TOO_LARGE') return false;
    throw error;
  }
}

function run(parser: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    parser(request, response, (error?: unknown) =>
      error === undefined ? resolve() : reject(codedError(error) ?? error),
    );
  });
}

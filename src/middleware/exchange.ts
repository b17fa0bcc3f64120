/** One request under guard: its files, its end, and how its errors are answered. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { BystanderError } from '../errors.ts';
import type { HoldOrigin } from '../holds/types.ts';
import { closeStalled } from './close-stalled.ts';
import { type Guard, refuseClosed } from './guard.ts';
import { accountOf, identifySubject } from './identify-subject.ts';
import { sendProblem } from './problem.ts';
import { dropQuery } from './replace-query.ts';
import type { SpoolSession } from './spool.ts';
import type { Submission } from './submission.ts';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly session: SpoolSession;
  /** Aborted when the client goes away before the answer is out. */
  readonly signal: AbortSignal;
}

/** What a middleware does with a request: hand it on, or answer it itself. */
export type Outcome = 'handler' | 'answered';

/**
 * A middleware around `work`. All listeners are there before anything is awaited, no rejection gets out (Express 4 would not catch
 * it), and files are removed when the response closes, or at once when the handler is not reached.
 */
export function guarded(guard: Guard, name: string, work: (exchange: Exchange) => Promise<Outcome>): RequestHandler {
  const handler: RequestHandler = (request, response, next) => {
    const exchange = openExchange(guard, request, response);
    work(exchange).then(
      (outcome) => {
        if (outcome === 'handler' && !exchange.signal.aborted) next();
      },
      (error: unknown) => fail(guard, exchange, next, error),
    );
  };
  return Object.defineProperty(handler, 'name', { value: name });
}

/** Subject and account are asked for here, before the body is read. Throws `SUBJECT_REQUIRED`, `CLOSED`. */
export async function submissionOf(guard: Guard, exchange: Exchange, kind: HoldOrigin['kind']): Promise<Submission> {
  refuseClosed(guard);
  const { request, response, session, signal } = exchange;
  const subject = await identifySubject(guard, request, response);
  const account = await accountOf(guard, request);
  return { subject, account, session, signal, lang: request.get('accept-language'), origin: originOf(request, kind) };
}

function openExchange({ spool, logger }: Guard, request: Request, response: Response): Exchange {
  const session = spool.open();
  const ended = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) ended.abort();
    session.remove().catch(() => logger.error('bystander: files of a request could not be removed'));
  });
  if (response.destroyed) ended.abort();
  return { request, response, session, signal: ended.signal };
}

function originOf(request: Request, kind: HoldOrigin['kind']): HoldOrigin {
  const path = request.originalUrl.split('?', 1)[0] ?? '';
  return { kind, method: request.method, path, mount: request.baseUrl };
}

function fail(
  guard: Guard,
  { request, response, session, signal }: Exchange,
  next: NextFunction,
  error: unknown,
): void {
  session.remove().catch(() => guard.logger.error('bystander: files of a refused request could not be removed'));
  dropQuery(request);
  // Nobody is there to be answered.
  if (signal.aborted) return;
  closeStalled(request, response);
  if (error instanceof BystanderError && !guard.errorsGoToHost()) sendProblem(response, error);
  else next(error);
}

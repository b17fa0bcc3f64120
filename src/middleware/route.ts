/** One route of `router()`: where it is, what it may assume, and what it answers. */
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { BystanderError } from '../errors.ts';
import { refuseCrossSite, requireJson } from './cross-site.ts';
import type { Guard } from './guard.ts';
import { identifySubject } from './identify-subject.ts';
import { codedError, sendProblem } from './problem.ts';

export interface RouteCall {
  readonly guard: Guard;
  readonly request: Request;
  readonly response: Response;
  /** Path of a hold, item or record parameter; always there in a matched route. */
  parameter(name: string): string;
  /** Throws `SUBJECT_REQUIRED`. */
  subject(): Promise<string>;
}

export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  /** What is read into `request.body`; a route that reads or changes something is for this site only. */
  readonly body?: 'json' | 'form';
  answer(call: RouteCall): Promise<void> | void;
}

const MAX_BODY_BYTES = 2 ** 20;
/** A form has a few fields for each finding. */
const MAX_FORM_FIELDS = 20_000;
const parsers = {
  json: express.json({ limit: MAX_BODY_BYTES }),
  form: express.urlencoded({ limit: MAX_BODY_BYTES, parameterLimit: MAX_FORM_FIELDS, extended: false }),
} as const;

/** The handlers of a route, for an Express router. */
export function routeHandlers(guard: Guard, route: Route): RequestHandler[] {
  return [
    handler(guard, ({ request, response }) => admitRequest(guard, route, request, response)),
    ...(route.body === undefined ? [] : [parsing(guard, parsers[route.body])]),
    handler(guard, (call) => route.answer(call), 'answers'),
  ];
}

function admitRequest({ options }: Guard, { method, body }: Route, request: Request, response: Response): void {
  if (request.baseUrl.toLowerCase() !== options.routerPath.toLowerCase()) {
    const message = `the router is not mounted at the option routerPath (${options.routerPath})`;
    throw new BystanderError('ROUTER_PATH_MISMATCH', message);
  }
  response.set({
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  if (method === 'get') return;
  refuseCrossSite(request, options.origins);
  if (body === 'json') requireJson(request);
}

function handler(guard: Guard, work: (call: RouteCall) => Promise<void> | void, kind?: 'answers'): RequestHandler {
  return (request, response, next) => {
    const call: RouteCall = {
      guard,
      request,
      response,
      parameter: (name) => String(request.params[name] ?? ''),
      subject: () => identifySubject(guard, request, response),
    };
    // An async function, so that what `work` throws becomes a rejection too.
    const working = (async () => work(call))();
    working.then(
      () => kind === undefined && next(),
      (error: unknown) => fail(guard, response, next, error),
    );
  };
}

function parsing(guard: Guard, parser: RequestHandler): RequestHandler {
  return (request, response, next) => {
    parser(request, response, (error?: unknown) => (error === undefined ? next() : fail(guard, response, next, error)));
  };
}

function fail(guard: Guard, response: Response, next: NextFunction, error: unknown): void {
  const coded = codedError(error);
  // A parser's own error carries the body; only the coded one goes on.
  if (coded === undefined || guard.errorsGoToHost()) next(coded ?? error);
  else sendProblem(response, coded);
}

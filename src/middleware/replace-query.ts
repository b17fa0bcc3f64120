/** Gives a request another query, wherever handlers and loggers read it. */
import type { Request } from 'express';
import { queryOf, withQuery } from './query-items.ts';

/** Rewrites `req.url`, `req.originalUrl` and `req.query`. */
export function replaceQuery(request: Request, query: string): void {
  request.url = withQuery(request.url, query);
  request.originalUrl = withQuery(request.originalUrl, query);
  defineQuery(request, query);
}

/** Parses the query as the app is configured to. On Express 5 `req.query` is a getter, so it is defined rather than assigned. */
export function defineQuery(request: Request, query: string): void {
  const parse: unknown = request.app.get('query parser fn');
  const value: unknown = typeof parse === 'function' ? parse(query) : Object.create(null);
  Object.defineProperty(request, 'query', { value, writable: true, configurable: true, enumerable: true });
}

/** Takes the query off a request that no handler gets, so that no access log writes down what was not let by. */
export function dropQuery(request: Request): void {
  if (queryOf(request.url) !== '') replaceQuery(request, '');
}

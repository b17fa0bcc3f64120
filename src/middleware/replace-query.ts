/** Gives a request another query, wherever handlers and loggers read it. */
import type { Request } from 'express';
import { withQuery } from './query-items.ts';

/**
 * Rewrites `req.url` and `req.originalUrl`, and parses the query anew as the app is configured to. On Express 5 `req.query` is a getter,
 * so it is defined rather than assigned.
 */
export function replaceQuery(request: Request, query: string): void {
  request.url = withQuery(request.url, query);
  request.originalUrl = withQuery(request.originalUrl, query);
  const parse: unknown = request.app.get('query parser fn');
  const value: unknown = typeof parse === 'function' ? parse(query) : Object.create(null);
  Object.defineProperty(request, 'query', { value, writable: true, configurable: true, enumerable: true });
}

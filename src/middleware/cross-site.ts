/** Whether a request that changes something was made by the site itself (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/). */
import type { Request } from 'express';
import { BystanderError } from '../errors.ts';

/**
 * Throws `CROSS_SITE` unless `Sec-Fetch-Site` is same-origin, or `Origin` is listed or the request's own. A client that is no browser sends
 * one of the two itself.
 */
export function refuseCrossSite(request: Request, origins: readonly string[]): void {
  if (request.get('sec-fetch-site') === 'same-origin') return;
  const origin = request.get('origin');
  if (origin !== undefined && (isListed(origin, origins) || isOwn(origin, request))) return;
  throw new BystanderError('CROSS_SITE', 'the request does not come from this site');
}

/** Throws `CROSS_SITE` for content types that a plain form of another site could send. */
export function requireJson(request: Request): void {
  if (!request.is('application/json'))
    throw new BystanderError('CROSS_SITE', 'the content type has to be application/json');
}

function isListed(origin: string, origins: readonly string[]): boolean {
  return origins.some((listed) => new URL(listed).origin === origin);
}

/** Behind a proxy that ends TLS the request looks like plain HTTP, so HTTPS to the same host counts as the same. */
function isOwn(origin: string, request: Request): boolean {
  const host = request.get('host');
  return origin === `${request.protocol}://${host}` || origin === `https://${host}`;
}

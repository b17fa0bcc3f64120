/** The headers of every page of this room. */
import { createHash } from 'node:crypto';
import { PAGE_STYLE } from './page-style.ts';

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE, 'utf8').digest('base64');

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * No script, no foreign picture, no frame, no cache. `strict-origin` and not `no-referrer`: under the latter a form post carries
 * `Origin: null` (Fetch standard, "append a request Origin header"), and the check for same-origin posts would refuse it; the path,
 * which has the hold's id, is sent to nobody.
 */
export function promptPageHeaders(): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'strict-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

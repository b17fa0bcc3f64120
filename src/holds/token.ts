/**
 * The decision token: HMAC-SHA-256 over hold, version, statement and subject, with its key's id. It proves that this
 * subject was sent this statement with these findings; that it is used once is the store's compare-and-set, not the
 * token's business.
 */
import type { HostKeys } from './host-keys.ts';
import type { StatementRef } from './types.ts';

export interface TokenClaims {
  readonly hold: string;
  readonly version: number;
  readonly statement: StatementRef;
  readonly subject: string;
}

export function signToken(keys: HostKeys, claims: TokenClaims): string {
  return keys.sign('token', messageOf(claims));
}

export function verifyToken(keys: HostKeys, claims: TokenClaims, token: string): boolean {
  return keys.verify('token', messageOf(claims), token);
}

/** JSON, so that no two claims can be written as one. */
function messageOf({ hold, version, statement, subject }: TokenClaims): string {
  return JSON.stringify([hold, version, statement.id, statement.version, statement.lang, statement.sha256, subject]);
}

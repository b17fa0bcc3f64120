/**
 * The evidence chain. A leaf is SHA-256 over a record's salt and text; each link hashes the one before with the next
 * leaf. Without the salt a leaf says nothing about its record, so a record can be erased and the chain still verifies.
 */
import { createHash } from 'node:crypto';

/** What the first link is chained to. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

export function leafOf(salt: Uint8Array, document: string): Uint8Array {
  return createHash('sha256').update(salt).update(document).digest();
}

export function nextLink(previous: Uint8Array, leaf: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(leaf).digest();
}

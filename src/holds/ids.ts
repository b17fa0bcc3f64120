/** Names of holds and records: 128 random bits, not guessable, no order, never an asset's name. */
import { randomBytes } from 'node:crypto';

const ID_BYTES = 16;

export function newHoldId(): string {
  return `hld_${randomBytes(ID_BYTES).toString('base64url')}`;
}

export function newRecordId(): string {
  return `rec_${randomBytes(ID_BYTES).toString('base64url')}`;
}

export function isHoldId(id: string): boolean {
  return /^hld_[\w-]{22}$/.test(id);
}

export function isRecordId(id: string): boolean {
  return /^rec_[\w-]{22}$/.test(id);
}

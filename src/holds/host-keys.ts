/**
 * The host's keys, taken apart: HKDF-SHA-256 (RFC 5869) gives every purpose a key of its own. The first key writes, all
 * of them read, and whatever a key made carries the key's id, so that keys can be rotated.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Key } from '../core/options.ts';
import { decodeSecret } from '../core/options-schema.ts';
import { BystanderError, ConfigError } from '../errors.ts';
import { KEY_BYTES, open, seal } from './seal.ts';

type Purpose = 'wrapping' | 'principal' | 'token' | 'document' | 'idempotency' | 'notes';

export interface HostKeys {
  /** Every reference a subject may be stored under, the one for new rows first. */
  principals(subject: string): readonly [string, ...string[]];
  /** `keyId.hmac`, the HMAC-SHA-256 in base64url. */
  sign(purpose: Purpose, message: string): string;
  /** In constant time. */
  verify(purpose: Purpose, message: string, signature: string): boolean;
  seal(purpose: Purpose, context: string, content: Uint8Array): Uint8Array;
  /** Throws `STORE_FAILED` when the key is no longer there or the bytes do not verify. */
  open(purpose: Purpose, context: string, sealed: Uint8Array): Uint8Array;
}

interface HostKey {
  readonly id: string;
  readonly for: Readonly<Record<Purpose, Uint8Array>>;
}

/** Throws `ConfigError` when there is no key, a secret is not 32 bytes, or an id stands twice. */
export function createHostKeys(keys: readonly Key[]): HostKeys {
  const hostKeys = keys.map(deriveKeys);
  const byId = new Map(hostKeys.map((key) => [key.id, key]));
  const [writer, ...readers] = hostKeys;
  if (writer === undefined) throw new ConfigError([{ path: 'keys', expected: 'at least one key' }]);
  if (byId.size < keys.length) throw new ConfigError([{ path: 'keys', expected: 'ids that differ' }]);

  return {
    principals: (subject) => [
      signWith(writer, 'principal', subject),
      ...readers.map((key) => signWith(key, 'principal', subject)),
    ],
    sign: (purpose, message) => signWith(writer, purpose, message),
    verify(purpose, message, signature) {
      const key = byId.get(signature.split('.', 1)[0] ?? '');
      if (key === undefined) return false;
      const expected = Buffer.from(signWith(key, purpose, message));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    seal(purpose, context, content) {
      const id = Buffer.from(writer.id);
      return Buffer.concat([Uint8Array.of(id.length), id, seal(writer.for[purpose], `${purpose}|${context}`, content)]);
    },
    open(purpose, context, sealed) {
      const idEnd = 1 + (sealed[0] ?? 0);
      const key = byId.get(Buffer.from(sealed.subarray(1, idEnd)).toString());
      if (key === undefined) throw new BystanderError('STORE_FAILED', 'the key that sealed this is not among the keys');
      return open(key.for[purpose], `${purpose}|${context}`, sealed.subarray(idEnd));
    },
  };
}

function deriveKeys({ id, secret }: Key, index: number): HostKey {
  const bytes = decodeSecret(secret);
  if (bytes === undefined) throw new ConfigError([{ path: `keys.${index}.secret`, expected: '32 bytes' }]);
  const derive = (purpose: Purpose) =>
    new Uint8Array(hkdfSync('sha256', bytes, '', `bystander/1/${purpose}`, KEY_BYTES));
  return {
    id,
    for: {
      wrapping: derive('wrapping'),
      principal: derive('principal'),
      token: derive('token'),
      document: derive('document'),
      idempotency: derive('idempotency'),
      notes: derive('notes'),
    },
  };
}

function signWith(key: HostKey, purpose: Purpose, message: string): string {
  return `${key.id}.${createHmac('sha256', key.for[purpose]).update(message).digest('base64url')}`;
}

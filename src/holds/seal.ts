/**
 * Authenticated encryption of everything held: AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce, then the ciphertext, then the
 * 128-bit tag. `context` is the associated data: sealed bytes open only in the place they were sealed for.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BystanderError } from '../errors.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;
export const SEAL_OVERHEAD_BYTES: number = NONCE_BYTES + TAG_BYTES;

export function seal(key: Uint8Array, context: string, content: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The same for content that should not be in memory at once. */
export async function* sealStream(
  key: Uint8Array,
  context: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  yield nonce;
  for await (const chunk of content) yield cipher.update(chunk);
  cipher.final();
  yield cipher.getAuthTag();
}

/** Gives no byte before the tag verified. Throws `STORE_FAILED` for a wrong key, a wrong place or changed bytes. */
export function open(key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array {
  if (sealed.length < SEAL_OVERHEAD_BYTES) throw new BystanderError('STORE_FAILED', 'sealed bytes are cut short');
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const content = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch (cause) {
    throw new BystanderError('STORE_FAILED', 'sealed bytes do not verify', { cause });
  }
  return content;
}

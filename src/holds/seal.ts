/**
 * Authenticated encryption of everything held: AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce, then the
 * ciphertext, then the 128-bit tag. `context` is the associated data: sealed bytes open only in the place they were
 * sealed for.
 */
import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';
import { BystanderError } from '../errors.ts';
import { inSteps } from './in-steps.ts';

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
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  yield nonce;
  for await (const chunk of content) yield cipher.update(chunk);
  cipher.final();
  yield cipher.getAuthTag();
}

/** Throws `STORE_FAILED` for a wrong key, a wrong place or changed bytes. */
export function open(key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array {
  const { decipher, ciphertext } = opening(key, context, sealed);
  const content = decipher.update(ciphertext);
  assertVerified(decipher);
  return content;
}

/** The same for content that may be large. No byte of it is given before the tag verified. */
export async function openInSteps(key: Uint8Array, context: string, sealed: Uint8Array): Promise<Uint8Array> {
  const { decipher, ciphertext } = opening(key, context, sealed);
  const content = Buffer.alloc(ciphertext.length);
  let length = 0;
  for await (const step of inSteps(ciphertext)) {
    content.set(decipher.update(step), length);
    length += step.length;
  }
  assertVerified(decipher);
  return content;
}

interface Opening {
  readonly decipher: DecipherGCM;
  readonly ciphertext: Uint8Array;
}

function opening(key: Uint8Array, context: string, sealed: Uint8Array): Opening {
  if (sealed.length < SEAL_OVERHEAD_BYTES) throw new BystanderError('STORE_FAILED', 'sealed bytes are cut short');
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return { decipher, ciphertext: sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES) };
}

function assertVerified(decipher: DecipherGCM): void {
  try {
    decipher.final();
  } catch (cause) {
    throw new BystanderError('STORE_FAILED', 'sealed bytes do not verify', { cause });
  }
}

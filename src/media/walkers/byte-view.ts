/** The one guard that every offset and length read from a file goes through. */

/** The bytes are not what the format's standard says; no content in the message. Seen by the walkers' callers as an incomplete walk. */
export class MalformedImageError extends Error {
  constructor(what: string, cause?: unknown) {
    super(`malformed ${what}`, cause === undefined ? undefined : { cause });
    this.name = 'MalformedImageError';
  }
}

/** Guarded reads; each throws `MalformedImageError` when it would leave the bytes. */
export interface ByteView {
  readonly size: number;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  /** Throws as well when the number is not safe in JavaScript. */
  u64(at: number): number;
  latin1(at: number, length: number): string;
  /** A view on the same memory, never a copy. */
  slice(at: number, length: number): Buffer;
}

/** Big endian unless told. */
export function byteView(bytes: Uint8Array, { littleEndian = false }: { littleEndian?: boolean } = {}): ByteView {
  const buffer = asBuffer(bytes);
  const guard = (at: number, length: number): number => {
    if (
      !Number.isSafeInteger(at) ||
      !Number.isSafeInteger(length) ||
      at < 0 ||
      length < 0 ||
      at + length > buffer.length
    )
      throw new MalformedImageError('length');
    return at;
  };
  return {
    size: buffer.length,
    u8: (at) => buffer.readUInt8(guard(at, 1)),
    u16: (at) => (littleEndian ? buffer.readUInt16LE(guard(at, 2)) : buffer.readUInt16BE(guard(at, 2))),
    u32: (at) => (littleEndian ? buffer.readUInt32LE(guard(at, 4)) : buffer.readUInt32BE(guard(at, 4))),
    u64(at) {
      const value = Number(littleEndian ? buffer.readBigUInt64LE(guard(at, 8)) : buffer.readBigUInt64BE(guard(at, 8)));
      if (!Number.isSafeInteger(value)) throw new MalformedImageError('length');
      return value;
    },
    latin1: (at, length) => buffer.toString('latin1', guard(at, length), at + length),
    slice: (at, length) => buffer.subarray(guard(at, length), at + length),
  };
}

/** The same memory as a Buffer, for its `indexOf` and reads. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The one guard that every offset and length read from a file goes through. */

/** The bytes are not what the format's standard says; no content in the message. Seen by the walkers' callers as an incomplete walk. */
export class MalformedImageError extends Error {
  constructor(what: string, cause?: unknown) {
    super(`malformed ${what}`, cause === undefined ? undefined : { cause });
    this.name = 'MalformedImageError';
  }
}

/** Guarded reads; each throws `MalformedImageError` when it would leave the bytes. Big endian, but see `littleEndian`. */
export interface ByteView {
  readonly size: number;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  /** Throws as well when the number is not safe in JavaScript. */
  u64(at: number): number;
  latin1(at: number, length: number): string;
  /** Never a copy when the bytes are in memory. From a file at most `MAX_SLICE_BYTES`, throws beyond. */
  slice(at: number, length: number): Buffer;
  /** The bytes from an offset on, as many as are at hand: all that follow, or the next part of a file. Empty at the end only. */
  window(at: number): Buffer;
  /** The same bytes, numbers read from their low end. */
  littleEndian(): ByteView;
}

/** What one read of a file may take into memory. */
export const MAX_SLICE_BYTES: number = 64 * 2 ** 20;
/** What a block carries of its payload; whoever reads more than this of one block has been sent a bomb. */
export const MAX_PAYLOAD_BYTES: number = 16 * 2 ** 20;

/** Where bytes come from: memory, or a file. Its caller has checked that the range lies inside. */
export interface ByteSource {
  readonly size: number;
  /** A buffer that holds the range, and the offset in it where the range begins. */
  hold(at: number, length: number): { readonly buffer: Buffer; readonly from: number };
  window(at: number): Buffer;
}

/** Bytes in memory. */
export function byteView(bytes: Uint8Array): ByteView {
  const buffer = asBuffer(bytes);
  return viewOf({
    size: buffer.length,
    hold: (at) => ({ buffer, from: at }),
    window: (at) => buffer.subarray(at),
  });
}

/** Guards a source. */
export function viewOf(source: ByteSource, isLittleEndian = false): ByteView {
  const { size } = source;
  const hold = (at: number, length: number): { readonly buffer: Buffer; readonly from: number } => {
    const isInside =
      Number.isSafeInteger(at) && Number.isSafeInteger(length) && at >= 0 && length >= 0 && at + length <= size;
    if (!isInside) throw new MalformedImageError('length');
    return source.hold(at, length);
  };
  return {
    size,
    u8(at) {
      const { buffer, from } = hold(at, 1);
      return buffer.readUInt8(from);
    },
    u16(at) {
      const { buffer, from } = hold(at, 2);
      return isLittleEndian ? buffer.readUInt16LE(from) : buffer.readUInt16BE(from);
    },
    u32(at) {
      const { buffer, from } = hold(at, 4);
      return isLittleEndian ? buffer.readUInt32LE(from) : buffer.readUInt32BE(from);
    },
    u64(at) {
      const { buffer, from } = hold(at, 8);
      const value = Number(isLittleEndian ? buffer.readBigUInt64LE(from) : buffer.readBigUInt64BE(from));
      if (!Number.isSafeInteger(value)) throw new MalformedImageError('length');
      return value;
    },
    latin1(at, length) {
      const { buffer, from } = hold(at, length);
      return buffer.toString('latin1', from, from + length);
    },
    slice(at, length) {
      const { buffer, from } = hold(at, length);
      return buffer.subarray(from, from + length);
    },
    window: (at) => source.window(at),
    littleEndian: () => viewOf(source, true),
  };
}

/** A range as a view of its own; nothing is copied. Throws `MalformedImageError` when it leaves the bytes. */
export function partOf(view: ByteView, offset: number, length: number): ByteView {
  if (offset + length > view.size) throw new MalformedImageError('length');
  return viewOf({
    size: length,
    hold: (at, bytes) => ({ buffer: view.slice(offset + at, bytes), from: 0 }),
    window: (at) => view.window(offset + at).subarray(0, length - at),
  });
}

/** A block's payload, cut at `MAX_PAYLOAD_BYTES`. */
export function payloadOf(view: ByteView, at: number, length: number): Buffer {
  return view.slice(at, Math.min(length, MAX_PAYLOAD_BYTES));
}

/** The same memory as a Buffer, for its `indexOf` and reads. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The chunks of a PNG, and what its first one says. Source: PNG specification, third edition (W3C), sections 5 and 11.2.1. */
import { crc32 } from 'node:zlib';
import { type ByteView, MalformedImageError } from './byte-view.ts';

export interface PngChunk {
  readonly type: string;
  readonly offset: number;
  /** With length, type and CRC. */
  readonly length: number;
  /** Of its data, which begins at `offset + PNG_DATA_AT`. */
  readonly size: number;
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample, or of a palette's index. */
  readonly depth: number;
  readonly colourType: number;
  readonly isInterlaced: boolean;
}

/** The colour types of the specification. */
export const GREY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GREY_ALPHA = 4;
export const RGB_ALPHA = 6;

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';
export const PNG_DATA_AT = 8;
/** Signature and IHDR, which always stands first. */
export const PNG_HEAD_BYTES = 33;
/** Large files are often cut into chunks of 8 KiB. */
const MAX_CHUNKS = 100_000;
/** Length, type and CRC. */
const FRAMING_BYTES = 12;
const IHDR_BYTES = 13;

/** All chunks, IHDR first and IEND last. Throws `MalformedImageError`. */
export function* pngChunks(view: ByteView): Generator<PngChunk> {
  if (view.latin1(0, PNG_SIGNATURE.length) !== PNG_SIGNATURE) throw new MalformedImageError('PNG: no signature');
  let at = PNG_SIGNATURE.length;
  for (let chunks = 0; chunks < MAX_CHUNKS; chunks++) {
    const size = view.u32(at);
    const type = view.latin1(at + 4, 4);
    const length = FRAMING_BYTES + size;
    if (at + length > view.size) throw new MalformedImageError('PNG: chunk size');
    if (chunks === 0 && (type !== 'IHDR' || size !== IHDR_BYTES)) throw new MalformedImageError('PNG: no IHDR');
    yield { type, offset: at, length, size };
    if (type === 'IEND') return;
    at += length;
  }
  throw new MalformedImageError('PNG: too many chunks');
}

/** Throws `MalformedImageError`. */
export function pngHeader(view: ByteView): PngHeader {
  for (const chunk of pngChunks(view)) {
    const data = dataOf(view, chunk);
    const [depth = 0, colourType = 0, , , interlace = 0] = data.subarray(8);
    return {
      width: data.readUInt32BE(0),
      height: data.readUInt32BE(4),
      depth,
      colourType,
      isInterlaced: interlace === 1,
    };
  }
  throw new MalformedImageError('PNG: no IHDR');
}

export function dataOf(view: ByteView, { offset, size }: PngChunk): Buffer {
  return view.slice(offset + PNG_DATA_AT, size);
}

/** Decoders drop an ancillary chunk whose checksum is wrong, and refuse a file with such a critical one. */
export function hasRightCrc(view: ByteView, { offset, size }: PngChunk): boolean {
  return crc32(view.slice(offset + 4, 4 + size)) === view.u32(offset + PNG_DATA_AT + size);
}

/** A chunk as it stands in a file. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(PNG_DATA_AT);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(data, crc32(head.subarray(4))));
  return Buffer.concat([head, data, crc]);
}

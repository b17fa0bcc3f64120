/**
 * With which quality the first lossy picture of a WebP was coded. Source: RFC 6386 sections 7.3 (bool decoder), 9.2 to 9.6 and 19.2; how
 * libwebp makes quantizers of a quality, `VP8SetSegmentParams` in its `quant_enc.c`.
 */
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { RIFF_CHUNK_HEADER_BYTES, webpLayout } from './webp-chunks.ts';

/** Frame tag, start code and size, before the coded header. */
const KEY_FRAME_HEAD_BYTES = 10;
/** The coded header with all that may stand in it before the quantizer. */
const CODED_BYTES = 64;
const SEGMENTS = 4;
const MAX_QUANTIZER = 127;

/** Quality of libwebp, 0 to 100; undefined where every picture is stored without loss. Throws `MalformedImageError`. */
export function webpQuality(view: ByteView): number | undefined {
  const parts = webpLayout(view).frames.flatMap((frame) => frame.parts);
  const lossy = parts.find(({ type }) => type === 'VP8 ');
  if (lossy === undefined) return undefined;
  if (lossy.size <= KEY_FRAME_HEAD_BYTES) throw new MalformedImageError('WebP: VP8');
  const start = lossy.offset + RIFF_CHUNK_HEADER_BYTES + KEY_FRAME_HEAD_BYTES;
  const coded = view.slice(start, Math.min(CODED_BYTES, lossy.size - KEY_FRAME_HEAD_BYTES));
  const fineness = 1 - quantizerOf(createBits(coded)) / MAX_QUANTIZER;
  const linear = fineness ** 3;
  return 100 * (linear < 0.5 ? linear * 1.5 : (linear + 1) / 2);
}

/** The finest of the segments' quantizers: a picture's plain parts have the coarser ones. */
function quantizerOf(bits: Bits): number {
  // Colour space and clamping.
  bits.number(2);
  const segments = bits.flag() ? readSegments(bits) : undefined;
  // Kind, level and sharpness of the loop filter.
  bits.number(1 + 6 + 3);
  if (bits.flag() && bits.flag()) for (let delta = 0; delta < 8; delta++) bits.optional(6);
  // The number of partitions.
  bits.number(2);
  const base = bits.number(7);
  if (segments === undefined) return base;
  const quantizers = segments.values.map((value) => (segments.areAbsolute ? value : base + value));
  return Math.min(MAX_QUANTIZER, Math.max(0, Math.min(...quantizers)));
}

function readSegments(bits: Bits): { readonly areAbsolute: boolean; readonly values: readonly number[] } | undefined {
  const hasMap = bits.flag();
  const hasValues = bits.flag();
  const areAbsolute = hasValues && bits.flag();
  const values = Array.from({ length: hasValues ? SEGMENTS : 0 }, () => bits.optional(7));
  if (hasValues) for (let filter = 0; filter < SEGMENTS; filter++) bits.optional(6);
  if (hasMap) for (let probability = 0; probability < SEGMENTS - 1; probability++) if (bits.flag()) bits.number(8);
  return hasValues ? { areAbsolute, values } : undefined;
}

interface Bits {
  flag(): boolean;
  number(bits: number): number;
  /** A flag, and if it is set a number and its sign; else 0. */
  optional(bits: number): number;
}

/** The bool decoder with even odds. Behind the end it reads zeros, as decoders do. */
function createBits(bytes: Uint8Array): Bits {
  let value = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  let next = 2;
  let range = 255;
  let shifted = 0;
  const flag = (): boolean => {
    const split = 1 + ((range - 1) >> 1);
    const isSet = value >= split << 8;
    if (isSet) value -= split << 8;
    range = isSet ? range - split : split;
    while (range < 128) {
      value <<= 1;
      range <<= 1;
      if (++shifted === 8) {
        shifted = 0;
        value |= bytes[next++] ?? 0;
      }
    }
    return isSet;
  };
  const number = (bits: number): number => {
    let read = 0;
    for (let bit = 0; bit < bits; bit++) read = read * 2 + Number(flag());
    return read;
  };
  const optional = (bits: number): number => {
    if (!flag()) return 0;
    const magnitude = number(bits);
    return flag() ? -magnitude : magnitude;
  };
  return { flag, number, optional };
}

/**
 * Decodes a BMP of 1 to 32 bits without run lengths to RGB; alpha is left out. Sources: as `walkers/bmp-layout.ts`. Misses: colour
 * profiles and gamma.
 */
import { BystanderError } from '../errors.ts';
import { type BmpLayout, readBmp } from './walkers/bmp-layout.ts';
import type { ByteView } from './walkers/byte-view.ts';

export interface RgbPixels {
  /** Interleaved, 8 bits. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Colours of one row, from its bytes to RGB. */
type ReadRow = (row: Buffer, into: Buffer, at: number) => void;

const PLAIN_MASKS: Readonly<Record<number, readonly number[]>> = {
  16: [0x7c00, 0x03e0, 0x001f],
  32: [0xff0000, 0xff00, 0xff],
};

/** Throws `UNSUPPORTED_TYPE` for run lengths, and `MalformedImageError`. */
export function decodeBmp(view: ByteView): RgbPixels {
  const layout = readBmp(view);
  const { width, height, pixels, rowBytes, isTopDown } = layout;
  if (layout.coding === 'rle') throw new BystanderError('UNSUPPORTED_TYPE', 'no decoder for run lengths');
  const data = Buffer.alloc(width * height * 3);
  const readRow = rowReader(view, layout);
  for (let y = 0; y < height; y++) {
    const row = view.slice(pixels.offset + (isTopDown ? y : height - 1 - y) * rowBytes, rowBytes);
    readRow(row, data, y * width * 3);
  }
  return { data, width, height };
}

function rowReader(view: ByteView, layout: BmpLayout): ReadRow {
  const { bits, width } = layout;
  if (bits <= 8) return paletteReader(view, layout);
  if (bits === 24)
    return (row, into, at) => {
      for (let byte = 0; byte < width * 3; byte += 3) {
        into[at + byte] = row[byte + 2] ?? 0;
        into[at + byte + 1] = row[byte + 1] ?? 0;
        into[at + byte + 2] = row[byte] ?? 0;
      }
    };
  return maskReader(layout, masksOf(view, layout));
}

function paletteReader(view: ByteView, { bits, width, palette }: BmpLayout): ReadRow {
  const { offset, colours, entryBytes } = palette;
  const entries = view.slice(offset, colours * entryBytes);
  const perByte = 8 / bits;
  return (row, into, at) => {
    for (let x = 0; x < width; x++) {
      const byte = row[Math.floor(x / perByte)] ?? 0;
      const index = (byte >> (8 - bits * ((x % perByte) + 1))) & (2 ** bits - 1);
      // Colours beyond the palette are black.
      for (let channel = 0; channel < 3; channel++)
        into[at + x * 3 + channel] = entries[index * entryBytes + 2 - channel] ?? 0;
    }
  };
}

function maskReader({ bits, width }: BmpLayout, masks: readonly number[]): ReadRow {
  const bytes = bits / 8;
  const channels = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    return { mask, shift, scale: mask === 0 ? 0 : 255 / (mask >>> shift) };
  });
  return (row, into, at) => {
    for (let x = 0; x < width; x++) {
      const value = row.readUIntLE(x * bytes, bytes);
      for (const [channel, { mask, shift, scale }] of channels.entries())
        into[at + x * 3 + channel] = Math.round(((value & mask) >>> shift) * scale);
    }
  };
}

function masksOf(view: ByteView, { bits, masks }: BmpLayout): readonly number[] {
  if (masks === undefined) return PLAIN_MASKS[bits] ?? [];
  const numbers = view.littleEndian();
  return [0, 4, 8].map((at) => numbers.u32(masks.offset + at));
}

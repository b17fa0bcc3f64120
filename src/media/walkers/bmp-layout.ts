/**
 * Where everything lies in a BMP. Sources: Microsoft, "Bitmap Storage" and BITMAPV5HEADER; OS/2 2.0 programming guide (headers of 16
 * and 64 bytes). Files with a JPEG or PNG in them, and OS/2's Huffman coding, are malformed here: nothing shows them.
 */
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

export interface BmpLayout {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly coding: 'plain' | 'masked' | 'rle';
  /** Red, green, blue; what is not masked has none. */
  readonly masks: ByteRange | undefined;
  readonly palette: { readonly offset: number; readonly colours: number; readonly entryBytes: number };
  readonly pixels: ByteRange;
  /** Bytes of a row, and how many of them are pixels; 0 for run lengths. */
  readonly rowBytes: number;
  readonly usedRowBytes: number;
  readonly profile: (ByteRange & { readonly isLink: boolean }) | undefined;
  /** Fields of the headers that say nothing about the picture; they may be anything. */
  readonly unused: readonly ByteRange[];
  /** Where the headers and masks end. */
  readonly headersEnd: number;
}

/** Where the second header begins; offsets of profiles count from here. */
const DIB_AT = 14;
export const COLOUR_SPACE_AT = 70;
export const PROFILE_AT = 126;

const [CORE_BYTES, OS2_SHORT_BYTES, INFO_BYTES, OS2_BYTES, V4_BYTES, V5_BYTES] = [12, 16, 40, 64, 108, 124];
const HEADER_BYTES: readonly number[] = [
  CORE_BYTES,
  OS2_SHORT_BYTES,
  INFO_BYTES,
  52,
  56,
  OS2_BYTES,
  V4_BYTES,
  V5_BYTES,
];
const BITS: readonly number[] = [1, 2, 4, 8, 16, 24, 32];
const CODINGS: Readonly<Record<number, BmpLayout['coding']>> = {
  0: 'plain',
  1: 'rle',
  2: 'rle',
  3: 'masked',
  6: 'masked',
};
const ALPHA_MASKED = 6;
/** Rows of one file; taller pictures are over every decoder's limit. */
const MAX_ROWS = 200_000;
const CALIBRATED = 0;
const LINKED = 0x4c494e4b;
const EMBEDDED = 0x4d424544;

/** Throws `MalformedImageError`, also when the pixels are not all there. */
export function readBmp(file: ByteView): BmpLayout {
  const view = file.littleEndian();
  const headerBytes = view.u32(DIB_AT);
  if (view.latin1(0, 2) !== 'BM' || !HEADER_BYTES.includes(headerBytes)) throw new MalformedImageError('BMP header');
  const isCore = headerBytes === CORE_BYTES;
  const width = isCore ? view.u16(18) : view.u32(18) | 0;
  const signedHeight = isCore ? view.u16(20) : view.u32(22) | 0;
  const [planes, bits] = isCore ? [view.u16(22), view.u16(24)] : [view.u16(26), view.u16(28)];
  const compression = headerBytes >= INFO_BYTES ? view.u32(30) : 0;
  const coding = CODINGS[compression];
  const height = Math.abs(signedHeight);
  const isMisused = headerBytes === OS2_BYTES && (coding === 'masked' || view.u16(60) !== 0);
  const isKnown = planes === 1 && BITS.includes(bits) && coding !== undefined && !isMisused;
  if (!isKnown || width <= 0 || height === 0 || height > MAX_ROWS) throw new MalformedImageError('BMP header');
  const maskBytes = headerBytes === INFO_BYTES && coding === 'masked' ? (compression === ALPHA_MASKED ? 16 : 12) : 0;
  const headersEnd = DIB_AT + headerBytes + maskBytes;
  const rowBytes = coding === 'rle' ? 0 : Math.ceil((width * bits) / 32) * 4;
  const pixelsAt = view.u32(10);
  const length = coding === 'rle' ? endOfRuns(view, pixelsAt, bits) - pixelsAt : rowBytes * height;
  if (pixelsAt < headersEnd || pixelsAt + length > view.size) throw new MalformedImageError('BMP pixels');
  const palette = paletteOf(view, headerBytes, headersEnd, bits, pixelsAt);
  const structure = [
    { offset: 0, length: headersEnd + palette.colours * palette.entryBytes },
    { offset: pixelsAt, length },
  ];
  return {
    width,
    height,
    isTopDown: signedHeight < 0,
    bits,
    coding,
    masks: coding === 'masked' ? { offset: DIB_AT + INFO_BYTES, length: 12 } : undefined,
    palette,
    pixels: { offset: pixelsAt, length },
    rowBytes,
    usedRowBytes: coding === 'rle' ? 0 : Math.ceil((width * bits) / 8),
    profile: profileOf(view, headerBytes, structure),
    unused: unusedFields(view, headerBytes, coding),
    headersEnd,
  };
}

/** Only palettes that pixels point into; others are hints for screens of 256 colours. */
function paletteOf(
  view: ByteView,
  headerBytes: number,
  offset: number,
  bits: number,
  pixelsAt: number,
): BmpLayout['palette'] {
  const entryBytes = headerBytes === CORE_BYTES ? 3 : 4;
  const stated = headerBytes >= INFO_BYTES ? view.u32(46) : 0;
  const all = bits > 8 ? 0 : 2 ** bits;
  const fitting = Math.floor((pixelsAt - offset) / entryBytes);
  return { offset, colours: Math.min(all, stated || all, fitting), entryBytes };
}

function profileOf(view: ByteView, headerBytes: number, taken: readonly ByteRange[]): BmpLayout['profile'] {
  const kind = headerBytes === V5_BYTES ? view.u32(COLOUR_SPACE_AT) : 0;
  if (kind !== LINKED && kind !== EMBEDDED) return undefined;
  const [offset, length] = [DIB_AT + view.u32(PROFILE_AT), view.u32(PROFILE_AT + 4)];
  const isTaken = taken.some((range) => offset < range.offset + range.length && range.offset < offset + length);
  if (isTaken || offset + length > view.size) throw new MalformedImageError('BMP profile');
  return { offset, length, isLink: kind === LINKED };
}

/** Reserved fields; OS/2's notes for applications; masks, primaries and gamma where the other fields say that they do not count. */
function unusedFields(view: ByteView, headerBytes: number, coding: BmpLayout['coding']): ByteRange[] {
  const fields = [{ offset: 6, length: 4 }];
  if (headerBytes === OS2_BYTES) fields.push({ offset: 54, length: 24 });
  if (headerBytes > INFO_BYTES && headerBytes !== OS2_BYTES && coding !== 'masked')
    fields.push({ offset: 54, length: headerBytes === 52 ? 12 : 16 });
  if (headerBytes >= V4_BYTES && view.u32(COLOUR_SPACE_AT) !== CALIBRATED) fields.push({ offset: 74, length: 48 });
  if (headerBytes === V5_BYTES) fields.push({ offset: 134, length: 4 });
  return fields;
}

/** Pairs of count and colour; a count of 0 begins an escape: end of line, end, jump, or so many colours as they are, padded. */
function endOfRuns(view: ByteView, from: number, bits: number): number {
  for (let at = from; ; ) {
    const [count, code] = [view.u8(at), view.u8(at + 1)];
    at += 2;
    if (count > 0 || code === 0) continue;
    if (code === 1) return at;
    at += code === 2 ? 2 : Math.ceil((code * bits) / 16) * 2;
  }
}

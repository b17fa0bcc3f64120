/**
 * Walks a BMP for what is not its picture: profiles, fields and bytes that no decoder reads. Source: as `bmp-layout.ts`. Misses: the
 * fourth byte of pixels with 32 bits, spare bits behind the last pixel of a row, padding inside run lengths.
 */
import type { Block } from './block.ts';
import { type BmpLayout, readBmp } from './bmp-layout.ts';
import { type ByteRange, isZero, uncovered } from './byte-ranges.ts';
import { type ByteView, payloadOf } from './byte-view.ts';

const NO_DATA = new Uint8Array(0);

/** Throws `MalformedImageError`. */
export function* walkBmp(view: ByteView): Generator<Block> {
  const layout = readBmp(view);
  const { profile, pixels, palette, headersEnd, unused } = layout;
  if (profile !== undefined) {
    const { offset, length, isLink } = profile;
    const data = payloadOf(view, offset, length);
    if (isLink) yield { kind: 'text', name: 'BMP:LinkedProfile', offset, length, data };
    else yield { kind: 'icc', name: 'BMP:ICC', offset, length, data };
  }
  yield* filled(view, unused, 'BMP:Reserved');
  yield* filled(view, spareColourBytes(layout), 'BMP:Palette');
  yield* filled(view, rowPaddings(layout), 'BMP:RowPadding');
  const colours = { offset: palette.offset, length: palette.colours * palette.entryBytes };
  const used = [{ offset: 0, length: headersEnd }, colours, pixels, ...(profile === undefined ? [] : [profile])];
  yield* filled(view, uncovered([{ offset: 0, length: view.size }], used), 'BMP:HiddenBytes');
}

/** The full size of a BMP. Throws `MalformedImageError`. */
export function readBmpHeader(view: ByteView): { width: number; height: number; frames: 1 } {
  const { width, height } = readBmp(view);
  return { width, height, frames: 1 };
}

/** Those that are not zeros; the last of the file is called its trailer. */
function* filled(view: ByteView, ranges: Iterable<ByteRange>, name: string): Generator<Block> {
  for (const range of ranges) {
    if (isZero(view, range)) continue;
    const isTrailer = range.offset + range.length === view.size && name === 'BMP:HiddenBytes';
    if (isTrailer) yield { kind: 'appended', name: 'BMP:Trailer', ...range, data: NO_DATA };
    else yield { kind: 'unknown', name, ...range, data: NO_DATA };
  }
}

function* spareColourBytes({ palette }: BmpLayout): Generator<ByteRange> {
  if (palette.entryBytes !== 4) return;
  for (let colour = 0; colour < palette.colours; colour++) yield { offset: palette.offset + colour * 4 + 3, length: 1 };
}

function* rowPaddings({ pixels, height, rowBytes, usedRowBytes }: BmpLayout): Generator<ByteRange> {
  if (rowBytes === usedRowBytes) return;
  for (let row = 0; row < height; row++)
    yield { offset: pixels.offset + row * rowBytes + usedRowBytes, length: rowBytes - usedRowBytes };
}

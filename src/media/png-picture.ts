/** Takes one frame of an animated PNG out as a PNG of its own, for a decoder. Source: PNG specification, third edition (W3C). */
import { type ByteView, byteView } from './walkers/byte-view.ts';
import { PNG_DATA_AT, PNG_HEAD_BYTES, PNG_SIGNATURE, pngChunk, pngChunks } from './walkers/png-chunks.ts';
import { codedParts, type PngFrame } from './walkers/png-frames.ts';

/** What all frames share: the palette, transparency and colour. */
const SHARED: readonly string[] = 'PLTE tRNS gAMA cHRM sRGB cICP iCCP'.split(' ');

/** Its size is the frame's own. Throws `MalformedImageError`. */
export function pngPicture(view: ByteView, frame: PngFrame): Buffer {
  const ihdr = Buffer.from(view.slice(PNG_SIGNATURE.length + PNG_DATA_AT, 13));
  ihdr.writeUInt32BE(frame.width, 0);
  ihdr.writeUInt32BE(frame.height, 4);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE, 'latin1'),
    pngChunk('IHDR', ihdr),
    ...chunksBefore(view, SHARED),
    ...[...codedParts(view, frame)].map((part) => pngChunk('IDAT', part)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with chunks of another one, as its colour profile or its orientation, in place of its own. */
export function dressPng(png: Uint8Array, view: ByteView, types: readonly string[]): Buffer {
  const own = byteView(png);
  const rest = [...pngChunks(own)].filter(({ type }) => type !== 'IHDR' && !types.includes(type));
  return Buffer.concat([
    png.subarray(0, PNG_HEAD_BYTES),
    ...chunksBefore(view, types),
    ...rest.map(({ offset, length }) => own.slice(offset, length)),
  ]);
}

/** Those before the picture, the only ones that decoders of one pass know in time. */
function chunksBefore(view: ByteView, types: readonly string[]): Buffer[] {
  const found: Buffer[] = [];
  for (const { type, offset, length } of pngChunks(view)) {
    if (type === 'IDAT') break;
    if (types.includes(type)) found.push(view.slice(offset, length));
  }
  return found;
}

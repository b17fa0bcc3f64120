/**
 * Decodes each frame of an animated PNG, lets its samples be edited, and builds the animation anew: the same places, times and order,
 * RGB with alpha at its own depth, colour profile kept, nothing else kept. Source: PNG specification, third edition (W3C), section
 * 11.3.6.
 */
import { pngPicture } from '../media/png-picture.ts';
import { openPicture, openPixels, readSamples } from '../media/sharp.ts';
import { type ByteView, byteView } from '../media/walkers/byte-view.ts';
import { walkPng } from '../media/walkers/png.ts';
import {
  dataOf,
  PNG_SIGNATURE,
  type PngHeader,
  pngChunk,
  pngChunks,
  pngHeader,
  RGB_ALPHA,
} from '../media/walkers/png-chunks.ts';
import { codedParts, type PngFrame, pngFrames } from '../media/walkers/png-frames.ts';
import { applyEdits } from './edits.ts';
import type { SampleEdit } from './samples.ts';
import { stripPng } from './strippers/png.ts';

/** What says how colours are meant. */
const COLOUR: readonly string[] = 'gAMA cHRM sRGB cICP iCCP pHYs'.split(' ');
const CHANNELS = 4;

/** `edit` is given each frame, one at a time. Rejects with `MalformedImageError`, and as sharp does. */
export async function reEncodeApng(view: ByteView, edit: SampleEdit): Promise<Buffer> {
  const header = pngHeader(view);
  const coded: Buffer[][] = [];
  for (const frame of pngFrames(view)) coded.push(await encodeFrame(view, frame, header, edit));
  const built = byteView(build(view, header, coded));
  return applyEdits(built, stripPng(built, [...walkPng(built)], { icc: true, exif: undefined }));
}

/** The coded bytes of the edited frame. */
async function encodeFrame(view: ByteView, frame: PngFrame, { depth }: PngHeader, edit: SampleEdit): Promise<Buffer[]> {
  const { width, height, x, y } = frame;
  const is16Bit = depth === 16;
  const space = is16Bit ? 'rgb16' : 'srgb';
  const picture = openPicture(pngPicture(view, frame), { maxPixels: width * height, ignoreProfile: true })
    .toColourspace(space)
    .ensureAlpha();
  const { data } = await readSamples(picture, { is16Bit });
  const origin = { x, y };
  const max = is16Bit ? 65_535 : 255;
  edit({ data, width, height, frames: 1, channels: CHANNELS, hasAlpha: true, max, origin });
  const png = await openPixels(data, { width, height, channels: CHANNELS }).toColourspace(space).png().toBuffer();
  const still = byteView(png);
  return pngFrames(still).flatMap((only) => [...codedParts(still, only)]);
}

function build(view: ByteView, header: PngHeader, coded: readonly (readonly Buffer[])[]): Buffer {
  const chunks = [...pngChunks(view)];
  const controls = chunks.filter(({ type }) => type === 'fcTL').map((chunk) => dataOf(view, chunk));
  const isFirstShown = coded.length === controls.length;
  const head = chunks.slice(
    0,
    chunks.findIndex(({ type }) => type === 'IDAT'),
  );
  const copied = head.filter(({ type }) => COLOUR.includes(type) || type === 'acTL');
  let sequence = 0;
  const frames = coded.flatMap((parts, index) => {
    const control = controls[isFirstShown ? index : index - 1];
    return [
      ...(control === undefined ? [] : [pngChunk('fcTL', numbered(control, sequence++))]),
      ...parts.map((part) =>
        index === 0 ? pngChunk('IDAT', part) : pngChunk('fdAT', Buffer.concat([uint32(sequence++), part])),
      ),
    ];
  });
  const depth = header.depth === 16 ? 16 : 8;
  const ihdr = Buffer.concat([uint32(header.width), uint32(header.height), Buffer.from([depth, RGB_ALPHA, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE, 'latin1'),
    pngChunk('IHDR', ihdr),
    ...copied.map((chunk) => pngChunk(chunk.type, dataOf(view, chunk))),
    ...frames,
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function numbered(control: Buffer, sequence: number): Buffer {
  return Buffer.concat([uint32(sequence), control.subarray(4)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

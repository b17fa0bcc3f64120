/**
 * Shows a frame of an animated PNG as a viewer does, on the canvas that the frames before it left. Source: PNG specification, third
 * edition (W3C), sections 11.3.6.2 and 12.6.
 */
import { dressPng, pngPicture } from './png-picture.ts';
import { openPicture, openPixels } from './sharp.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { type PngHeader, pngHeader } from './walkers/png-chunks.ts';
import { type PngFrame, pngFrames } from './walkers/png-frames.ts';

const CHANNELS = 4;

/** Red, green, blue and alpha, 8 bits each. */
interface Canvas {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A still PNG with the profile and orientation of the animation. `number`: as `pngFrames` counts. Throws `MalformedImageError`. */
export async function renderPngFrame(view: ByteView, number: number): Promise<Buffer> {
  for await (const still of renderPngFrames(view, number)) return still;
  throw new MalformedImageError('APNG: no such frame');
}

/** All frames from that one on, in one pass: each is drawn once. */
export async function* renderPngFrames(view: ByteView, from = 0): AsyncGenerator<Buffer> {
  const header = pngHeader(view);
  const frames = pngFrames(view);
  const canvas = emptyCanvas(header);
  const first = firstToDraw(frames, from, header);
  for (const [index, frame] of frames.entries()) {
    if (index < first) continue;
    const samples = await decode(view, frame);
    // A default picture is shown by other viewers only: it leaves nothing for the frames after it.
    const isPassing = !frame.isAnimated || frame.dispose === 'previous';
    const shown = isPassing ? { ...canvas, data: Buffer.from(canvas.data) } : canvas;
    draw(shown, frame, samples);
    if (index >= from) yield await stillOf(shown, view);
    if (frame.dispose === 'background') clear(canvas, frame);
  }
}

/** The last one up to `from` that leaves nothing of those before it. */
function firstToDraw(frames: readonly PngFrame[], from: number, header: PngHeader): number {
  const first = frames.findLastIndex((frame, index) => index <= from && hidesAllBefore(frame, header));
  return Math.max(0, first);
}

async function stillOf(canvas: Canvas, view: ByteView): Promise<Buffer> {
  const png = await openPixels(canvas.data, { ...canvas, channels: CHANNELS })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return dressPng(png, view, ['iCCP', 'eXIf']);
}

function emptyCanvas({ width, height }: PngHeader): Canvas {
  return { data: Buffer.alloc(width * height * CHANNELS), width, height };
}

function replacesAll({ width, height, blend }: PngFrame, header: PngHeader): boolean {
  return blend === 'source' && width === header.width && height === header.height;
}

/** What it covers does not come back after it. */
function hidesAllBefore(frame: PngFrame, header: PngHeader): boolean {
  return replacesAll(frame, header) && frame.dispose !== 'previous';
}

async function decode(view: ByteView, frame: PngFrame): Promise<Buffer> {
  const size = { maxPixels: frame.width * frame.height, ignoreProfile: true };
  return openPicture(pngPicture(view, frame), size)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer();
}

function draw({ data, width }: Canvas, frame: PngFrame, samples: Buffer): void {
  const rowBytes = frame.width * CHANNELS;
  for (let y = 0; y < frame.height; y++) {
    const row = samples.subarray(y * rowBytes, (y + 1) * rowBytes);
    const onto = data.subarray(((frame.y + y) * width + frame.x) * CHANNELS).subarray(0, rowBytes);
    if (frame.blend === 'source') onto.set(row);
    else for (let at = 0; at < rowBytes; at += CHANNELS) blendOver(onto, row, at);
  }
}

/** The specification's formula for colours that are not multiplied by their alpha. */
function blendOver(onto: Buffer, row: Buffer, at: number): void {
  const alpha = (row[at + 3] ?? 0) / 255;
  if (alpha === 0) return;
  const under = ((onto[at + 3] ?? 0) / 255) * (1 - alpha);
  const together = alpha + under;
  for (let channel = at; channel < at + 3; channel++)
    onto[channel] = Math.round(((row[channel] ?? 0) * alpha + (onto[channel] ?? 0) * under) / together);
  onto[at + 3] = Math.round(together * 255);
}

function clear({ data, width }: Canvas, frame: PngFrame): void {
  for (let y = frame.y; y < frame.y + frame.height; y++)
    data.fill(0, (y * width + frame.x) * CHANNELS, (y * width + frame.x + frame.width) * CHANNELS);
}

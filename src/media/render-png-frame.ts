/**
 * Shows a frame of an animated PNG as a viewer does, on the canvas that the frames before it left. Source: PNG specification, third
 * edition (W3C), sections 11.3.6.2 and 12.6.
 */
import { CANVAS_CHANNELS, type Canvas, clearArea, drawOnto, emptyCanvas } from './canvas.ts';
import { dressPng, pngPicture } from './png-picture.ts';
import { openPicture, openPixels } from './sharp.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { type PngHeader, pngHeader } from './walkers/png-chunks.ts';
import { type PngFrame, pngFrames } from './walkers/png-frames.ts';

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
    drawOnto(shown, frame, samples, frame.blend);
    if (index >= from) yield await stillOf(shown, view);
    if (frame.dispose === 'background') clearArea(canvas, frame);
  }
}

/** The last one up to `from` that leaves nothing of those before it. */
function firstToDraw(frames: readonly PngFrame[], from: number, header: PngHeader): number {
  const first = frames.findLastIndex((frame, index) => index <= from && hidesAllBefore(frame, header));
  return Math.max(0, first);
}

async function stillOf(canvas: Canvas, view: ByteView): Promise<Buffer> {
  const png = await openPixels(canvas.data, { ...canvas, channels: CANVAS_CHANNELS })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return dressPng(png, view, ['iCCP', 'eXIf']);
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

/**
 * Shows the frames of an animated WebP as a viewer does, each on the canvas that those before it left. Its decoder would begin with the
 * first one whenever a part of them is asked for, and holds all of that part. Source: RFC 9649, section 2.7.1.1.
 */
import { type Canvas, clearArea, drawOnto, emptyCanvas } from './canvas.ts';
import { openPicture } from './sharp.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { type WebpChunk, type WebpFrame, webpLayout, webpPlacing } from './walkers/webp-chunks.ts';
import { webpPicture } from './webp-picture.ts';

interface RenderWebpOptions {
  readonly width: number;
  readonly height: number;
  /** As the decoder counts them. */
  readonly frames: number;
  /** As in `openPicture`. */
  readonly ignoreProfile: boolean;
}

/** Each frame is decoded once. A canvas that was yielded is drawn on again for the next frame. Throws `MalformedImageError`. */
export async function* renderWebpFrames(
  view: ByteView,
  { width, height, frames: count, ignoreProfile }: RenderWebpOptions,
): AsyncGenerator<Canvas> {
  const { frames, chunks, heeded } = webpLayout(view);
  if (frames.length !== count) throw new MalformedImageError('WebP: number of frames');
  const profile = ignoreProfile ? undefined : chunks.find(({ type, offset }) => type === 'ICCP' && heeded.has(offset));
  const canvas = emptyCanvas({ width, height });
  for (const frame of frames) {
    const placing = webpPlacing(view, frame, canvas);
    drawOnto(canvas, placing, await decode(view, frame, profile, placing), placing.blend);
    yield canvas;
    if (placing.isCleared) clearArea(canvas, placing);
  }
}

async function decode(
  view: ByteView,
  frame: WebpFrame,
  profile: WebpChunk | undefined,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const options = { maxPixels: width * height, ignoreProfile: profile === undefined };
  return openPicture(webpPicture(view, frame, { keepsAlpha: true, profile }), options)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer();
}

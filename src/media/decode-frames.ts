/** All frames of an animation or pages of a file, one after the other, each in the form that detectors look at. */
import { CANVAS_CHANNELS } from './canvas.ts';
import { asMalformed, decodePicture, lookedAt, pixelsOf, refuseWithoutDecoder } from './decode-picture.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { lookingSize } from './looking-size.ts';
import { isOrdinaryProfile } from './ordinary-profile.ts';
import type { Picture } from './picture.ts';
import { renderPngFrames } from './render-png-frame.ts';
import { renderWebpFrames } from './render-webp-frames.ts';
import { openPicture, openPixels } from './sharp.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

/**
 * Bytes of the frames of a GIF, as they are looked at, that are held at a time. Its decoder draws all frames from the first one again for
 * each part that is asked for, so that large parts are what keeps the time linear: 16 frames of 12 megapixels are two parts, and 200 of
 * 640 x 480, too.
 */
const PART_BYTES: number = 96 * 2 ** 20;
const CHANNELS = 3;

interface DecodeFramesOptions {
  /** As in `decodePicture`. */
  readonly maxSide: number;
  /** Pages that are left out, by their numbers from 0. */
  readonly without?: ReadonlySet<number>;
}

/**
 * Ends with the last frame; whoever has enough stops reading. Throws `UNSUPPORTED_TYPE` and, at the
 * first frame that does not decode, `MalformedImageError`.
 */
export async function* decodeFrames(
  file: ImageFile,
  header: ImageHeader,
  { maxSide, without }: DecodeFramesOptions,
): AsyncGenerator<Picture> {
  refuseWithoutDecoder(header);
  const { mediaType, frames, orientation } = header;
  if (frames > 1 && mediaType === 'image/png') yield* pngFrames(file, header, maxSide);
  // Neither way turns frames; a turned animation is rare enough to be decoded frame by frame.
  else if (frames > 1 && mediaType === 'image/webp' && orientation === 1) yield* webpFrames(file, header, maxSide);
  else if (frames > 1 && mediaType === 'image/gif' && orientation === 1) yield* gifFrames(file, header, maxSide);
  else
    for (let frame = 0; frame < frames; frame++)
      if (!without?.has(frame)) yield decodePicture(file, header, { maxSide, frame });
}

async function* pngFrames(file: ImageFile, header: ImageHeader, maxSide: number): AsyncGenerator<Picture> {
  const stills = renderPngFrames(file.view);
  for (let frame = 0; frame < header.frames; frame++) {
    const { value, done } = await asMalformed(() => stills.next());
    if (done) return;
    yield { ...(await decodePicture(inMemory(value), header, { maxSide })), frame };
  }
}

async function* webpFrames(file: ImageFile, header: ImageHeader, maxSide: number): AsyncGenerator<Picture> {
  const { width, height, frames } = header;
  const { icc } = await readMetadata(file, 0);
  const ignoreProfile = icc === undefined || isOrdinaryProfile(icc);
  const canvases = renderWebpFrames(file.view, { width, height, frames, ignoreProfile });
  for (let frame = 0; frame < frames; frame++) {
    const { value, done } = await asMalformed(() => canvases.next());
    if (done) return;
    const picture = openPixels(value.data, { width, height, channels: CANVAS_CHANNELS });
    yield await pixelsOf(picture, { fullWidth: width, fullHeight: height, frame }, maxSide);
  }
}

async function* gifFrames(file: ImageFile, header: ImageHeader, maxSide: number): AsyncGenerator<Picture> {
  const { width: fullWidth, height: fullHeight, frames } = header;
  const { width, height } = lookingSize({ width: fullWidth, height: fullHeight }, maxSide);
  const frameBytes = width * height * CHANNELS;
  const framesOfPart = Math.max(1, Math.floor(PART_BYTES / frameBytes));
  for (let first = 0; first < frames; first += framesOfPart) {
    const count = Math.min(framesOfPart, frames - first);
    const maxPixels = fullWidth * fullHeight * count;
    const part = await asMalformed(() =>
      lookedAt(openPicture(file.source, { maxPixels, frames: first, count }), { width, height }).toBuffer(),
    );
    if (part.length !== frameBytes * count) throw new MalformedImageError('picture: frames of other sizes');
    for (let index = 0; index < count; index++) {
      // A copy: whoever keeps one picture must not keep the whole part.
      const data = new Uint8Array(part.subarray(index * frameBytes, (index + 1) * frameBytes));
      yield { data, width, height, fullWidth, fullHeight, frame: first + index };
    }
  }
}

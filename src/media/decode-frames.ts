/** All frames of an animation or pages of a file, one after the other, each in the form that detectors look at. */
import { asMalformed, decodePicture, pixelsOf, refuseWithoutDecoder } from './decode-picture.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { isOrdinaryProfile } from './ordinary-profile.ts';
import type { Picture } from './picture.ts';
import { renderPngFrames } from './render-png-frame.ts';
import { openPicture, openPixels } from './sharp.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

/**
 * Decoded bytes of an animation that are held at a time. Its decoder draws all frames from the first one again for each part that is
 * asked for, so that large parts are what keeps the time linear: 120 frames of 480 x 270 are one part, of 640 x 480 a part has 54.
 */
const PART_BYTES: number = 64 * 2 ** 20;
const CHANNELS = 4;

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
  // The decoder turns no strip of frames; a turned animation is rare enough to be decoded frame by frame.
  else if (frames > 1 && isStrip(mediaType) && orientation === 1) yield* stripFrames(file, header, maxSide);
  else
    for (let frame = 0; frame < frames; frame++)
      if (!without?.has(frame)) yield decodePicture(file, header, { maxSide, frame });
}

function isStrip(mediaType: string): boolean {
  return mediaType === 'image/gif' || mediaType === 'image/webp';
}

async function* pngFrames(file: ImageFile, header: ImageHeader, maxSide: number): AsyncGenerator<Picture> {
  const stills = renderPngFrames(file.view);
  for (let frame = 0; frame < header.frames; frame++) {
    const { value, done } = await asMalformed(() => stills.next());
    if (done) return;
    yield { ...(await decodePicture(inMemory(value), header, { maxSide })), frame };
  }
}

async function* stripFrames(file: ImageFile, header: ImageHeader, maxSide: number): AsyncGenerator<Picture> {
  const { width, height, frames } = header;
  const { icc } = await readMetadata(file, 0);
  const ignoreProfile = icc !== undefined && isOrdinaryProfile(icc);
  const frameBytes = width * height * CHANNELS;
  const framesOfPart = Math.max(1, Math.floor(PART_BYTES / frameBytes));
  for (let first = 0; first < frames; first += framesOfPart) {
    const count = Math.min(framesOfPart, frames - first);
    const strip = await asMalformed(() =>
      openPicture(file.source, { maxPixels: width * height * count, frames: first, count, ignoreProfile })
        .toColourspace('srgb')
        .ensureAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer(),
    );
    if (strip.length !== frameBytes * count) throw new MalformedImageError('picture: frames of other sizes');
    for (let index = 0; index < count; index++) {
      const data = strip.subarray(index * frameBytes, (index + 1) * frameBytes);
      const picture = openPixels(data, { width, height, channels: CHANNELS });
      yield pixelsOf(picture, { fullWidth: width, fullHeight: height, frame: first + index }, maxSide);
    }
  }
}

/**
 * The colours of a picture that transparency keeps from being seen: those of fully transparent pixels, which tools that cut out a
 * background often leave as they were, and those of nearly transparent ones. Looked at where whole blocks of them show something.
 * Misses: frames and pages behind the first, animated WebP, hidden things that differ little from what is beside them or are under 16 pixels wide and high.
 */
import type { Box } from '../core/types.ts';
import { asMalformed } from './decode-picture.ts';
import { hasTiles } from './has-tiles.ts';
import { asDecodable, type DecodableFile } from './heic-still.ts';
import type { ImageFile } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { lookingSize } from './looking-size.ts';
import type { Picture } from './picture.ts';
import { openPicture, openPixels, type RawSamples, readSamples } from './sharp.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

export interface HiddenColours {
  /** All colours as if nothing were transparent. */
  readonly picture: Picture;
  /** Of each pixel of that picture: `SEEN`, `TRANSPARENT` or `FAINT`. */
  readonly mask: Uint8Array;
}

const SEEN = 0;
/** No alpha at all: stripping clears these. */
const TRANSPARENT = 1;
/** So little alpha that detectors do not see the picture; stripping leaves it, as it is visible for whoever looks closely. */
const FAINT = 2;

/**
 * Of 255. On the six sample photos of the tests the face detector finds the same 22 faces down to an alpha of 80, of opaque 23, then
 * 20 at 64, 5 at 48 and none at 32.
 */
const LEAST_SEEN = 80;
/** Side of a block that is looked at as a whole: edges of shapes and shadows, whose colours are hidden as well, have no such blocks. */
const BLOCK = 8;
/** Of 255: the least difference of green within a block that shows something. */
const MIN_CONTRAST = 24;
/** Blocks that show something: 256 pixels. */
const MIN_BLOCKS = 4;
const CHANNELS = 4;

/** Undefined where nothing is hidden. Throws `MalformedImageError` when the picture does not decode. */
export async function decodeHiddenColours(
  file: ImageFile,
  header: ImageHeader,
  maxSide: number,
): Promise<HiddenColours | undefined> {
  const { hasAlpha, depth } = await readMetadata(file, 0);
  if (!hasAlpha) return undefined;
  const samples = await readUpright(await asDecodable(file, header), depth === 'ushort');
  const steps = depth === 'ushort' ? 256 : 1;
  if (!showsSomething(samples, steps)) return undefined;
  const { width: fullWidth, height: fullHeight } = samples;
  const { width, height } = lookingSize({ width: fullWidth, height: fullHeight }, maxSide);
  const mask = maskOf(samples, { width, height }, steps);
  const data = await openPixels(dropAlpha(samples, steps), { width: fullWidth, height: fullHeight })
    .resize({ width, height, fit: 'fill' })
    .raw({ depth: 'uchar' })
    .toBuffer();
  return { picture: { data, width, height, fullWidth, fullHeight, frame: 0 }, mask };
}

/** The parts of a box, in pixels of the upright original, that are fully and that are nearly transparent. */
export function hiddenShares({ picture, mask }: HiddenColours, box: Box): { transparent: number; faint: number } {
  const { width, height, fullWidth, fullHeight } = picture;
  const left = Math.max(0, Math.floor((box.x * width) / fullWidth));
  const top = Math.max(0, Math.floor((box.y * height) / fullHeight));
  const right = Math.min(width, Math.ceil(((box.x + box.width) * width) / fullWidth));
  const bottom = Math.min(height, Math.ceil(((box.y + box.height) * height) / fullHeight));
  const counts = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const kind = mask[y * width + x] ?? SEEN;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  const pixels = Math.max(1, (right - left) * (bottom - top));
  return { transparent: (counts[TRANSPARENT] ?? 0) / pixels, faint: (counts[FAINT] ?? 0) / pixels };
}

async function readUpright(
  { file, header: { mediaType, width, height } }: DecodableFile,
  is16Bit: boolean,
): Promise<RawSamples> {
  return asMalformed(async () => {
    const picture = openPicture(file.source, {
      maxPixels: width * height,
      ignoreProfile: true,
      isStrict: hasTiles(file.view, mediaType),
    });
    const upright = picture.autoOrient().toColourspace(is16Bit ? 'rgb16' : 'srgb');
    const samples = await readSamples(upright, { is16Bit });
    if (samples.channels !== CHANNELS) throw new MalformedImageError('picture: alpha');
    return samples;
  });
}

/** `steps`: of a sample for each of 256. */
function showsSomething({ data, width, height }: RawSamples, steps: number): boolean {
  let blocks = 0;
  for (let top = 0; top + BLOCK <= height; top += BLOCK)
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      if ((contrastOf(data, (top * width + left) * CHANNELS, width, steps) ?? 0) >= MIN_CONTRAST * steps) blocks++;
      if (blocks === MIN_BLOCKS) return true;
    }
  return false;
}

/** Undefined for a block that can be seen at any place. */
function contrastOf(data: RawSamples['data'], at: number, width: number, steps: number): number | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let y = 0; y < BLOCK; y++)
    for (let x = 0; x < BLOCK; x++) {
      const pixel = at + (y * width + x) * CHANNELS;
      if ((data[pixel + 3] ?? 0) >= LEAST_SEEN * steps) return undefined;
      const green = data[pixel + 1] ?? 0;
      if (green < least) least = green;
      if (green > most) most = green;
    }
  return most - least;
}

/** In the same memory, as large pictures have no room for another copy; the samples are gone then. */
function dropAlpha({ data, width, height }: RawSamples, steps: number): Uint8Array {
  const rgb = new Uint8Array(data.buffer, data.byteOffset, width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += CHANNELS, to += 3) {
    const [red, green, blue] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    rgb[to] = red / steps;
    rgb[to + 1] = green / steps;
    rgb[to + 2] = blue / steps;
  }
  return rgb;
}

/** Each pixel as the original's at the same place. */
function maskOf(
  { data, width: fullWidth, height: fullHeight }: RawSamples,
  { width, height }: Pick<Picture, 'width' | 'height'>,
  steps: number,
): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fullX, fullY] = [Math.floor((x * fullWidth) / width), Math.floor((y * fullHeight) / height)];
      const alpha = data[(fullY * fullWidth + fullX) * CHANNELS + 3] ?? 0;
      mask[y * width + x] = alpha === 0 ? TRANSPARENT : alpha < LEAST_SEEN * steps ? FAINT : SEEN;
    }
  return mask;
}

/** Pixels for the detectors: one decode, upright, 8-bit RGB, no larger than they need. */
import { UNSEEN_IMAGE_TYPES } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { hasTiles } from './has-tiles.ts';
import { heicStill } from './heic-still.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { lookingSize } from './looking-size.ts';
import { isOrdinaryProfile } from './ordinary-profile.ts';
import type { Picture } from './picture.ts';
import { renderPngFrame } from './render-png-frame.ts';
import { openPicture, openPixels, type RawSamples, readSamples, type Sharp } from './sharp.ts';
import type { Size } from './size.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

/** What shows through transparent pixels: neither light nor dark text on nothing disappears. */
const BACKDROP = '#777777';
/** What other samples mean as brightness is anybody's guess, and a wrong one shows a picture as black. */
const DEPTHS: readonly string[] = ['uchar', 'ushort'];

interface DecodeOptions {
  /** Longest side of the result in pixels for all but very narrow pictures (`looking-size.ts`); a smaller picture is never scaled up. */
  readonly maxSide: number;
  /** Which frame or page, from 0; the first unless told. */
  readonly frame?: number;
}

/** Whether anything here decodes this type of picture. */
export function hasDecoder(mediaType: string): boolean {
  return !UNSEEN_IMAGE_TYPES.includes(mediaType);
}

/**
 * Decodes one frame; the pages of a TIFF may differ in size. A JPEG is scaled while it is decoded, but always read to its end. Of
 * colour profiles only unusual ones are applied (`ordinary-profile.ts`). Throws `UNSUPPORTED_TYPE` for pictures without a decoder and
 * for samples that are signed, floating or of 32 bits, and `MalformedImageError` when any part does not decode.
 */
export async function decodePicture(
  file: ImageFile,
  header: ImageHeader,
  { maxSide, frame = 0 }: DecodeOptions,
): Promise<Picture> {
  refuseWithoutDecoder(header);
  if (header.mediaType === 'image/png' && frame > 0) {
    const still = await asMalformed(() => renderPngFrame(file.view, frame));
    return { ...(await decodePicture(inMemory(still), header, { maxSide })), frame };
  }
  if (header.mediaType === 'image/heic') {
    const still = await heicStill(file, frame);
    return { ...(await decodePicture(still.file, still.header, { maxSide })), frame };
  }
  const { autoOrient, channels, depth, icc } = await readMetadata(file, frame);
  if (!DEPTHS.includes(depth))
    throw new BystanderError('UNSUPPORTED_TYPE', 'samples that are not integers of 8 or 16 bits');
  const { width: fullWidth, height: fullHeight } = autoOrient;
  const isOrdinary = icc === undefined || isOrdinaryProfile(icc);
  const opened = openPicture(file.source, {
    maxPixels: fullWidth * fullHeight,
    frames: frame,
    ignoreProfile: isOrdinary,
    isStrict: hasTiles(file.view, header.mediaType),
  }).autoOrient();
  const size = { fullWidth, fullHeight, frame };
  // Of an animation this is a frame as it was drawn, which says nothing of what lies in the file.
  const isStill = header.mediaType === 'image/png' && header.frames === 1;
  const isPlain = isStill && channels === 4 && depth === 'uchar' && isOrdinary;
  return isPlain ? pixelsWithAlpha(opened, size, maxSide) : pixelsOf(opened, size, maxSide);
}

/**
 * The same pixels as `pixelsOf` gives, and whether all of them are opaque, from one decode. Screenshots have an alpha channel that hides
 * nothing; without this they are decoded again for what it may hide (`decode-hidden-colours.ts`). Only where the decoder neither scales nor
 * converts.
 */
async function pixelsWithAlpha(
  picture: Sharp,
  size: Pick<Picture, 'fullWidth' | 'fullHeight' | 'frame'>,
  maxSide: number,
): Promise<Picture> {
  const { data, width, height, channels } = await asMalformed(() => readSamples(picture, { is16Bit: false }));
  if (channels !== 4) throw new MalformedImageError('picture: alpha');
  const pixels = await pixelsOf(openPixels(data, { width, height, channels }), size, maxSide);
  return areOpaque(data) ? { ...pixels, isOpaque: true } : pixels;
}

function areOpaque(rgba: RawSamples['data']): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

/** Throws `UNSUPPORTED_TYPE`. */
export function refuseWithoutDecoder({ mediaType }: ImageHeader): void {
  if (!hasDecoder(mediaType)) throw new BystanderError('UNSUPPORTED_TYPE', 'no decoder for these pixels');
}

/** An upright picture, decoded or not, in the size and form that detectors look at. Throws `MalformedImageError`. */
export async function pixelsOf(
  picture: Sharp,
  { fullWidth, fullHeight, frame }: Pick<Picture, 'fullWidth' | 'fullHeight' | 'frame'>,
  maxSide: number,
): Promise<Picture> {
  const { width, height } = lookingSize({ width: fullWidth, height: fullHeight }, maxSide);
  const { data, info } = await asMalformed(() =>
    lookedAt(picture, { width, height }).toBuffer({ resolveWithObject: true }),
  );
  if (info.channels !== 3) throw new MalformedImageError('picture: not RGB');
  return { data, width: info.width, height: info.height, fullWidth, fullHeight, frame };
}

/** `width`, `height`: of the result, or of each frame where the picture has several below each other. */
export function lookedAt(picture: Sharp, { width, height }: Size): Sharp {
  return picture
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: BACKDROP })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' });
}

/** What a decoder throws may quote what it read. */
export async function asMalformed<Value>(decode: () => Promise<Value>): Promise<Value> {
  try {
    return await decode();
  } catch (error) {
    throw error instanceof MalformedImageError ? error : new MalformedImageError('picture', error);
  }
}

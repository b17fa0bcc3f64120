/** Pixels for the detectors: one decode, upright, 8-bit RGB, no larger than they need. */
import { UNSEEN_IMAGE_TYPES } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { hasTiles } from './has-tiles.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { isOrdinaryProfile } from './ordinary-profile.ts';
import type { Picture } from './picture.ts';
import { renderPngFrame } from './render-png-frame.ts';
import { openPicture } from './sharp.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

/** What shows through transparent pixels: neither light nor dark text on nothing disappears. */
const BACKDROP = '#777777';

interface DecodeOptions {
  /** Longest side of the result in pixels; a smaller picture is never scaled up. */
  readonly maxSide: number;
  /** Which frame or page, from 0; the first unless told. */
  readonly frame?: number;
}

/** Whether sharp's prebuilt libraries decode this type of picture. */
export function hasDecoder(mediaType: string): boolean {
  return !UNSEEN_IMAGE_TYPES.includes(mediaType);
}

/**
 * Decodes one frame; the pages of a TIFF may differ in size. A JPEG is scaled while it is decoded, but always read to its end. Of
 * colour profiles only unusual ones are applied (`ordinary-profile.ts`). Throws `UNSUPPORTED_TYPE` for pictures without a decoder and
 * `MalformedImageError` when any part does not decode.
 */
export async function decodePicture(
  file: ImageFile,
  header: ImageHeader,
  { maxSide, frame = 0 }: DecodeOptions,
): Promise<Picture> {
  if (!hasDecoder(header.mediaType)) throw new BystanderError('UNSUPPORTED_TYPE', 'no decoder for these pixels');
  if (header.mediaType === 'image/png' && frame > 0) {
    const still = await pngFrame(file, frame);
    return { ...(await decodePicture(still, header, { maxSide })), frame };
  }
  const { autoOrient, icc } = await readMetadata(file, frame);
  const { width: fullWidth, height: fullHeight } = autoOrient;
  const ignoreProfile = icc !== undefined && isOrdinaryProfile(icc);
  try {
    const { data, info } = await openPicture(file.source, {
      maxPixels: fullWidth * fullHeight,
      frames: frame,
      ignoreProfile,
      isStrict: hasTiles(file.view, header.mediaType),
    })
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: BACKDROP })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new MalformedImageError('picture: not RGB');
    return { data, width: info.width, height: info.height, fullWidth, fullHeight, frame };
  } catch (error) {
    throw error instanceof MalformedImageError ? error : new MalformedImageError('picture', error);
  }
}

/** sharp sees only the first picture of an animated PNG. */
async function pngFrame({ view }: ImageFile, frame: number): Promise<ImageFile> {
  try {
    return inMemory(await renderPngFrame(view, frame));
  } catch (error) {
    throw error instanceof MalformedImageError ? error : new MalformedImageError('picture', error);
  }
}

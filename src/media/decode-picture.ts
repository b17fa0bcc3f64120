/** Pixels for the detectors: one decode, upright, 8-bit RGB, no larger than they need. */
import { BystanderError } from '../errors.ts';
import { decodeBmp, type RgbPixels } from './decode-bmp.ts';
import type { ImageFile } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { isOrdinaryProfile } from './ordinary-profile.ts';
import type { Picture } from './picture.ts';
import { openPicture, openPixels } from './sharp.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';

/** Walked and stripped, but never seen. */
const WITHOUT_DECODER: readonly string[] = ['image/heic', 'image/x-adobe-dng'];
/** What sharp does not read, but we do. Each throws `UNSUPPORTED_TYPE` and `MalformedImageError`. */
export const OWN_DECODERS: Readonly<Record<string, (view: ByteView) => RgbPixels>> = {
  'image/bmp': decodeBmp,
};
/** What shows through transparent pixels: neither light nor dark text on nothing disappears. */
const BACKDROP = '#777777';

interface DecodeOptions {
  /** Longest side of the result in pixels; a smaller picture is never scaled up. */
  readonly maxSide: number;
  /** Which frame or page, from 0; the first unless told. */
  readonly frame?: number;
}

/** Whether sharp's prebuilt libraries decode this type of picture. */
export function isReadBySharp(mediaType: string): boolean {
  return !WITHOUT_DECODER.includes(mediaType) && OWN_DECODERS[mediaType] === undefined;
}

/**
 * Decodes one frame; the pages of a TIFF may differ in size. A JPEG is scaled while it is decoded, but always read to its end. Of
 * colour profiles only unusual ones are applied (`ordinary-profile.ts`). Throws `UNSUPPORTED_TYPE` for HEIC and DNG and for later
 * frames of an animated PNG, which sharp's prebuilt libraries cannot decode, and `MalformedImageError` when any part does not decode.
 */
export async function decodePicture(
  file: ImageFile,
  header: ImageHeader,
  { maxSide, frame = 0 }: DecodeOptions,
): Promise<Picture> {
  const isSecondPngFrame = header.mediaType === 'image/png' && frame > 0;
  if (WITHOUT_DECODER.includes(header.mediaType) || isSecondPngFrame)
    throw new BystanderError('UNSUPPORTED_TYPE', 'no decoder for these pixels');
  const decodeOwn = OWN_DECODERS[header.mediaType];
  if (decodeOwn !== undefined) return shrink(decodeOwn(file.view), maxSide, frame);
  const { autoOrient, icc } = await readMetadata(file, frame);
  const { width: fullWidth, height: fullHeight } = autoOrient;
  const ignoreProfile = icc !== undefined && isOrdinaryProfile(icc);
  try {
    const { data, info } = await openPicture(file.source, {
      maxPixels: fullWidth * fullHeight,
      frames: frame,
      ignoreProfile,
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

async function shrink({ data: rgb, width, height }: RgbPixels, maxSide: number, frame: number): Promise<Picture> {
  const { data, info } = await openPixels(rgb, { width, height })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, fullWidth: width, fullHeight: height, frame };
}

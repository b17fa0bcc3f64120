/** Pixels of a picture that another one's file holds: hostile bytes of their own, under the same guards and limits as any upload. */
import { decodePicture } from './decode-picture.ts';
import type { HiddenPicture } from './hidden-picture.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type PictureLimits, readImageHeader } from './image-header.ts';
import type { Picture } from './picture.ts';
import { openPicture } from './sharp.ts';

interface DecodeOptions {
  /** `pixels`: of the picture as it is stored. */
  readonly limits: PictureLimits;
  /** Longest side of the result. */
  readonly maxSide: number;
}

/**
 * Its first frame, upright as it says itself. `file`: the one that it was found in. Throws `TOO_MANY_PIXELS`, `TOO_MANY_FRAMES`,
 * `UNSUPPORTED_TYPE`, and other errors when any part does not decode.
 */
export async function decodeHiddenPicture(
  hidden: HiddenPicture,
  file: ImageFile,
  { limits, maxSide }: DecodeOptions,
): Promise<Picture> {
  if ('rgb' in hidden) {
    const { rgb: data, width, height } = hidden;
    return { data, width, height, fullWidth: width, fullHeight: height, frame: 0 };
  }
  if ('page' in hidden) return decodePage(hidden, file, { limits, maxSide });
  const own = inMemory(hidden.coded);
  return decodePicture(own, await readImageHeader(own, limits), { maxSide });
}

async function decodePage(
  { page, subdirectory }: Extract<HiddenPicture, { readonly page: number }>,
  { source }: ImageFile,
  { limits, maxSide }: DecodeOptions,
): Promise<Picture> {
  const place = { maxPixels: limits.pixels, frames: page, subdirectory };
  const { autoOrient } = await openPicture(source, place).metadata();
  const { data, info } = await openPicture(source, place)
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .flatten()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { data, width, height, fullWidth: autoOrient.width, fullHeight: autoOrient.height, frame: 0 };
}

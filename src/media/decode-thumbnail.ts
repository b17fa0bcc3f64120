/** Small grey pixels of a picture, or of a thumbnail inside it, to be compared with each other. */
import type { EmbeddedThumbnail } from './embedded-thumbnails.ts';
import type { ImageFile } from './image-file.ts';
import type { Picture } from './picture.ts';
import { openPicture, openPixels, type Sharp } from './sharp.ts';

export interface GreyPixels {
  /** 8 bits. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A thumbnail of more is a picture of its own; it is not decoded. */
const MAX_PIXELS = 4_000_000;
/** Longest side of the result. */
const MAX_SIDE = 256;

/** Undefined when it does not decode, is too large, or has no pixels. `file`: the picture that it was found in. */
export async function decodeThumbnail(
  thumbnail: EmbeddedThumbnail,
  { source }: ImageFile,
): Promise<GreyPixels | undefined> {
  try {
    return await greyOf(open(thumbnail, source));
  } catch {
    // Whatever is wrong with it: a thumbnail that nobody can see shows nobody.
    return undefined;
  }
}

/** The picture in the same size. */
export function shrinkPicture({ data, width, height }: Picture): Promise<GreyPixels> {
  return greyOf(openPixels(data, { width, height }));
}

function open(thumbnail: EmbeddedThumbnail, source: ImageFile['source']): Sharp {
  if ('rgb' in thumbnail) return openPixels(thumbnail.rgb, thumbnail);
  if ('page' in thumbnail) return openPicture(source, { maxPixels: MAX_PIXELS, frames: thumbnail.page });
  return openPicture(thumbnail.coded, { maxPixels: MAX_PIXELS });
}

async function greyOf(picture: Sharp): Promise<GreyPixels> {
  const { data, info } = await picture
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten()
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

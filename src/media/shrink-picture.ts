/** Small grey pixels of a picture, to be compared with those of another one. */
import type { GreyPicture } from './luma.ts';
import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

/** Longest side of the result. */
export const SHRUNK_SIDE = 256;

export async function shrinkPicture({ data, width, height }: Picture): Promise<GreyPicture> {
  const shrunk = await openPixels(data, { width, height })
    .resize({ width: SHRUNK_SIDE, height: SHRUNK_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data: shrunk.data, width: shrunk.info.width, height: shrunk.info.height };
}

/** The proof that a picture of which bytes were only cut decodes to its end: what nobody can look at is not called clean. */
import { hasTiles } from '../media/has-tiles.ts';
import { heicStill } from '../media/heic-still.ts';
import type { ImageFile } from '../media/image-file.ts';
import { type ImageHeader, readMetadata } from '../media/image-header.ts';
import { pngPicture } from '../media/png-picture.ts';
import { openPicture } from '../media/sharp.ts';
import { hasUnevenFrames } from '../media/uneven-frames.ts';
import { isSequence } from '../media/walkers/heif.ts';
import { pngFrames } from '../media/walkers/png-frames.ts';
import { undecodable } from './undecodable.ts';

/** A decode that only has to prove that every part decodes may shrink on the way. */
const SHRINK_FACTOR = 8;
/** Of what that decode leaves, in pixels: a picture of 500 MB takes 50 MB less than with a side of 1000. */
const MAX_SIDE = 64;

/** `header`: of the original. Rejects with `UncleanableError`: `undecodable`, `timeout`. */
export async function proveDecodable(file: ImageFile, header: ImageHeader): Promise<void> {
  try {
    if (header.mediaType === 'image/heic') await proveHeic(file);
    else if (hasUnevenFrames(header.mediaType)) await provePages(file, header);
    else await proveFrames(file, header);
  } catch (error) {
    throw undecodable(error);
  }
}

/** The tracks of a sequence are only walked: no detector saw them either. */
async function proveHeic(file: ImageFile): Promise<void> {
  if (isSequence(file.view)) return;
  const { pages = 1 } = await readMetadata(file, 0);
  for (let page = 0; page < pages; page++) await heicStill(file, page);
}

/** As many as are left; there may have been more. */
async function provePages(file: ImageFile, { mediaType }: ImageHeader): Promise<void> {
  const { pages = 1 } = await readMetadata(file, 0);
  const isTiled = hasTiles(file.view, mediaType);
  for (let page = 0; page < pages; page++) {
    const { width, height } = await readMetadata(file, page);
    await prove(file.source, page, { width, height, frames: 1, isStrict: isTiled });
  }
}

async function proveFrames({ source, view }: ImageFile, header: ImageHeader): Promise<void> {
  await prove(source, 'all', header);
  if (header.mediaType !== 'image/png') return;
  // sharp sees only the first picture of an animated PNG.
  for (const frame of pngFrames(view).slice(1)) await prove(pngPicture(view, frame), 'all', { ...header, frames: 1 });
}

interface Proof extends Pick<ImageHeader, 'width' | 'height' | 'frames'> {
  readonly isStrict?: boolean;
}

async function prove(
  source: Uint8Array | string,
  which: number | 'all',
  { width, height, frames, isStrict = false }: Proof,
): Promise<void> {
  const side = Math.min(MAX_SIDE, Math.max(1, Math.floor(Math.min(width, height) / SHRINK_FACTOR)));
  await openPicture(source, { maxPixels: width * height * frames, frames: which, isStrict, readsOnce: true })
    .resize(side, side)
    .raw()
    .toBuffer();
}

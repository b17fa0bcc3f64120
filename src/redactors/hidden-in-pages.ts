/** Looks for a picture in the colours under full transparency of a TIFF's pages or of the pictures of an AVIF or HEIC. */
import { hasTiles } from '../media/has-tiles.ts';
import { heicStill } from '../media/heic-still.ts';
import type { ImageFile } from '../media/image-file.ts';
import { readMetadata } from '../media/image-header.ts';
import { openPicture, type RawSamples, readSamples } from '../media/sharp.ts';
import { MalformedImageError } from '../media/walkers/byte-view.ts';
import type { Hidden } from './hidden.ts';
import { hasTwoHiddenColours, showsHiddenPicture } from './hidden-colours.ts';

type PagedType = 'image/tiff' | 'image/avif' | 'image/heic';

/** Decodes only what has transparency, one page at a time. Rejects with `MalformedImageError` when one does not decode. */
export async function hiddenInPages(file: ImageFile, mediaType: PagedType): Promise<Hidden> {
  const { pages = 1 } = await readMetadata(file, 0);
  const isTiled = hasTiles(file.view, mediaType);
  for (let page = 0; page < pages; page++) {
    const samples = await transparentSamples(file, mediaType, page, isTiled);
    if (samples === undefined) continue;
    const isFound = mediaType === 'image/tiff' ? hasTwoHiddenColours(samples) : showsHiddenPicture(samples);
    if (isFound) return { isFound, edits: [] };
  }
  return { isFound: false, edits: [] };
}

async function transparentSamples(
  file: ImageFile,
  mediaType: PagedType,
  page: number,
  isTiled: boolean,
): Promise<RawSamples | undefined> {
  const { hasAlpha, width, height, depth } = await readMetadata(file, page);
  if (!hasAlpha) return undefined;
  const is16Bit = depth === 'ushort';
  try {
    const isHeic = mediaType === 'image/heic';
    const { source } = isHeic ? (await heicStill(file, page)).file : file;
    const picture = openPicture(source, {
      maxPixels: width * height,
      frames: isHeic ? 0 : page,
      ignoreProfile: true,
      isStrict: isTiled,
    });
    return await readSamples(picture.toColourspace(is16Bit ? 'rgb16' : 'srgb'), { is16Bit });
  } catch (error) {
    throw new MalformedImageError('picture', error);
  }
}

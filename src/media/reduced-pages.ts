import { readTiff, type Tiff, type TiffDirectory } from './read-tiff.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { isReducedCopy } from './walkers/tiff-pictures.ts';

/** The pages of a TIFF, from 0, that say to be smaller copies and go when it is stripped; the first always stays. Throws `MalformedImageError`. */
export function reducedPages(view: ByteView, mediaType: string): ReadonlySet<number> {
  if (mediaType !== 'image/tiff') return new Set();
  const tiff = readTiff(view);
  const reduced = tiff.directories.filter(
    (directory) => directory.kind === 'main' && directory.index > 0 && saysSo(tiff, directory),
  );
  return new Set(reduced.map(({ index }) => index));
}

/** A file with a broken tag is not stripped in place, and no page goes from it. */
function saysSo(tiff: Tiff, directory: TiffDirectory): boolean {
  try {
    return isReducedCopy(tiff, directory);
  } catch (error) {
    if (error instanceof MalformedImageError) return false;
    throw error;
  }
}

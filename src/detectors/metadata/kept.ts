/** Which of a picture's metadata may stay when it is cleaned. */
import { readKeptTags } from '../../media/kept-tags.ts';
import { orientationOf, readExif, readTiff, type Tiff } from '../../media/read-tiff.ts';
import type { Block } from '../../media/walkers/block.ts';
import { type ByteView, MalformedImageError } from '../../media/walkers/byte-view.ts';

/** Formats whose readers ignore the orientation that EXIF says. ISO/IEC 23008-12 section A.2. */
const UNTAGGED_TYPES: readonly string[] = ['image/heic', 'image/avif'];

/** `icc`, `orientation`, `copyright`, `capture-time`, as far as they are there. Of broken tags nothing is. */
export function keptOf(blocks: readonly Block[], view: ByteView, mediaType: string): string[] {
  // These are turned by a property of their own; what their EXIF says of it is for nobody.
  const tagged = UNTAGGED_TYPES.includes(mediaType) ? [] : blocks;
  const isTurned = tagged.some(
    ({ kind, data }) =>
      (kind === 'exif' && orientationIn(() => readExif(data)) !== 1) ||
      (kind === 'tiff-tags' && orientationIn(() => readTiff(view)) !== 1),
  );
  const { copyright, captureTime } = readKeptTags(view, blocks);
  return [
    ...(blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : []),
    ...(isTurned ? ['orientation'] : []),
    ...(copyright === undefined ? [] : ['copyright']),
    ...(captureTime === undefined ? [] : ['capture-time']),
  ];
}

function orientationIn(read: () => Tiff): number {
  try {
    return orientationOf(read());
  } catch (error) {
    if (error instanceof MalformedImageError) return 1;
    throw error;
  }
}

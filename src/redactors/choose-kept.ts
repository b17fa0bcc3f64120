/** What stays of a picture's metadata: what the options ask for, and its format has a place for. */
import type { StripOptions } from '../core/options.ts';
import { readKeptTags } from '../media/kept-tags.ts';
import type { Block } from '../media/walkers/block.ts';
import type { ByteView } from '../media/walkers/byte-view.ts';
import { writeExif } from '../media/write-exif.ts';
import { hasStripper } from './strip-in-place.ts';
import type { Kept } from './strippers/stripper.ts';

/** Formats with no place for EXIF: of these the profile may stay and nothing else. */
const WITHOUT_EXIF: readonly string[] = ['image/gif', 'image/bmp', 'image/svg+xml'];

/** `blocks`: what the walk found. `orientation`: 1 to 8, of the result; 1 where its pixels are upright. */
export function chooseKept(
  view: ByteView,
  mediaType: string,
  blocks: readonly Block[],
  { keep }: StripOptions,
  orientation: number,
): Kept {
  const icc = keep.includes('icc');
  if (WITHOUT_EXIF.includes(mediaType) || !hasStripper(mediaType)) return { icc, exif: undefined };
  const { copyright, captureTime } = readKeptTags(view, blocks);
  const exif = writeExif({
    orientation,
    ...(keep.includes('copyright') && { copyright }),
    ...(keep.includes('capture-time') && { captureTime }),
  });
  return { icc, exif };
}

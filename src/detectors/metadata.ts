/**
 * Finds what a picture's metadata says about somebody: places and field names, never values. Every block that is there is either read
 * or reported as `metadata-block`. Sources: the walkers of `src/media` and the readers in `metadata/`. Misses: what is inside maker
 * notes and other vendors' blocks (reported as such), and what hides inside coded pixels.
 */

import type { Detection } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { walkImage } from '../media/walk-image.ts';
import type { ByteView } from '../media/walkers/byte-view.ts';
import { visibleTexts } from '../media/walkers/svg.ts';
import { collectBlock } from './metadata/block.ts';
import { createCollected, type MetadataText } from './metadata/collected.ts';
import { collectTiff } from './metadata/exif.ts';
import { collectProfiles } from './metadata/icc.ts';
import { joinSegments } from './metadata/join-segments.ts';
import { keptOf } from './metadata/kept.ts';
import { collectExtensions } from './metadata/xmp-extensions.ts';

export interface MetadataDetections {
  readonly detections: readonly Detection[];
  /** Prose to be looked at by the text detectors. */
  readonly texts: readonly MetadataText[];
  /** What may be left by stripping, if the options say so: `icc`, `orientation`, `copyright`, `capture-time`. */
  readonly kept: readonly string[];
}

/** `mediaType`: as `sniff` named it. Throws `UNSUPPORTED_TYPE` for a type without a walker; never for broken bytes. */
export async function detectMetadata(view: ByteView, mediaType: string): Promise<MetadataDetections> {
  const walk = walkImage(view, mediaType);
  if (walk === undefined) throw new BystanderError('UNSUPPORTED_TYPE', 'no metadata reader for this type');
  const found = createCollected();
  if (mediaType === 'image/svg+xml' && walk.isComplete)
    for (const { field, text } of visibleTexts(view)) found.addVisible(field, text);
  for (const block of joinSegments(walk.blocks)) await collectBlock(block, found);
  if (walk.blocks.some(({ kind }) => kind === 'tiff-tags')) collectTiff(view, found);
  await collectExtensions(walk.blocks, found);
  collectProfiles(walk.blocks, found);
  if (!walk.isComplete) found.add('metadata-block', `${formatName(mediaType)}:Unreadable`);
  return { detections: found.detections, texts: found.texts, kept: keptOf(walk.blocks, view, mediaType) };
}

function formatName(mediaType: string): string {
  return mediaType.slice('image/'.length).replace('+xml', '').toUpperCase();
}

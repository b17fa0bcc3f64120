/** The second look: a cleaned picture is walked like any upload. */
import { UncleanableError } from '../errors.ts';
import { profilesOf } from '../media/colour-profile.ts';
import { readKeptTags } from '../media/kept-tags.ts';
import { neutralProfile } from '../media/neutral-profile.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import { type ByteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { hasOnlyKeptTags } from './strippers/kept-tags.ts';
import type { Kept } from './strippers/stripper.ts';

/**
 * Gives what was kept: `icc`, `copyright`, `capture-time`. Throws `UncleanableError` with the reason `residue` when the walk does not
 * come to the end, or finds anything but what was meant to stay.
 */
export function refuseResidue(view: ByteView, mediaType: string, kept: Kept): string[] {
  const walk = walkImage(view, mediaType);
  if (walk === undefined || !walk.isComplete || !hasOnly(kept, walk.blocks, view))
    throw new UncleanableError('residue', 'metadata is left after cleaning');
  const { copyright, captureTime } = readKeptTags(view, walk.blocks);
  return [
    ...(walk.blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : []),
    ...(copyright === undefined ? [] : ['copyright']),
    ...(captureTime === undefined ? [] : ['capture-time']),
  ];
}

function hasOnly(kept: Kept, blocks: readonly Block[], view: ByteView): boolean {
  const isAllowed = ({ kind, data }: Block): boolean =>
    (kind === 'icc' && kept.icc) ||
    (kind === 'exif' && kept.exif?.equals(data) === true) ||
    (kind === 'tiff-tags' && hasOnlyKeptTags(view, kept));
  try {
    return blocks.every(isAllowed) && profilesOf(blocks).every((profile) => neutralProfile(profile) === undefined);
  } catch (error) {
    if (error instanceof MalformedImageError) return false;
    throw error;
  }
}

/** The second look: a cleaned picture is walked like any upload. */
import { UncleanableError } from '../errors.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import type { ByteView } from '../media/walkers/byte-view.ts';
import { hasOnlyKeptTags } from './strippers/kept-tags.ts';
import type { Kept } from './strippers/stripper.ts';

/**
 * Gives what was kept (`icc`). Throws `UncleanableError` with the reason `residue` when the walk does not come to the end, or finds
 * anything but what was meant to stay.
 */
export function refuseResidue(view: ByteView, mediaType: string, kept: Kept): string[] {
  const walk = walkImage(view, mediaType);
  const isAllowed = ({ kind, data }: Block): boolean =>
    (kind === 'icc' && kept.icc) ||
    (kind === 'exif' && kept.exif?.equals(data) === true) ||
    (kind === 'tiff-tags' && hasOnlyKeptTags(view, kept));
  if (walk === undefined || !walk.isComplete || !walk.blocks.every(isAllowed))
    throw new UncleanableError('residue', 'metadata is left after cleaning');
  return walk.blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : [];
}

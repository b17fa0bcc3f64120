/** The second look: a cleaned picture is walked like any upload. */
import { UncleanableError } from '../errors.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import { orientationBlock } from './cut-jpeg.ts';

/**
 * Gives what was kept (`icc`). Throws `UncleanableError` with the reason `residue` when the walk does not come to the end, or finds
 * anything but a colour profile and, in a JPEG, the block that only holds the orientation.
 */
export function refuseResidue(bytes: Uint8Array, mediaType: string, orientation: number): string[] {
  const walk = walkImage(bytes, mediaType);
  const isAllowed = ({ kind, data }: Block): boolean =>
    kind === 'icc' || (kind === 'exif' && mediaType === 'image/jpeg' && orientationBlock(orientation).equals(data));
  if (walk === undefined || !walk.isComplete || !walk.blocks.every(isAllowed))
    throw new UncleanableError('residue', 'metadata is left after cleaning');
  return walk.blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : [];
}

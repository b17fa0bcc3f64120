/** Whether any picture of a TIFF is stored in tiles: libvips only warns of one that does not decode, and shows black instead. */
import { readTiff } from './read-tiff.ts';
import type { ByteView } from './walkers/byte-view.ts';

const TILE_OFFSETS = 0x0144;

/** False as well for other formats. Throws `MalformedImageError`. */
export function hasTiles(view: ByteView, mediaType: string): boolean {
  if (mediaType !== 'image/tiff') return false;
  return readTiff(view).directories.some(({ entries }) => entries.some(({ tag }) => tag === TILE_OFFSETS));
}

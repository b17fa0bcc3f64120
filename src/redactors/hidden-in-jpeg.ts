/**
 * Looks for what no viewer shows among the coded pixels of a JPEG: bytes behind the last coded unit (also the lower part of a picture
 * whose frame was made less high) and tables that no scan uses. All is cut in place. Misses: files that are too large for memory,
 * arithmetic coding, JPEG inside other formats, codes that no unit has.
 */
import type { ImageFile } from '../media/image-file.ts';
import { segmentsOf } from '../media/walkers/jpeg-segments.ts';
import { bytesBehindUnits } from '../media/walkers/jpeg-units.ts';
import { unusedTables } from '../media/walkers/jpeg-unused-tables.ts';
import type { Hidden } from './hidden.ts';

/** Rejects with `MalformedImageError` when the units cannot be read. */
export async function hiddenInJpeg({ view, source }: ImageFile): Promise<Hidden> {
  const segments = [...segmentsOf(view, 0)];
  const behind = typeof source === 'string' ? [] : bytesBehindUnits(view, segments);
  return { isFound: false, edits: [...unusedTables(view, segments), ...behind] };
}

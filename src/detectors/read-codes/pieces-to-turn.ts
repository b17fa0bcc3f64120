/** What is turned at once: all of an area, or overlapping pieces of a long one, which would become a large and mostly empty square. Pure. */
import type { Box } from '../../core/types.ts';

/** 12 MB; an area of about 2,450 pixels a side. */
const MAX_TURNED_PIXELS = 12_000_000;
/** Of the area's short side. Squares that lean fit into the overlap, and bars that are half as long again. */
const LENGTH = 4;
const OVERLAP = 1.5;
/** Pixels of a piece's long side: shorter ones are more work. */
const MIN_LENGTH = 512;

/** Whole pixels; together all of the area. */
export function piecesToTurn(area: Box): readonly Box[] {
  const [long, short] = [Math.max(area.width, area.height), Math.min(area.width, area.height)];
  // Turned by 45 degrees, where it takes most room.
  const longest = Math.floor(Math.sqrt(2 * MAX_TURNED_PIXELS)) - short;
  if (long <= longest) return [area];
  const length = Math.min(longest, Math.max(MIN_LENGTH, LENGTH * short));
  const step = length - Math.floor(Math.min(OVERLAP * short, length / 2));
  const count = Math.ceil((long - length) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const from = Math.min(index * step, long - length);
    return area.width >= area.height
      ? { ...area, x: area.x + from, width: length }
      : { ...area, y: area.y + from, height: length };
  });
}

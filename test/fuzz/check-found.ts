/** What must hold for all that is found in a picture. */
import type { Box, BoxPlace, Detection } from '../../src/core/types.ts';

interface Found {
  readonly detections: readonly (Detection & BoxPlace)[];
  readonly gaps: readonly { readonly detector: string; readonly reason: string }[];
}

/** Boxes of parts of words are rounded to whole pixels. */
const ROUNDING = 1;

/** Throws when a search failed, or a finding lies outside of `around`; where that is undefined, places are not looked at. */
export function checkFound({ detections, gaps }: Found, around: Box | undefined): void {
  const broken = gaps.find(({ reason }) => reason !== 'truncated');
  if (broken !== undefined) throw new Error(`a gap: ${broken.detector} ${broken.reason}`);
  for (const { type, score, box, whole = box } of detections) {
    if (!(score > 0 && score <= 1)) throw new Error(`a score out of range: ${type}`);
    if (around !== undefined && !(isWithin(box, around) && isWithin(whole, around)))
      throw new Error(`a box lies outside: ${type}`);
  }
}

function isWithin({ x, y, width, height }: Box, around: Box): boolean {
  return (
    width >= 0 &&
    height >= 0 &&
    x >= around.x - ROUNDING &&
    y >= around.y - ROUNDING &&
    x + width <= around.x + around.width + ROUNDING &&
    y + height <= around.y + around.height + ROUNDING
  );
}

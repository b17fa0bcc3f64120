/** Cuts the crop of a long line into shorter ones, between words. */
import type { LineCrop } from './crop-line.ts';
import { inkColumns, widestGap } from './ink.ts';

interface CropPiece extends LineCrop {
  /** Column of the whole crop that it begins at. */
  readonly from: number;
}

/** Columns. The recogniser compares all places of a line with each other: at 4,000 columns it takes twice the time for each that it takes here. */
const MAX_WIDTH = 1600;
/** The cut is in the widest gap between here and there. */
const MIN_WIDTH = 1200;

/** From left to right, one after the other without overlap. */
export function splitCrop(crop: LineCrop): CropPiece[] {
  if (crop.width <= MAX_WIDTH) return [{ ...crop, from: 0 }];
  const ink = inkColumns(crop);
  const pieces: CropPiece[] = [];
  let from = 0;
  while (crop.width - from > MAX_WIDTH) {
    const gap = widestGap(ink, from + MIN_WIDTH, from + MAX_WIDTH);
    const to = gap ? Math.round((gap.start + gap.end) / 2) : from + MAX_WIDTH;
    pieces.push(pieceOf(crop, from, to));
    from = to;
  }
  return [...pieces, pieceOf(crop, from, crop.width)];
}

function pieceOf({ data, width, height }: LineCrop, from: number, to: number): CropPiece {
  const piece = new Uint8Array((to - from) * height * 3);
  for (let y = 0; y < height; y++)
    piece.set(data.subarray((y * width + from) * 3, (y * width + to) * 3), y * (to - from) * 3);
  return { data: piece, width: to - from, height, from };
}

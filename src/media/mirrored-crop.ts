/** A square of a decoded picture; where it reaches beyond the edge, the picture goes on as its mirror image. */
import { touchedPixels } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

export interface MirroredCrop {
  /** In pixels of the decode, as wide as high; at least a part of it lies in the picture. */
  readonly square: Box;
  /** Of what is made, in pixels. */
  readonly side: number;
  /** Left and right of the whole square exchanged. */
  readonly mirrored: boolean;
}

/** RGB interleaved, 8 bits, `side * side`. */
export async function mirroredCrop(
  picture: Pick<Picture, 'data' | 'width' | 'height'>,
  { square, side, mirrored }: MirroredCrop,
): Promise<Uint8Array> {
  const inside = touchedPixels(square, picture);
  const scale = side / square.width;
  const left = between(0, Math.round((inside.x - square.x) * scale), side - 1);
  const top = between(0, Math.round((inside.y - square.y) * scale), side - 1);
  const width = between(1, Math.round(inside.width * scale), side - left);
  const height = between(1, Math.round(inside.height * scale), side - top);
  const pixels = await openPixels(picture.data, picture)
    .extract({ left: inside.x, top: inside.y, width: inside.width, height: inside.height })
    .resize(width, height, { fit: 'fill' })
    .extend({ left, top, right: side - left - width, bottom: side - top - height, extendWith: 'mirror' })
    .raw()
    .toBuffer();
  if (!mirrored) return pixels;
  return openPixels(pixels, { width: side, height: side }).flop().raw().toBuffer();
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** A decoded picture in another size, for detectors that look at several sizes of the one decode. */
import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

export interface ResizedPixels {
  readonly width: number;
  readonly height: number;
  /** Left and right exchanged. */
  readonly mirrored?: boolean;
}

/** RGB interleaved, 8 bits, stretched to exactly `width * height`. */
export async function resizePixels(
  { data, width, height }: Pick<Picture, 'data' | 'width' | 'height'>,
  target: ResizedPixels,
): Promise<Uint8Array> {
  const pixels = openPixels(data, { width, height })
    .resize(target.width, target.height, { fit: 'fill' })
    .flop(target.mirrored ?? false);
  return pixels.raw().toBuffer();
}

/** Brightness of pixels. Pure. */

/** One byte for each pixel. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luma of ITU-R BT.601 (0.299, 0.587 and 0.114, in 1,024ths) of RGB interleaved, 8 bits; one byte for each pixel. */
export function luma(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3)
    grey[pixel] = ((rgb[at] ?? 0) * 306 + (rgb[at + 1] ?? 0) * 601 + (rgb[at + 2] ?? 0) * 117) >> 10;
  return grey;
}

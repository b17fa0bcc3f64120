/**
 * Whether a part of a HEVC picture was not decoded. libde265 ends at what it cannot read, says nothing, and leaves the rest of its samples 0.
 * No colour has this code: where luma is 0, as black is, both chroma are in the middle (ITU-T H.273 section 8.3; measured, it shows as
 * green). Misses: pictures in grey and in RGB, of which zeros are black; and tiles, where the library's memory was used before.
 */

/** `stride`: bytes from one row to the next. Samples of more than 8 bits take two bytes. `data` lies in the decoder's memory. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly bits_per_pixel: number;
  readonly data: Uint8Array;
}

/** Of a block, in pixels. The least that is not decoded is a coding tree unit, of 16 at least, which holds one whole block wherever it lies. */
const SIDE = 8;

/** Whether some block of RGB may be such a part: evenly green. True as well for a block that is meant so. */
export function seemsEmpty({ width, height, stride, data }: Plane, channels: 3 | 4): boolean {
  return someBlock(width, height, (x, y) => {
    const at = y * stride + x * channels;
    if (data[at] !== 0 || data[at + 1] === 0 || data[at + 2] !== 0) return false;
    return isEven(SIDE, (row, column) => {
      const pixel = at + row * stride + column * channels;
      return data[pixel] === 0 && data[pixel + 1] === data[at + 1] && data[pixel + 2] === 0;
    });
  });
}

/** The same, for certain, of luma and two planes of chroma of any size. False for what has no chroma. */
export function hasEmptyCode([luma, ...chroma]: readonly Plane[]): boolean {
  if (luma === undefined || chroma.length < 2) return false;
  const { width, height } = luma;
  return someBlock(width, height, (left, top) =>
    isEven(SIDE, (row, column) => {
      const [x, y] = [left + column, top + row];
      return [luma, ...chroma.slice(0, 2)].every((plane) =>
        isZeroAt(plane, Math.floor((x * plane.width) / width), Math.floor((y * plane.height) / height)),
      );
    }),
  );
}

function isZeroAt({ stride, data, ...plane }: Plane, x: number, y: number): boolean {
  const bytes = plane.bits_per_pixel > 8 ? 2 : 1;
  const at = y * stride + x * bytes;
  return data[at] === 0 && (bytes === 1 || data[at + 1] === 0);
}

function someBlock(width: number, height: number, is: (x: number, y: number) => boolean): boolean {
  for (let y = 0; y + SIDE <= height; y += SIDE)
    for (let x = 0; x + SIDE <= width; x += SIDE) if (is(x, y)) return true;
  return false;
}

function isEven(side: number, is: (row: number, column: number) => boolean): boolean {
  for (let row = 0; row < side; row++) for (let column = 0; column < side; column++) if (!is(row, column)) return false;
  return true;
}

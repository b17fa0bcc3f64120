/** The part of a picture with the most edges: if there is small print in it, it is most likely there. */
import type { Picture } from '../../media/picture.ts';
import type { Pixels } from './crop-line.ts';

/** In pixels. */
const PART = { width: 320, height: 256 } as const;
/** Parts begin at multiples of this. */
const STEP = 64;
/** A difference of brightness from pixel to pixel that may be the edge of a letter, of 255. */
const MIN_EDGE = 32;

/** RGB, 320 x 256 or the whole of a smaller picture. */
export function busiestPart({ data, width, height }: Picture): Pixels {
  const part = { width: Math.min(width, PART.width), height: Math.min(height, PART.height) };
  const across = Math.ceil(width / STEP);
  const edges = edgesPerCell(data, width, height, across);
  let best = { x: 0, y: 0, count: -1 };
  for (let y = 0; y + part.height <= height; y += STEP) {
    for (let x = 0; x + part.width <= width; x += STEP) {
      let count = 0;
      for (let row = y / STEP; row < (y + part.height) / STEP; row++)
        for (let column = x / STEP; column < (x + part.width) / STEP; column++)
          count += edges[row * across + column] ?? 0;
      if (count > best.count) best = { x, y, count };
    }
  }
  const rows = Array.from({ length: part.height }, (_, row) => {
    const from = ((best.y + row) * width + best.x) * 3;
    return data.subarray(from, from + part.width * 3);
  });
  return { data: Buffer.concat(rows), ...part };
}

/** Counted in green, which is most of brightness; every other row is enough. */
function edgesPerCell(data: Uint8Array, width: number, height: number, across: number): Uint32Array {
  const edges = new Uint32Array(across * Math.ceil(height / STEP));
  for (let y = 0; y < height; y += 2) {
    const cells = Math.floor(y / STEP) * across;
    for (let x = 1, at = (y * width + 1) * 3 + 1; x < width; x++, at += 3) {
      if (Math.abs((data[at] ?? 0) - (data[at - 3] ?? 0)) < MIN_EDGE) continue;
      const cell = cells + Math.floor(x / STEP);
      edges[cell] = (edges[cell] ?? 0) + 1;
    }
  }
  return edges;
}

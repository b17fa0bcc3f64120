import { describe, expect, it } from 'vitest';
import { mirroredCrop } from '../../src/media/mirrored-crop.ts';

/** Four pixels wide and two high, each column and row with a brightness of its own. */
const ROWS = [
  [10, 20, 30, 40],
  [50, 60, 70, 80],
];
const picture = { data: Uint8Array.from(ROWS.flat().flatMap((v) => [v, v, v])), width: 4, height: 2 };

async function firstBand(square: [x: number, y: number, side: number], mirrored = false): Promise<number[][]> {
  const [x, y, side] = square;
  const data = await mirroredCrop(picture, { square: { x, y, width: side, height: side }, side, mirrored });
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, at) => data[(row * side + at) * 3] ?? -1),
  );
}

describe('mirroredCrop', () => {
  it('cuts out what lies inside as it is', async () => {
    expect(await firstBand([1, 0, 2])).toEqual([
      [20, 30],
      [60, 70],
    ]);
  });

  it('goes on beyond every edge with the mirror image', async () => {
    expect(await firstBand([-2, 0, 4])).toEqual([
      [20, 10, 10, 20],
      [60, 50, 50, 60],
      [60, 50, 50, 60],
      [20, 10, 10, 20],
    ]);
    expect(await firstBand([2, -1, 3])).toEqual([
      [30, 40, 40],
      [30, 40, 40],
      [70, 80, 80],
    ]);
  });

  it('exchanges left and right of the whole square', async () => {
    expect(await firstBand([2, 0, 3], true)).toEqual([
      [40, 40, 30],
      [80, 80, 70],
      [80, 80, 70],
    ]);
  });

  it('makes the size that is asked for, however little of the picture lies in the square', async () => {
    const [thin, speck] = [
      { x: -500, y: -500, width: 503, height: 503 },
      { x: 1.4, y: 0.6, width: 0.3, height: 0.3 },
    ];
    for (const square of [thin, speck]) {
      expect(await mirroredCrop(picture, { square, side: 192, mirrored: false })).toHaveLength(192 * 192 * 3);
    }
  });
});

import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeHiddenColours, type HiddenColours, hiddenShares } from '../../src/media/decode-hidden-colours.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';

const SIDE = 64;

/** RGBA of each pixel. */
type Colours = (x: number, y: number) => readonly [number, number, number, number];

function drawn(colours: Colours): Sharp {
  const data = Buffer.from(
    Array.from({ length: SIDE * SIDE }, (_, pixel) => [...colours(pixel % SIDE, Math.floor(pixel / SIDE))]).flat(),
  );
  return sharp(data, { raw: { width: SIDE, height: SIDE, channels: 4 } });
}

async function hiddenIn(picture: Sharp, maxSide = SIDE): Promise<HiddenColours | undefined> {
  const file = inMemory(await picture.png().toBuffer());
  return decodeHiddenColours(file, await readImageHeader(file, { pixels: 1e6, frames: 1 }), maxSide);
}

const checks = (x: number, y: number): number => (((x >> 2) + (y >> 2)) % 2 === 0 ? 200 : 40);

describe('colours that transparency hides', () => {
  it('are nothing to look at where the picture is opaque, or hides one colour, or a shadow', async () => {
    const nothing: readonly Colours[] = [
      (x, y) => [checks(x, y), checks(x, y), 0, 255],
      (x) => (x < SIDE / 2 ? [9, 90, 200, 0] : [200, 9, 90, 255]),
      (x) => [0, 0, 0, x * 4],
      // The edge of a shape.
      (x) => (x < SIDE / 2 ? [7, 7, 7, 0] : [x * 3, x * 3, x * 3, x === SIDE / 2 ? 40 : 255]),
    ];
    for (const colours of nothing) expect(await hiddenIn(drawn(colours))).toBeUndefined();
  });

  it('are all colours, and where they are fully and nearly transparent', async () => {
    const hidden = await hiddenIn(
      drawn((x, y) => [checks(x, y), checks(x, y), checks(x, y), x < 16 ? 0 : x < 32 ? 9 : 255]),
    );
    if (hidden === undefined) throw new Error('nothing hidden');
    expect(hidden.picture).toMatchObject({ width: SIDE, height: SIDE, fullWidth: SIDE, fullHeight: SIDE });
    expect([...hidden.picture.data.subarray(0, 15)]).toEqual(
      Array.from({ length: 15 }, (_, at) => checks(Math.floor(at / 3), 0)),
    );
    const shares = (x: number, width: number) => hiddenShares(hidden, { x, y: 8, width, height: 8 });
    expect(shares(0, 16)).toEqual({ transparent: 1, faint: 0 });
    expect(shares(8, 16)).toEqual({ transparent: 0.5, faint: 0.5 });
    expect(shares(40, 16)).toEqual({ transparent: 0, faint: 0 });
  });

  it('keep their places in a smaller size', async () => {
    const hidden = await hiddenIn(
      drawn((x, y) => [0, checks(x, y), 0, y < 32 ? 255 : 0]),
      32,
    );
    expect(hidden?.picture).toMatchObject({ width: 32, height: 32, fullWidth: SIDE, fullHeight: SIDE });
    expect(hidden && hiddenShares(hidden, { x: 0, y: 32, width: 64, height: 32 }).transparent).toBe(1);
    expect(hidden && hiddenShares(hidden, { x: 0, y: 0, width: 64, height: 32 }).transparent).toBe(0);
  });
});

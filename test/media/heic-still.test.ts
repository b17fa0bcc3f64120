import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { heicStill } from '../../src/media/heic-still.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import type { Picture } from '../../src/media/picture.ts';
import { box, heicGrid, heicPicture, heifFile, sequenceBox, uint32 } from '../fixtures/images.ts';

const FACE = new URL('../fixtures/doctor-sample.heic', import.meta.url);
const ORIGINAL = new URL('../../models/doctor-sample.jpg', import.meta.url);
const SIDE = 64;
const RAW = { width: SIDE, height: SIDE, channels: 3 } as const;

async function decode(bytes: Uint8Array, frame = 0): Promise<Picture> {
  const file = inMemory(bytes);
  return decodePicture(file, await readImageHeader(file, { pixels: 1e6, frames: 9 }), { maxSide: 1920, frame });
}

/** The mean difference of two pictures of one size, in steps of 256. */
function differenceOf(one: Uint8Array, other: Uint8Array): number {
  expect(one).toHaveLength(other.length);
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

let pattern: Picture;
beforeAll(async () => {
  pattern = await decode(heifFile({ items: [heicPicture()] }));
});

describe('a HEIC', () => {
  it('shows what was coded', async () => {
    const { data, width, height } = await decode(await readFile(FACE));
    expect({ width, height }).toEqual({ width: 640, height: 640 });
    expect(
      differenceOf(
        data,
        await sharp(await readFile(ORIGINAL))
          .raw()
          .toBuffer(),
      ),
    ).toBeLessThan(3);
  });

  it('put together from tiles, as phones write it, is one picture', async () => {
    const { data, width, height } = await decode(heifFile({ items: heicGrid(2, 3) }));
    expect({ width, height }).toEqual({ width: 2 * SIDE, height: 3 * SIDE });
    for (const [left, top] of [
      [0, 0],
      [SIDE, 0],
      [0, 2 * SIDE],
      [SIDE, 2 * SIDE],
    ] as const) {
      const region = { left, top, width: SIDE, height: SIDE };
      const tile = await sharp(data, { raw: { width, height, channels: 3 } })
        .extract(region)
        .raw()
        .toBuffer();
      expect(differenceOf(tile, pattern.data)).toBe(0);
    }
  });

  it.each([1, 2, 3])('that says to be turned by %i quarters is turned', async (quarters) => {
    const turned = await decode(
      heifFile({ items: [heicPicture({ properties: [box('irot', Buffer.from([quarters]))] })] }),
    );
    const expected = await sharp(pattern.data, { raw: RAW })
      .rotate(360 - 90 * quarters)
      .raw()
      .toBuffer();
    expect(differenceOf(turned.data, expected)).toBeLessThan(1);
  });

  it('has all the pictures of a burst as frames', async () => {
    const turned = heicPicture({ properties: [box('irot', Buffer.from([2]))] });
    const burst = heifFile({ items: [heicPicture(), turned] });
    expect((await readImageHeader(inMemory(burst), { pixels: 1e6, frames: 9 })).frames).toBe(2);
    const alone = await decode(heifFile({ items: [turned] }));
    expect((await decode(burst, 0)).data).toEqual(pattern.data);
    expect((await decode(burst, 1)).data).toEqual(alone.data);
  });

  it('keeps its colour profile', async () => {
    const coded = await sharp(pattern.data, { raw: RAW }).withIccProfile('p3').jpeg().toBuffer();
    const profile = (await sharp(coded).metadata()).icc ?? Buffer.alloc(0);
    expect(profile.length).toBeGreaterThan(100);
    const colr = box('colr', Buffer.from('prof'), profile);
    const file = inMemory(heifFile({ items: [heicPicture({ properties: [colr] })] }));
    const still = await heicStill(file, 0);
    expect((await sharp(still.file.source).metadata()).icc?.equals(profile)).toBe(true);
  });

  it('that ends in the middle, has a false size or only tracks fails by code', async () => {
    const whole = await readFile(FACE);
    await expect(decode(whole.subarray(0, -4000))).rejects.toThrow('malformed');
    const [property] = heicPicture().properties ?? [];
    const size = Buffer.concat([uint32(20), Buffer.from('ispe\0\0\0\0'), uint32(128), uint32(64)]);
    const wide = { ...heicPicture(), properties: [property ?? size, size] };
    await expect(decode(heifFile({ items: [wide] }))).rejects.toThrow('malformed');
    const item = heicPicture();
    const film = heifFile({ brand: 'hevc', items: [item], boxes: (offsets) => [sequenceBox(item, offsets)] });
    await expect(decode(film)).rejects.toMatchObject({ code: 'UNSUPPORTED_TYPE' });
  });
});

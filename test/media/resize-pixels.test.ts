import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import type { Picture } from '../../src/media/picture.ts';
import { resizeLuma, resizePixels } from '../../src/media/resize-pixels.ts';
import { openPixels } from '../../src/media/sharp.ts';
import { rgbSamples, uprightPhoto } from '../fixtures/images.ts';

function pictureOf(width: number, height: number): Picture {
  return { data: rgbSamples(width, height), width, height, fullWidth: width, fullHeight: height, frame: 0 };
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

describe('resizePixels', () => {
  let photo: Picture;
  beforeAll(async () => {
    const file = inMemory(await uprightPhoto());
    const header = await readImageHeader(file, { pixels: 50_000_000, frames: 1 });
    photo = await decodePicture(file, header, { maxSide: 1920 });
  });

  it('gives the pixels themselves in their own size', async () => {
    const picture = pictureOf(40, 20);
    expect(await resizePixels(picture, { width: 40, height: 20 })).toBe(picture.data);
  });

  it('makes a size once, for the picture that was asked for last', async () => {
    const [picture, other] = [pictureOf(40, 20), pictureOf(40, 20)];
    const target = { width: 20, height: 10 };
    const first = await resizePixels(picture, target);
    expect(await resizePixels(picture, target)).toBe(first);
    expect(await resizePixels(picture, { ...target, mirrored: true })).not.toBe(first);
    await resizePixels(other, target);
    const again = await resizePixels(picture, target);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('exchanges left and right', async () => {
    const picture = pictureOf(4, 1);
    const mirrored = await resizePixels(picture, { width: 4, height: 1, mirrored: true });
    expect([...mirrored.subarray(0, 3)]).toEqual([...picture.data.subarray(9, 12)]);
  });

  it('makes small sizes of larger ones, and they look like those that were made of the picture', async () => {
    const target = { width: Math.round(photo.width / 4.2), height: Math.round(photo.height / 4.2) };
    const direct = await openPixels(photo.data, photo)
      .resize(target.width, target.height, { fit: 'fill' })
      .raw()
      .toBuffer();
    await resizePixels(photo, { width: Math.round(photo.width / 2), height: Math.round(photo.height / 2) });
    const inSteps = await resizePixels(photo, target);
    expect(inSteps).not.toEqual(direct);
    expect(meanDifference(inSteps, direct)).toBeLessThan(1);
  });

  it('gives the brightness alone', async () => {
    const picture = pictureOf(2, 1);
    picture.data.set([255, 0, 0, 0, 0, 255]);
    const luma = await resizeLuma(picture, { width: 2, height: 1 });
    expect([...luma]).toEqual([76, 29]);
    expect(await resizeLuma(picture, { width: 2, height: 1 })).toBe(luma);
  });

  it('stretches lines of one pixel', async () => {
    expect(await resizePixels(pictureOf(3000, 1), { width: 320, height: 1 })).toHaveLength(960);
    expect(await resizePixels(pictureOf(1, 1), { width: 8, height: 8 })).toHaveLength(192);
  });
});

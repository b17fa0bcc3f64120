import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/core/types.ts';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { coverRegions } from '../../src/redactors/cover-regions.ts';
import {
  frames,
  HEIGHT,
  ORIENTATIONS,
  orientedJpeg,
  phonePhoto,
  picture,
  rgbSamples,
  uprightPhoto,
  WIDTH,
} from '../fixtures/images.ts';

const LIMITS = { pixels: 50_000_000, frames: 50 };
const BOX = { x: 10, y: 8, width: 10, height: 10 };
/** The box with 15 % on each side, in whole pixels. */
const WIDENED = { x: 8, y: 6, width: 14, height: 14 };

async function cover(
  bytes: Uint8Array,
  boxes: readonly Box[] = [BOX],
  style: 'solid' | 'mosaic' = 'solid',
): Promise<Buffer> {
  return Buffer.from(await coverRegions(inMemory(bytes), await readImageHeader(inMemory(bytes), LIMITS), boxes, style));
}

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** 8-bit RGB of all frames below each other, as a viewer shows it. */
async function pixels(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { pages: -1 })
    .autoOrient()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function inside({ data, width }: Pixels, box: Box): number[][] {
  const found: number[][] = [];
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++)
      found.push([...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]);
  return found;
}

/** Pixels outside the box that differ by more than `tolerance`. */
function changedOutside(before: Pixels, after: Pixels, box: Box, tolerance: number): number {
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  let changed = 0;
  for (let index = 0; index < before.data.length; index++) {
    const x = Math.floor(index / 3) % before.width;
    const y = Math.floor(index / 3 / before.width) % HEIGHT;
    const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    if (!isInside && Math.abs((before.data[index] ?? 0) - (after.data[index] ?? 0)) > tolerance) changed++;
  }
  return changed;
}

describe('coverRegions', () => {
  it('covers the box with 15 % on each side in darkness, and leaves every other sample of lossless formats as it was', async () => {
    const sixteen = Uint16Array.from(rgbSamples(), (value) => value * 257);
    const images = [
      picture().png(),
      picture().webp({ lossless: true }),
      picture().tiff({ compression: 'lzw' }),
      picture().withIccProfile('p3').png(),
      sharp(sixteen, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
        .toColourspace('rgb16')
        .png(),
    ];
    for (const image of images) {
      const bytes = await image.toBuffer();
      const covered = await cover(bytes);
      const [before, after] = [await pixels(bytes), await pixels(covered)];
      expect(Math.max(...inside(after, WIDENED).flat())).toBeLessThan(60);
      expect(changedOutside(before, after, WIDENED, 0)).toBe(0);
      const [was, is] = [await sharp(bytes).metadata(), await sharp(covered).metadata()];
      expect([is.format, is.depth, is.icc]).toEqual([was.format, was.depth, was.icc]);
    }
  });

  it.each(ORIENTATIONS)('takes boxes as upright pixels for orientation %i', async (orientation) => {
    const bytes = await orientedJpeg(orientation);
    const covered = await cover(bytes);
    const after = await pixels(covered);
    expect((await sharp(covered).metadata()).orientation).toBeUndefined();
    expect(Math.max(...inside(after, BOX).flat())).toBeLessThan(70);
    // Coded blocks around the edges differ a little.
    expect(changedOutside(await pixels(bytes), after, { x: 0, y: 0, width: 24, height: 24 }, 24)).toBe(0);
  });

  it('takes the metadata out with it', async () => {
    const covered = await cover(await phonePhoto(), [{ x: 100, y: 100, width: 50, height: 60 }]);
    expect(await detectMetadata(byteView(covered), 'image/jpeg')).toMatchObject({ detections: [], texts: [] });
    const header = await readImageHeader(inMemory(await uprightPhoto()), LIMITS);
    expect(await sharp(covered).metadata()).toMatchObject({ width: header.width, height: header.height });
  });

  it('makes a mosaic so coarse that at most seven colours stand side by side', async () => {
    const photo = await uprightPhoto();
    const box = { x: 300, y: 200, width: 300, height: 400 };
    const png = await sharp(photo).png().toBuffer();
    const after = await pixels(await cover(png, [box], 'mosaic'));
    const row = inside(after, { ...box, y: 350, height: 1 }).map(String);
    const runs = row.filter((colour, index) => colour !== row[index - 1]).length;
    expect(runs).toBeGreaterThan(1);
    expect(runs).toBeLessThanOrEqual(7);
  });

  it('does not show a small box in cells smaller than eight pixels', async () => {
    const after = await pixels(await cover(await picture().png().toBuffer(), [BOX], 'mosaic'));
    expect(new Set(inside(after, WIDENED).map(String)).size).toBeLessThanOrEqual(4);
  });

  it('covers every frame of an animation and every page, and keeps their times', async () => {
    const timing = { delay: [50, 100, 150], loop: 2 };
    const images = [
      frames(3).webp({ ...timing, lossless: true }),
      frames(3).gif(timing),
      frames(3).tiff({ compression: 'lzw' }),
    ];
    for (const image of images) {
      const bytes = await image.toBuffer();
      for (const style of ['solid', 'mosaic'] as const) {
        const covered = await cover(bytes, [BOX], style);
        const [before, after] = [await pixels(bytes), await pixels(covered)];
        const { pages, delay, loop } = await sharp(bytes).metadata();
        expect(await sharp(covered).metadata()).toMatchObject({
          pages,
          ...(delay === undefined ? {} : { delay, loop }),
        });
        for (let frame = 0; frame < 3; frame++) {
          const place = { ...WIDENED, y: WIDENED.y + frame * HEIGHT };
          const colours = new Set(inside(after, place).map(String));
          expect(colours.size).toBeLessThanOrEqual(style === 'solid' ? 1 : 4);
          if (style === 'solid') expect(Math.max(...inside(after, place).flat())).toBeLessThan(60);
        }
        expect(changedOutside(before, after, WIDENED, 24)).toBe(0);
      }
    }
  });

  it('covers transparent places opaquely', async () => {
    const clear = await picture().ensureAlpha(0).png().toBuffer();
    const { data, info } = await sharp(await cover(clear))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[(BOX.y * info.width + BOX.x) * 4 + 3]).toBe(255);
    expect([...data.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });

  it('covers CMYK, AVIF and lossy WebP in their own format', async () => {
    const images = [
      picture().toColourspace('cmyk').jpeg(),
      picture().toColourspace('cmyk').tiff({ compression: 'lzw' }),
      picture().avif({ effort: 0 }),
      picture().webp(),
    ];
    for (const image of images) {
      const bytes = await image.toBuffer();
      const covered = await cover(bytes);
      expect((await sharp(covered).metadata()).format).toBe((await sharp(bytes).metadata()).format);
      expect(Math.max(...inside(await pixels(covered), { x: 10, y: 8, width: 10, height: 10 }).flat())).toBeLessThan(
        110,
      );
      expect(
        changedOutside(await pixels(bytes), await pixels(covered), { x: 0, y: 0, width: 26, height: 26 }, 40),
      ).toBe(0);
    }
  });

  it('covers several boxes, clips those that reach over the edge, and takes fractions', async () => {
    const boxes = [
      { x: -5, y: -5, width: 10, height: 10 },
      { x: 40.5, y: 25.5, width: 30, height: 30 },
    ];
    const after = await pixels(await cover(await picture().png().toBuffer(), boxes));
    const corners = [
      ...inside(after, { x: 0, y: 0, width: 6, height: 6 }),
      ...inside(after, { x: 36, y: 21, width: 12, height: 11 }),
    ];
    expect(Math.max(...corners.flat())).toBeLessThan(60);
  });

  it('refuses a box outside the picture and one of no size, and what it cannot encode', async () => {
    const png = await picture().png().toBuffer();
    for (const box of [
      { ...BOX, x: WIDTH + 20 },
      { ...BOX, width: Number.NaN },
    ])
      await expect(cover(png, [box])).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'failed' });
    await expect(cover((await phonePhoto()).subarray(0, -5000))).rejects.toMatchObject({ reason: 'undecodable' });
  });
});

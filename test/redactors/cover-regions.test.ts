import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { COVER_STYLES, type CoverStyle } from '../../src/core/options.ts';
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

async function cover(bytes: Uint8Array, boxes: readonly Box[] = [BOX], style: CoverStyle = 'solid'): Promise<Buffer> {
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

/** Peak signal-to-noise ratio of the pixels outside the place. */
function decibelsOutside(before: Pixels, after: Pixels, place: Box): number {
  let [sum, count] = [0, 0];
  for (let index = 0; index < before.data.length; index++) {
    const [x, y] = [Math.floor(index / 3) % before.width, Math.floor(index / 3 / before.width)];
    const isInside = x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height;
    if (isInside) continue;
    sum += ((before.data[index] ?? 0) - (after.data[index] ?? 0)) ** 2;
    count++;
  }
  return 10 * Math.log10(255 ** 2 / (sum / count));
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

  it('makes a mosaic of some seven cells across', async () => {
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
      for (const style of COVER_STYLES) {
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
          if (style !== 'blur') expect(colours.size).toBeLessThanOrEqual(style === 'solid' ? 1 : 4);
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
        changedOutside(await pixels(bytes), await pixels(covered), { x: 0, y: 0, width: 34, height: 32 }, 40),
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

  it('covers one pixel, and at the ends of a line half its height more', async () => {
    const spot = await pixels(await cover(await picture().png().toBuffer(), [{ x: 20, y: 10, width: 1, height: 1 }]));
    expect(Math.max(...inside(spot, { x: 20, y: 10, width: 1, height: 1 }).flat())).toBeLessThan(60);
    const line = { x: 12, y: 10, width: 24, height: 4 };
    const png = await picture().png().toBuffer();
    const after = await pixels(await cover(png, [line]));
    expect(changedOutside(await pixels(png), after, { x: 10, y: 9, width: 28, height: 6 }, 0)).toBe(0);
    expect(Math.max(...inside(after, { x: 10, y: 9, width: 28, height: 6 }).flat())).toBeLessThan(60);
  });

  it.each(COVER_STYLES)('covers all of a picture %s, where nothing is left to take colours from', async (style) => {
    const after = await pixels(
      await cover(await picture().png().toBuffer(), [{ x: 0, y: 0, width: WIDTH, height: HEIGHT }], style),
    );
    const levels = [...after.data];
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(50);
  });

  it('takes time by the pixels that it covers, not by the boxes', async () => {
    const photo = await sharp(await uprightPhoto())
      .resize(960)
      .png()
      .toBuffer();
    const boxes = Array.from({ length: 500 }, (_, n) => ({
      x: (n % 25) * 36,
      y: Math.floor(n / 25) * 30,
      width: 24,
      height: 20,
    }));
    const timed = async (some: readonly Box[]): Promise<number> => {
      const { user } = process.cpuUsage();
      await cover(photo, some, 'blur');
      return process.cpuUsage().user - user;
    };
    await timed([BOX]);
    const [one, all] = [await timed([BOX]), await timed(boxes)];
    expect(all - one).toBeLessThan(1_500_000);
  });

  it('keeps the quality and the colour resolution of a JPEG, and does not grow it', async () => {
    const photo = sharp(await uprightPhoto()).resize(800);
    const box = { x: 330, y: 180, width: 100, height: 110 };
    for (const [quality, chromaSubsampling] of [
      [40, '4:2:0'],
      [75, '4:4:4'],
      [90, '4:2:0'],
    ] as const) {
      const bytes = await photo.clone().jpeg({ quality, chromaSubsampling }).toBuffer();
      const covered = await cover(bytes, [box], 'mosaic');
      expect((await sharp(covered).metadata()).chromaSubsampling).toBe(chromaSubsampling);
      expect(covered.length).toBeLessThan(bytes.length * 1.02);
      const place = { x: box.x - 40, y: box.y - 40, width: box.width + 80, height: box.height + 80 };
      expect(decibelsOutside(await pixels(bytes), await pixels(covered), place)).toBeGreaterThan(45);
    }
  });

  it('keeps the quality of a WebP', async () => {
    const photo = sharp(await uprightPhoto()).resize(800);
    const box = { x: 330, y: 180, width: 100, height: 110 };
    const bytes = await photo.webp({ quality: 80 }).toBuffer();
    const covered = await cover(bytes, [box]);
    expect(covered.length).toBeLessThan(bytes.length * 1.15);
    const place = { x: box.x - 40, y: box.y - 40, width: box.width + 80, height: box.height + 80 };
    expect(decibelsOutside(await pixels(bytes), await pixels(covered), place)).toBeGreaterThan(36);
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

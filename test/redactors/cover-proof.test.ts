import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { COVER_STYLES, type CoverStyle } from '../../src/core/options.ts';
import type { Box } from '../../src/core/types.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { coverRegions } from '../../src/redactors/cover-regions.ts';
import { exifBlock, jpegWith, ORIENTATIONS, type Orientation, storedTurned } from '../fixtures/images.ts';
import { type ApngFrame, writeApng } from '../fixtures/png.ts';

const LIMITS = { pixels: 50_000_000, frames: 50 };
/** Of no whole number of coding units, so that turned pictures have their units elsewhere. */
const WIDTH = 150;
const HEIGHT = 101;
const BOX: Box = { x: 29.5, y: 53.2, width: 37, height: 21 };

async function cover(bytes: Uint8Array, style: CoverStyle, boxes: readonly Box[] = [BOX]): Promise<Buffer> {
  const file = inMemory(bytes);
  return coverRegions(file, await readImageHeader(file, LIMITS), boxes, style);
}

type Content = 'stripes' | 'discs';

/** RGB of two scenes that differ in the box only, and there as much as they can. */
function scene(content: Content, box: Box = BOX): Buffer {
  const samples = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
      const around = [120 + ((x * 3) % 32), 90 + ((y * 5) % 64), 160 - ((x + y) % 16)];
      const within = content === 'stripes' ? [x % 3 === 0 ? 255 : 0, 0, 255] : [(x * y) % 7 < 3 ? 0 : 255, 255, y % 2];
      for (const [channel, value] of (isInside ? within : around).entries())
        samples[(y * WIDTH + x) * 3 + channel] = value;
    }
  return samples;
}

function picture(content: Content): Sharp {
  return sharp(scene(content), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** Three frames below each other. */
function animation(content: Content): Sharp {
  const strip = Buffer.concat([scene(content), scene(content), scene(content)]);
  return sharp(strip, { raw: { width: WIDTH, height: HEIGHT * 3, channels: 3, pageHeight: HEIGHT } });
}

async function sixteenBit(content: Content): Promise<Buffer> {
  const samples = Uint16Array.from(scene(content), (value) => value * 257);
  const raw = sharp(samples, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  return raw.toColourspace('rgb16').png().toBuffer();
}

async function animatedPng(content: Content): Promise<Buffer> {
  const samples = await picture(content).ensureAlpha().raw().toBuffer();
  const whole: ApngFrame = { width: WIDTH, height: HEIGHT, samples };
  return writeApng([whole, { ...whole, width: 60, height: 50, x: 24, y: 40, samples: cutOf(samples) }]);
}

/** The part of the scene that the smaller frame shows. */
function cutOf(samples: Buffer): Buffer {
  const rows = Array.from({ length: 50 }, (_, row) => {
    const start = ((row + 40) * WIDTH + 24) * 4;
    return samples.subarray(start, start + 60 * 4);
  });
  return Buffer.concat(rows);
}

/** Stored so that readers turn it upright. */
async function turnedJpeg(content: Content, orientation: Orientation, chromaSubsampling: string): Promise<Buffer> {
  const stored = await storedTurned(orientation, picture(content));
  const jpeg = await stored.jpeg({ quality: 40, chromaSubsampling }).toBuffer();
  return jpegWith(jpeg, { exif: exifBlock({ orientation }) });
}

const ENCODED: Readonly<Record<string, (content: Content) => Promise<Buffer>>> = {
  PNG: (content) => picture(content).png().toBuffer(),
  'PNG with alpha': (content) => picture(content).ensureAlpha(0.5).png().toBuffer(),
  'grey PNG': (content) => picture(content).greyscale().toColourspace('b-w').png().toBuffer(),
  'PNG of 16 bits': sixteenBit,
  'animated PNG': animatedPng,
  'WebP without loss': (content) => picture(content).webp({ lossless: true }).toBuffer(),
  'animated WebP': (content) => animation(content).webp({ lossless: true }).toBuffer(),
  TIFF: (content) => animation(content).tiff({ compression: 'lzw' }).toBuffer(),
  'JPEG in 4:4:4': (content) => picture(content).jpeg({ quality: 40, chromaSubsampling: '4:4:4' }).toBuffer(),
  'JPEG in 4:2:0': (content) => picture(content).jpeg({ quality: 40 }).toBuffer(),
  'progressive JPEG': (content) => picture(content).jpeg({ quality: 70, progressive: true }).toBuffer(),
  'grey JPEG': (content) => picture(content).greyscale().toColourspace('b-w').jpeg({ quality: 30 }).toBuffer(),
  'CMYK JPEG': (content) => picture(content).toColourspace('cmyk').jpeg({ quality: 60 }).toBuffer(),
};

describe('two pictures that differ under the cover only', () => {
  it.each(Object.entries(ENCODED))('become the same file: %s', async (_, encode) => {
    const [one, other] = [await encode('stripes'), await encode('discs')];
    expect(one.equals(other)).toBe(false);
    for (const style of COVER_STYLES) expect((await cover(one, style)).equals(await cover(other, style))).toBe(true);
  });

  it.each(ORIENTATIONS)('become the same file as JPEG of orientation %i', async (orientation) => {
    for (const chroma of ['4:4:4', '4:2:0']) {
      const [one, other] = [
        await turnedJpeg('stripes', orientation, chroma),
        await turnedJpeg('discs', orientation, chroma),
      ];
      for (const style of COVER_STYLES) expect((await cover(one, style)).equals(await cover(other, style))).toBe(true);
    }
  });

  it('become the same GIF, whose palette has no colour from under the cover', async () => {
    const gif = async (content: Content): Promise<Buffer> => {
      const few = scene(content).map((value) => value & 0xc0);
      return sharp(few, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
        .gif({ dither: 0 })
        .toBuffer();
    };
    const [one, other] = [await gif('stripes'), await gif('discs')];
    expect(one.equals(other)).toBe(false);
    for (const style of COVER_STYLES) expect((await cover(one, style)).equals(await cover(other, style))).toBe(true);
  });
});

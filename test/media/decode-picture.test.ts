import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import type { Picture } from '../../src/media/picture.ts';
import { bmpFile } from '../fixtures/bmp.ts';
import { pngChunk } from '../fixtures/containers.ts';
import {
  frameSamples,
  frames,
  HEIGHT,
  ORIENTATIONS,
  orientedJpeg,
  picture,
  rgbSamples,
  uprightPhoto,
  WIDTH,
} from '../fixtures/images.ts';

const LIMITS = { pixels: 50_000_000, frames: 50 };

async function decode(bytes: Uint8Array, maxSide = 1920, frame = 0): Promise<Picture> {
  const result = await decodePicture(inMemory(bytes), await readImageHeader(inMemory(bytes), LIMITS), {
    maxSide,
    frame,
  });
  expect(result.data.length).toBe(result.width * result.height * 3);
  return result;
}

/** The mean of the differences of all samples. */
function distance(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

/** All opaque but the last pixel, which lacks the least of alpha that 8 bits cannot say. */
async function sixteenBits(
  rgba: Buffer,
  { width, height, last }: { readonly width: number; readonly height: number; readonly last: number },
): Promise<Buffer> {
  const samples = Uint16Array.from(rgba, (value) => value * 257);
  samples[last * 4 + 3] = 65_534;
  return sharp(samples, { raw: { width, height, channels: 4 } })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
}

describe('decodePicture', () => {
  it.each(ORIENTATIONS)('turns orientation %i upright', async (orientation) => {
    const { data, width, height, fullWidth, fullHeight } = await decode(await orientedJpeg(orientation));
    expect([width, height, fullWidth, fullHeight]).toEqual([WIDTH, HEIGHT, WIDTH, HEIGHT]);
    expect(distance(data, rgbSamples())).toBeLessThan(4);
  });

  it('says that nothing is transparent only of stills where that is so', async () => {
    const rgba = (alpha: (pixel: number) => number): Buffer =>
      Buffer.from(Array.from({ length: 64 * 64 }, (_, pixel) => [pixel % 200, 90, 30, alpha(pixel)]).flat());
    const png = (samples: Buffer): Promise<Buffer> =>
      sharp(samples, { raw: { width: 64, height: 64, channels: 4 } })
        .png()
        .toBuffer();
    const opaque = await decode(await png(rgba(() => 255)), 40);
    expect(opaque.isOpaque).toBe(true);
    const oneIsNot = await decode(await png(rgba((pixel) => (pixel === 4095 ? 254 : 255))), 40);
    expect(oneIsNot.isOpaque).toBeUndefined();
    const without = await sharp(
      rgba(() => 255),
      { raw: { width: 64, height: 64, channels: 4 } },
    )
      .removeAlpha()
      .png()
      .toBuffer();
    expect(opaque.data).toEqual((await decode(without, 40)).data);
  });

  it('calls no still opaque that has one transparent pixel, wherever it lies and however it is stored', async () => {
    const [width, height] = [61, 37];
    const samples = (pixel: number, alpha: number): Buffer => {
      const rgba = Buffer.alloc(width * height * 4, 255);
      for (let at = 0; at < width * height; at++) rgba.writeUInt16LE((at % 3) * 90, at * 4);
      rgba[pixel * 4 + 3] = alpha;
      return rgba;
    };
    const still = (pixel: number, alpha: number): Sharp =>
      sharp(samples(pixel, alpha), { raw: { width, height, channels: 4 } });
    const last = width * height - 1;
    for (const pixel of [0, width - 1, width, last - width, last - width + 1, last - 1, last])
      for (const alpha of [0, 254])
        for (const bytes of [
          await still(pixel, alpha).png().toBuffer(),
          await still(pixel, alpha).png({ progressive: true }).toBuffer(),
          await still(pixel, alpha).withMetadata({ orientation: 6 }).png().toBuffer(),
        ])
          expect((await decode(bytes)).isOpaque).toBeUndefined();
    for (const bytes of [
      await still(last, 0).png({ palette: true }).toBuffer(),
      await still(last, 0).greyscale().png().toBuffer(),
      await sixteenBits(samples(last, 255), { width, height, last }),
      await still(last, 0).webp({ lossless: true }).toBuffer(),
      await still(last, 0).tiff({ compression: 'lzw' }).toBuffer(),
      await still(last, 0).avif({ lossless: true }).toBuffer(),
    ])
      expect((await decode(bytes)).isOpaque).toBeUndefined();
    const paletteOfOpaque = await still(last, 255).png({ palette: true }).toBuffer();
    expect((await decode(paletteOfOpaque)).isOpaque).toBeUndefined();
    expect((await decode(await still(last, 255).png().toBuffer())).isOpaque).toBe(true);
  });

  it('calls no still opaque whose transparent colour is only named beside its samples', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#102030' } })
      .png()
      .toBuffer();
    const key = Buffer.from([0, 0x10, 0, 0x20, 0, 0x30]);
    const at = png.indexOf('IDAT') - 4;
    const keyed = Buffer.concat([png.subarray(0, at), pngChunk('tRNS', key), png.subarray(at)]);
    const { isOpaque, data } = await decode(keyed);
    expect(isOpaque).toBeUndefined();
    expect([...data.subarray(0, 3)]).toEqual([0x77, 0x77, 0x77]);
  });

  it('gives 8-bit RGB of every depth, colour space and palette', async () => {
    const sixteen = Uint16Array.from(rgbSamples(), (value) => value * 257);
    const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
    const grey = await picture().greyscale().toColourspace('srgb').raw().toBuffer();
    const colour = [
      picture().png(),
      sharp(sixteen, { raw }).toColourspace('rgb16').png(),
      sharp(sixteen, { raw }).toColourspace('rgb16').tiff({ compression: 'lzw' }),
      picture().tiff({ compression: 'deflate' }),
      picture().webp({ lossless: true }),
    ];
    for (const image of colour)
      expect(distance((await decode(await image.toBuffer())).data, rgbSamples())).toBeLessThan(1);
    const cmyk = await picture().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect(distance((await decode(cmyk)).data, rgbSamples())).toBeLessThan(25);
    for (const image of [picture().greyscale().png(), picture().toColourspace('grey16').png()]) {
      const { data } = await decode(await image.toBuffer());
      expect(data[0]).toBe(data[1]);
      expect(
        distance(data, Buffer.from(Array.from({ length: data.length }, (_, at) => grey[Math.floor(at / 3)] ?? 0))),
      ).toBeLessThan(2);
    }
  });

  it('shows transparent pixels as grey, so that neither dark nor light text on nothing disappears', async () => {
    const clear = { width: 4, height: 4, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } as const;
    const { data } = await decode(await sharp({ create: clear }).png().toBuffer());
    expect([...data.subarray(0, 3)]).toEqual([0x77, 0x77, 0x77]);
    const greyAndAlpha = await sharp({ create: clear }).toColourspace('b-w').png().toBuffer();
    expect([...(await decode(greyAndAlpha)).data.subarray(0, 3)]).toEqual([0x77, 0x77, 0x77]);
  });

  it('scales down to the longest side, never up, and keeps what is narrower than a screen', async () => {
    const thin = await sharp({ create: { width: 30_000, height: 1, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    expect(await decode(thin, 1920)).toMatchObject({ width: 15_000, height: 1, fullWidth: 30_000, fullHeight: 1 });
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const one = await decode(dot, 1920);
    expect(one).toMatchObject({ width: 1, height: 1 });
    expect([...one.data]).toEqual([0x12, 0x34, 0x56]);
    expect(await decode(await uprightPhoto(), 640)).toMatchObject({ width: 640, frame: 0 });
  });

  it('decodes the frame that is asked for', async () => {
    const expected = frameSamples(3).subarray(2 * WIDTH * HEIGHT * 3);
    for (const image of [frames(3).webp({ lossless: true }), frames(3).tiff({ compression: 'lzw' })]) {
      const last = await decode(await image.toBuffer(), 1920, 2);
      expect(last.frame).toBe(2);
      expect(distance(last.data, expected)).toBeLessThan(1);
    }
    expect(distance((await decode(await frames(3).gif().toBuffer(), 1920, 2)).data, expected)).toBeLessThan(8);
  });

  it('fails when the end of the file is missing, however small the result', async () => {
    const photo = await uprightPhoto();
    const png = await picture().png().toBuffer();
    const header = await readImageHeader(inMemory(photo), LIMITS);
    for (const maxSide of [100, 1920])
      for (const missing of [2, 1000, 60_000])
        await expect(decodePicture(inMemory(photo.subarray(0, -missing)), header, { maxSide })).rejects.toThrow(
          'malformed picture',
        );
    await expect(decode(png.subarray(0, -20))).rejects.toMatchObject({ name: 'MalformedImageError' });
  });

  it('says by code what it has no decoder for', async () => {
    const bmp = bmpFile({});
    const header = { mediaType: 'image/bmp', width: 1, height: 1, frames: 1, orientation: 1 };
    await expect(decodePicture(inMemory(bmp), header, { maxSide: 10 })).rejects.toMatchObject({
      code: 'UNSUPPORTED_TYPE',
    });
  });
});

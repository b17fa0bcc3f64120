import { describe, expect, it } from 'vitest';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import {
  animatedPng,
  avifPicture,
  exifBlock,
  exifItem,
  frames,
  HEIGHT,
  heicPicture,
  heifFile,
  ORIENTATIONS,
  orientedJpeg,
  picture,
  rgbSamples,
  WIDTH,
} from '../fixtures/images.ts';

const LIMITS = { pixels: 1_000_000, frames: 10 };

describe('readImageHeader', () => {
  it.each(ORIENTATIONS)('gives the upright size of orientation %i', async (orientation) => {
    const header = await readImageHeader(inMemory(await orientedJpeg(orientation)), LIMITS);
    expect(header).toEqual({ mediaType: 'image/jpeg', width: WIDTH, height: HEIGHT, frames: 1, orientation });
  });

  it('counts frames and pages', async () => {
    const animations = [frames(3).gif(), frames(3).webp(), frames(3).tiff({ compression: 'lzw' })];
    for (const animation of animations) {
      const header = await readImageHeader(inMemory(await animation.toBuffer()), LIMITS);
      expect(header).toMatchObject({ width: WIDTH, height: HEIGHT, frames: 3 });
    }
    expect(await readImageHeader(inMemory(await animatedPng()), LIMITS)).toMatchObject({
      mediaType: 'image/png',
      frames: 2,
    });
  });

  it('refuses more pixels than allowed, in one frame and in all frames together', async () => {
    const bytes = await picture().png().toBuffer();
    const one = WIDTH * HEIGHT;
    await expect(readImageHeader(inMemory(bytes), { pixels: one, frames: 1 })).resolves.toBeDefined();
    await expect(readImageHeader(inMemory(bytes), { pixels: one - 1, frames: 1 })).rejects.toMatchObject({
      code: 'TOO_MANY_PIXELS',
    });
    const animation = await frames(5).gif().toBuffer();
    await expect(readImageHeader(inMemory(animation), { pixels: one, frames: 5 })).rejects.toMatchObject({
      code: 'TOO_MANY_FRAMES',
    });
  });

  it('refuses a second picture with more pixels than allowed', async () => {
    const pictures = await Promise.all([avifPicture(), avifPicture(undefined, 2)]);
    const avif = inMemory(heifFile({ brand: 'avif', items: pictures }));
    const large = WIDTH * HEIGHT * 4;
    await expect(readImageHeader(avif, { pixels: large, frames: 2 })).resolves.toMatchObject({ frames: 2 });
    await expect(readImageHeader(avif, { pixels: large - 1, frames: 2 })).rejects.toMatchObject({
      code: 'TOO_MANY_PIXELS',
    });
  });

  it('leaves the turning of HEIC and AVIF to their decoders, whatever EXIF says', async () => {
    const turned = exifItem(exifBlock({ orientation: 6 }));
    for (const [brand, first] of [
      ['heic', heicPicture()],
      ['avif', await avifPicture()],
    ] as const) {
      const header = await readImageHeader(inMemory(heifFile({ brand, items: [first, turned] })), LIMITS);
      expect(header).toMatchObject({ mediaType: `image/${brand}`, orientation: 1 });
    }
  });

  it('refuses more frames than allowed', async () => {
    const animation = await frames(4).webp().toBuffer();
    await expect(readImageHeader(inMemory(animation), { ...LIMITS, frames: 3 })).rejects.toMatchObject({
      code: 'TOO_MANY_FRAMES',
    });
  });

  it('refuses what is no picture of this version', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    await expect(readImageHeader(inMemory(svg), LIMITS)).rejects.toMatchObject({ code: 'UNSUPPORTED_TYPE' });
    await expect(readImageHeader(inMemory(Buffer.from('hello')), LIMITS)).rejects.toMatchObject({
      code: 'UNSUPPORTED_TYPE',
    });
  });

  it.each([
    ['width="40" height="30"', [40, 30]],
    ['width="1in" height="25.4mm"', [96, 96]],
    ['width="10em" viewBox="0 0 2 1"', [160, 80]],
    ['width="100%" height="100%" viewBox="0,0 20.4 10"', [20, 10]],
    ['viewBox="0 0 -1 5"', [300, 150]],
    ['width="0.2" height="abc"', [1, 150]],
    ['', [300, 150]],
  ])('gives the size of an SVG that is accepted: %s', async (attributes, [width, height]) => {
    const svg = inMemory(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>`));
    const header = await readImageHeader(svg, { ...LIMITS, acceptSvg: true });
    expect(header).toEqual({ mediaType: 'image/svg+xml', width, height, frames: 1, orientation: 1 });
  });

  it('refuses an SVG that says it is larger than allowed, and one that is none', async () => {
    const large = inMemory(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1e5" height="1e5"/>'));
    await expect(readImageHeader(large, { ...LIMITS, acceptSvg: true })).rejects.toMatchObject({
      code: 'TOO_MANY_PIXELS',
    });
    const html = inMemory(Buffer.from('<svg xmlns="http://www.w3.org/1999/xhtml"/>'));
    await expect(readImageHeader(html, { ...LIMITS, acceptSvg: true })).rejects.toMatchObject({
      name: 'MalformedImageError',
    });
  });

  it('fails without a code on a header that cannot be read', async () => {
    const broken = exifBlock({ picture: { width: 8, height: 8, rgb: rgbSamples(8, 8) } }).subarray(0, 20);
    await expect(readImageHeader(inMemory(broken), LIMITS)).rejects.toMatchObject({ name: 'MalformedImageError' });
    await expect(readImageHeader(inMemory(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), LIMITS)).rejects.not.toHaveProperty(
      'code',
    );
  });
});

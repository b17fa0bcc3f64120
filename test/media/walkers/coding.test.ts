import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { readJpegCoding } from '../../../src/media/walkers/jpeg-coding.ts';
import { webpQuality } from '../../../src/media/walkers/webp-quality.ts';
import { picture, uprightPhoto } from '../../fixtures/images.ts';

async function codingOf(options: JpegOptions): Promise<ReturnType<typeof readJpegCoding>> {
  return readJpegCoding(byteView(await picture().jpeg(options).toBuffer()));
}

describe('the coding of a JPEG', () => {
  it.each([1, 10, 49, 50, 75, 92, 100])('says quality %i where libjpeg wrote it', async (quality) => {
    expect((await codingOf({ quality })).quality).toBe(quality);
    expect((await codingOf({ quality, chromaSubsampling: '4:4:4', progressive: true })).quality).toBe(quality);
  });

  it('takes other tables for a quality whose steps are no coarser', async () => {
    for (const quantisationTable of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { quality } = await codingOf({ quality: 75, quantisationTable });
      expect(quality).toBeGreaterThan(40);
      expect(quality).toBeLessThan(98);
    }
  });

  it('says what is coded together', async () => {
    expect(await codingOf({ chromaSubsampling: '4:2:0' })).toMatchObject({
      unit: { width: 16, height: 16 },
      fringe: { x: 1, y: 1 },
    });
    expect(await codingOf({ chromaSubsampling: '4:4:4' })).toMatchObject({
      unit: { width: 8, height: 8 },
      fringe: { x: 0, y: 0 },
    });
    const grey = await picture().toColourspace('b-w').jpeg().toBuffer();
    expect(readJpegCoding(byteView(grey)).unit).toEqual({ width: 8, height: 8 });
    // The first component twice as fine across only.
    const halved = await picture().jpeg({ chromaSubsampling: '4:2:0' }).toBuffer();
    halved.writeUInt8(0x21, halved.indexOf(Buffer.from([0xff, 0xc0])) + 11);
    expect(readJpegCoding(byteView(halved))).toMatchObject({
      unit: { width: 16, height: 8 },
      fringe: { x: 1, y: 0 },
    });
  });
});

describe('the quality of a WebP', () => {
  it.each([40, 60, 75, 90, 100])('is that of its finest parts: at most 20 over %i, never under', async (quality) => {
    const photo = await sharp(await uprightPhoto())
      .resize(320)
      .webp({ quality })
      .toBuffer();
    const found = webpQuality(byteView(photo)) ?? 0;
    expect(found).toBeGreaterThanOrEqual(quality - 1);
    expect(found).toBeLessThanOrEqual(quality + 20);
  });

  it('is not there where nothing was lost', async () => {
    expect(webpQuality(byteView(await picture().webp({ lossless: true }).toBuffer()))).toBeUndefined();
  });
});

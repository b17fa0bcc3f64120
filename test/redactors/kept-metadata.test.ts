import { createRequire } from 'node:module';
import type * as Exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  exifBlock,
  frames,
  gifWith,
  iptcBlock,
  jpegWith,
  ORIENTATIONS,
  orientedJpeg,
  PLANTED,
  picture,
  pngWith,
  storedTurned,
  xmpPacket,
} from '../fixtures/images.ts';
import { stripBytes } from './strip.ts';

const exifr: typeof Exifr = createRequire(import.meta.url)('exifr');

const CANARY = 'Canary-4711-canary';
const COPYRIGHT = '© 2026 Anna Berger';
const EXIF = exifBlock({
  orientation: 6,
  copyright: COPYRIGHT,
  dateTimeOriginal: PLANTED.dateTimeOriginal,
  offsetTimeOriginal: '+04:00',
  artist: CANARY,
  serial: CANARY,
  gps: PLANTED.gps,
});

const plantedJpeg = async (): Promise<Buffer> =>
  jpegWith(await picture().withIccProfile('p3').jpeg().toBuffer(), {
    exif: EXIF,
    xmp: xmpPacket({ 'dc:creator': CANARY, 'dc:rights': 'another notice' }),
    iptc: iptcBlock([[80, CANARY]]),
  });

/** Everything an independent reader finds, whatever the segment. */
const read = (bytes: Uint8Array): Promise<Record<string, unknown> | undefined> =>
  exifr.parse(Buffer.from(bytes), { tiff: true, exif: true, gps: true, xmp: true, iptc: true, reviveValues: false });

const samples = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes, { ignoreIcc: true }).autoOrient().raw().toBuffer();

describe('what is kept on demand', () => {
  it('is the copyright and the capture time, as a reader reads them, and nothing else', async () => {
    const given = await plantedJpeg();
    const stripped = await stripBytes(given, { keep: ['icc', 'copyright', 'capture-time'] });
    expect(stripped).toMatchObject({
      method: 'lossless',
      kept: ['icc', 'copyright', 'capture-time', 'orientation'],
    });
    expect(await read(stripped.bytes)).toEqual({
      Orientation: 'Rotate 90 CW',
      Copyright: COPYRIGHT,
      ExifVersion: expect.any(Uint8Array),
      DateTimeOriginal: PLANTED.dateTimeOriginal,
      OffsetTimeOriginal: '+04:00',
    });
    expect(Buffer.from(stripped.bytes).includes(CANARY)).toBe(false);
    expect((await samples(stripped.bytes)).equals(await samples(given))).toBe(true);
  });

  it('is each of them alone', async () => {
    const given = await plantedJpeg();
    const copyright = await stripBytes(given, { keep: ['copyright'] });
    expect(copyright.kept).toEqual(['copyright', 'orientation']);
    expect((await sharp(copyright.bytes).metadata()).icc).toBeUndefined();
    const time = await stripBytes(given, { keep: ['capture-time'] });
    expect(time.kept).toEqual(['capture-time', 'orientation']);
    expect(await read(time.bytes)).not.toHaveProperty('Copyright');
    const nothing = await stripBytes(given, { keep: [] });
    expect(nothing.kept).toEqual(['orientation']);
    expect((await sharp(nothing.bytes).metadata()).icc).toBeUndefined();
  });

  it('comes from IPTC and XMP where EXIF does not say it', async () => {
    const iptc = iptcBlock([
      [55, '20260517'],
      [60, '134510+0400'],
    ]);
    const given = jpegWith(await picture().jpeg().toBuffer(), { iptc, xmp: xmpPacket({ 'dc:rights': COPYRIGHT }) });
    const { bytes, kept } = await stripBytes(given, { keep: ['copyright', 'capture-time'] });
    expect(kept).toEqual(['copyright', 'capture-time']);
    expect(await read(bytes)).toMatchObject({
      Copyright: COPYRIGHT,
      DateTimeOriginal: PLANTED.dateTimeOriginal,
      OffsetTimeOriginal: '+04:00',
    });
  });

  it('is nothing where the picture says nothing, or says what is no date and no text', async () => {
    const plain = await picture().jpeg().toBuffer();
    const exif = exifBlock({ copyright: '\u0001\u0002', dateTimeOriginal: CANARY });
    for (const bytes of [plain, jpegWith(plain, { exif })]) {
      const stripped = await stripBytes(bytes, { keep: ['copyright', 'capture-time'] });
      expect(stripped.kept).toEqual([]);
      expect(await read(stripped.bytes)).toBeUndefined();
    }
  });

  it('is never said to be kept by a format that has no place for it', async () => {
    const gif = gifWith(await frames(2).gif().toBuffer(), { xmp: xmpPacket({ 'dc:rights': COPYRIGHT }) });
    const stripped = await stripBytes(gif, { keep: ['copyright'] });
    expect(stripped.kept).toEqual([]);
    expect(Buffer.from(stripped.bytes).includes('Anna')).toBe(false);
  });
});

describe('pixels that are turned', () => {
  it.each(ORIENTATIONS)('show orientation %i upright without a tag', async (orientation) => {
    const jpeg = await orientedJpeg(orientation);
    const png = pngWith(await (await storedTurned(orientation)).png().toBuffer(), { exif: exifBlock({ orientation }) });
    for (const given of [jpeg, png]) {
      const { bytes, kept } = await stripBytes(given, { orientation: 'pixels' });
      expect(kept).toEqual([]);
      const { width, height, orientation: tag } = await sharp(bytes).metadata();
      expect({ width, height, tag }).toEqual({ ...(await upright(given)), tag: undefined });
    }
    const { bytes } = await stripBytes(png, { orientation: 'pixels' });
    expect((await samples(bytes)).equals(await samples(png))).toBe(true);
  });

  it('leaves a picture alone that is upright already', async () => {
    const given = await orientedJpeg(1);
    const { bytes, method } = await stripBytes(given, { orientation: 'pixels' });
    expect(method).toBe('lossless');
    expect((await samples(bytes)).equals(await samples(given))).toBe(true);
  });

  it('still keeps what is kept on demand', async () => {
    const { bytes, kept, method } = await stripBytes(await plantedJpeg(), {
      orientation: 'pixels',
      keep: ['copyright', 'capture-time'],
    });
    expect({ kept, method }).toEqual({ kept: ['copyright', 'capture-time'], method: 're-encode' });
    expect(await read(bytes)).toMatchObject({ Copyright: COPYRIGHT, DateTimeOriginal: PLANTED.dateTimeOriginal });
  });
});

describe('the mode `reencode`', () => {
  it('encodes JPEG and PNG anew, upright, with the profile and without anything else', async () => {
    const png = pngWith(await picture().withIccProfile('p3').png().toBuffer(), {
      text: [['Comment', CANARY]],
      exif: EXIF,
    });
    for (const given of [await plantedJpeg(), png]) {
      const { bytes, kept, method } = await stripBytes(given, { mode: 'reencode' });
      expect({ kept, method }).toEqual({ kept: ['icc'], method: 're-encode' });
      expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
      expect(await sharp(bytes).metadata()).toMatchObject(await upright(given));
    }
  });
});

async function upright(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes).metadata();
  return { width: autoOrient.width, height: autoOrient.height };
}

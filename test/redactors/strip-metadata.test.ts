import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { neutralProfile } from '../../src/media/neutral-profile.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import {
  exifBlock,
  frames,
  gifWith,
  HEIGHT,
  heicPicture,
  heifFile,
  iptcBlock,
  jpegSegment,
  jpegWith,
  ORIENTATIONS,
  orientedJpeg,
  PLANTED,
  phonePhoto,
  picture,
  pngWith,
  rgbSamples,
  storedTurned,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../fixtures/images.ts';
import { type StrippedBytes, stripBytes } from './strip.ts';

const SIZE = { width: WIDTH, height: HEIGHT };
const CANARY = 'Canary-4711-canary';
const EXIF = exifBlock({ gps: PLANTED.gps, serial: CANARY, artist: CANARY, userComment: CANARY });
const XMP = xmpPacket({ 'dc:creator': CANARY });

async function strip(bytes: Uint8Array, options: Parameters<typeof stripBytes>[1] = {}): Promise<StrippedBytes> {
  const stripped = await stripBytes(bytes, options);
  expect(Buffer.from(stripped.bytes).includes(CANARY)).toBe(false);
  return stripped;
}

/** Samples as a viewer shows them: upright, all frames, their numbers untouched by colour profiles. */
async function samples(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { pages: -1, ignoreIcc: true, failOn: 'error' }).autoOrient().raw({ depth: 'ushort' }).toBuffer();
}

async function findings(bytes: Uint8Array, mediaType: string): Promise<unknown[]> {
  const { detections, texts } = await detectMetadata(byteView(bytes), mediaType);
  return [...detections, ...texts];
}

describe('stripMetadata on JPEG', () => {
  it('takes everything out of a phone photo but its orientation, and leaves every sample as it was', async () => {
    const photo = await phonePhoto();
    const stripped = await strip(photo);
    expect(stripped).toMatchObject({ method: 'lossless', kept: ['orientation'] });
    expect(await findings(stripped.bytes, 'image/jpeg')).toEqual([]);
    expect(await sharp(stripped.bytes).metadata()).toMatchObject({ orientation: 6 });
    expect((await samples(stripped.bytes)).equals(await samples(photo))).toBe(true);
    for (const planted of [PLANTED.serial, PLANTED.ownerName, PLANTED.artist, PLANTED.comment, 'Canary maker note'])
      expect(Buffer.from(stripped.bytes).includes(planted)).toBe(false);
  });

  it('cuts every kind of segment and what stands behind the picture, and keeps the colour profile', async () => {
    const jpeg = jpegWith(await picture().withIccProfile('p3').jpeg().toBuffer(), {
      exif: EXIF,
      xmp: XMP,
      iptc: iptcBlock([[80, CANARY]]),
      comment: CANARY,
      segments: [jpegSegment(0xe2, Buffer.from(`MPF\0${CANARY}`)), jpegSegment(0xeb, Buffer.from(CANARY))],
      trailer: jpegWith(await picture().jpeg().toBuffer(), { comment: CANARY }),
    });
    const stripped = await strip(jpeg);
    expect(stripped).toMatchObject({ method: 'lossless', kept: ['icc'] });
    expect(await findings(stripped.bytes, 'image/jpeg')).toEqual([]);
    expect((await samples(stripped.bytes)).equals(await samples(jpeg))).toBe(true);
    const { icc = Buffer.alloc(0) } = await sharp(jpeg).metadata();
    expect((await sharp(stripped.bytes).metadata()).icc).toEqual(neutralProfile(icc));
  });

  it.each(ORIENTATIONS)('keeps orientation %i as it shows', async (orientation) => {
    const jpeg = await orientedJpeg(orientation);
    const stripped = await strip(jpeg);
    expect((await sharp(stripped.bytes).metadata()).orientation ?? 1).toBe(orientation);
    expect((await samples(stripped.bytes)).equals(await samples(jpeg))).toBe(true);
  });

  it('goes through progressive files, comments between scans included', async () => {
    const plain = await picture().jpeg({ progressive: true }).toBuffer();
    const lastScan = plain.lastIndexOf(Buffer.from([0xff, 0xda]));
    const comment = jpegSegment(0xfe, Buffer.from(CANARY));
    const stripped = await strip(Buffer.concat([plain.subarray(0, lastScan), comment, plain.subarray(lastScan)]));
    expect(Buffer.from(stripped.bytes).equals(plain)).toBe(true);
  });

  it('takes the thumbnail out of JFIF and the rest out of an Adobe marker, and keeps what decoding needs of both', async () => {
    const cmyk = await picture().toColourspace('cmyk').jpeg().toBuffer();
    const adobeAt = cmyk.indexOf('Adobe') - 4;
    const adobe = jpegSegment(0xee, cmyk.subarray(adobeAt + 4, adobeAt + 16), Buffer.from(CANARY));
    const grown = Buffer.concat([cmyk.subarray(0, adobeAt), adobe, cmyk.subarray(adobeAt + 16)]);
    expect(Buffer.from((await strip(grown)).bytes).equals(cmyk)).toBe(true);
    const jfif = Buffer.concat([
      Buffer.from('JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x03', 'latin1'),
      Buffer.alloc(18, CANARY),
    ]);
    const withThumbnail = jpegWith(await picture().jpeg().toBuffer(), { segments: [jpegSegment(0xe0, jfif)] });
    const stripped = await strip(withThumbnail);
    expect(await findings(withThumbnail, 'image/jpeg')).toMatchObject([{ type: 'thumbnail' }]);
    expect(await findings(stripped.bytes, 'image/jpeg')).toEqual([]);
    expect(Buffer.from(stripped.bytes).includes(Buffer.from('JFIF\0\x01\x02\x01\0\x48\0\x48\0\0', 'latin1'))).toBe(
      true,
    );
  });

  it('refuses a file whose end is missing', async () => {
    const photo = await phonePhoto();
    for (const missing of [2, 5000]) {
      const cut = photo.subarray(0, -missing);
      await expect(strip(cut)).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'undecodable' });
    }
  });
});

describe('stripMetadata on formats that are encoded again', () => {
  it('keeps every sample of lossless formats, at 8 and 16 bits, with and without palette and grey', async () => {
    const deep = Uint16Array.from(rgbSamples(), (value, index) => value * 256 + (index % 251));
    const sixteen = (): Sharp => sharp(deep, { raw: { ...SIZE, channels: 3 } }).toColourspace('rgb16');
    const images = {
      png: picture().png(),
      'palette png': picture().png({ palette: true, colours: 16 }),
      'grey png': picture().toColourspace('b-w').png(),
      '16-bit png': sixteen().png(),
      'wide-gamut png': picture().withIccProfile('p3').png(),
      'lossless webp': picture().webp({ lossless: true }),
    };
    for (const [name, image] of Object.entries(images)) {
      const bytes = await image.toBuffer();
      const { bytes: stripped, method } = await strip(bytes, { mode: 'reencode' });
      const [before, after] = await Promise.all([sharp(bytes).metadata(), sharp(stripped).metadata()]);
      expect([name, method, after.depth, after.space]).toEqual([name, 're-encode', before.depth, before.space]);
      expect([name, after.icc]).toEqual([name, before.icc && neutralProfile(before.icc)]);
      expect([name, (await samples(stripped)).equals(await samples(bytes))]).toEqual([name, true]);
    }
  });

  it('leaves nothing of what was planted in PNG, WebP and TIFF', async () => {
    const tiff = { serial: CANARY, artist: CANARY, xmp: XMP, picture: { ...SIZE, rgb: rgbSamples() } };
    const planted = {
      'image/png': pngWith(await picture().png().toBuffer(), {
        text: [['Comment', CANARY]],
        exif: EXIF,
        xmp: XMP,
        trailer: Buffer.from(CANARY),
      }),
      'image/webp': webpWith(await picture().webp().toBuffer(), SIZE, {
        exif: EXIF,
        xmp: XMP,
        trailer: Buffer.from(CANARY),
      }),
      'image/tiff': exifBlock(tiff),
    };
    for (const [mediaType, bytes] of Object.entries(planted)) {
      expect(bytes.includes(CANARY)).toBe(true);
      const stripped = await strip(bytes);
      expect(await findings(stripped.bytes, mediaType)).toEqual([]);
      expect(await sharp(stripped.bytes).metadata()).toMatchObject(SIZE);
    }
  });

  it('turns the pixels where the orientation tag may not stay', async () => {
    const upright = await samples(await picture().png().toBuffer());
    for (const orientation of ORIENTATIONS) {
      const png = pngWith(await (await storedTurned(orientation)).png().toBuffer(), {
        exif: exifBlock({ orientation }),
      });
      const stripped = await strip(png, { orientation: 'pixels' });
      expect((await sharp(stripped.bytes).metadata()).orientation).toBeUndefined();
      expect((await samples(stripped.bytes)).equals(upright)).toBe(true);
    }
  });

  it('keeps all frames, their times and their number of rounds', async () => {
    const timing = { delay: [50, 100, 150], loop: 2 };
    const gif = gifWith(await frames(3).gif(timing).toBuffer(), {
      comment: CANARY,
      xmp: XMP,
      trailer: Buffer.from(CANARY),
    });
    const webp = webpWith(
      await frames(3)
        .webp({ ...timing, lossless: true })
        .toBuffer(),
      SIZE,
      { exif: EXIF },
    );
    const tiff = await frames(3).tiff({ compression: 'lzw' }).toBuffer();
    for (const animation of [gif, webp, tiff]) {
      const { bytes } = await strip(animation);
      const [before, after] = await Promise.all([
        sharp(animation, { failOn: 'error' }).metadata(),
        sharp(bytes).metadata(),
      ]);
      expect(after).toMatchObject({ pages: 3, ...(before.delay === undefined ? {} : timing) });
      expect((await samples(bytes)).equals(await samples(animation))).toBe(true);
    }
    expect((await strip(gif)).method).toBe('lossless');
  });

  it('zeroes the colours of fully transparent pixels, and of no others', async () => {
    const rgba = Buffer.alloc(8 * 8 * 4, 200);
    for (let pixel = 0; pixel < 64; pixel += 2) rgba.set([pixel, 100, 100, 0], pixel * 4);
    const raw = { raw: { width: 8, height: 8, channels: 4 } } as const;
    for (const image of [sharp(rgba, raw).png(), sharp(rgba, raw).tiff({ compression: 'lzw' })]) {
      const { bytes } = await stripBytes(await image.toBuffer(), { mode: 'reencode' });
      const after = await sharp(bytes).raw().toBuffer();
      expect([...after.subarray(0, 8)]).toEqual([0, 0, 0, 0, 200, 200, 200, 200]);
    }
  });

  it('encodes lossy pictures with little loss', async () => {
    for (const image of [picture().webp({ quality: 80 }), picture().avif({ effort: 0 })]) {
      const bytes = await image.toBuffer();
      const [before, after] = await Promise.all([
        sharp(bytes).raw().toBuffer(),
        sharp((await stripBytes(bytes, { mode: 'reencode' })).bytes)
          .raw()
          .toBuffer(),
      ]);
      expect(
        before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length,
      ).toBeLessThan(5);
    }
  });
});

describe('stripMetadata refuses by reason', () => {
  const heic = { mediaType: 'image/heic', ...SIZE, frames: 1, orientation: 1 };

  it('what it cannot encode again', async () => {
    const [width, height] = [64, 64];
    const again = { header: { ...heic, width, height, frames: 2 }, mode: 'reencode' } as const;
    const burst = heifFile({ items: [heicPicture(), heicPicture()] });
    await expect(stripBytes(burst, again)).rejects.toMatchObject({ reason: 'unsupported' });
    const lab = await picture().toColourspace('lab').tiff({ compression: 'lzw' }).toBuffer();
    await expect(stripBytes(lab, { mode: 'reencode' })).rejects.toMatchObject({
      code: 'UNCLEANABLE',
      reason: 'unsupported',
    });
    await expect(stripBytes(Buffer.from('BM'), { header: { ...heic, mediaType: 'image/bmp' } })).rejects.toMatchObject({
      reason: 'undecodable',
    });
  });

  it('what does not decode to its end', async () => {
    const broken = {
      'image/webp': (await picture().webp().toBuffer()).subarray(0, -30),
      'image/gif': (await picture().gif().toBuffer()).subarray(0, 500),
      'image/png': (await picture().png().toBuffer()).subarray(0, -60),
      'image/tiff': (await picture().tiff({ compression: 'lzw' }).toBuffer()).fill(0, 8, 400),
    };
    for (const [mediaType, bytes] of Object.entries(broken)) {
      const header = { mediaType, ...SIZE, frames: 1, orientation: 1 };
      await expect(stripBytes(bytes, { header })).rejects.toMatchObject({
        code: 'UNCLEANABLE',
        reason: 'undecodable',
      });
    }
  });
});

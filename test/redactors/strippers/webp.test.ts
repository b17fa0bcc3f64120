import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { neutralProfile } from '../../../src/media/neutral-profile.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import {
  exifBlock,
  frames,
  HEIGHT,
  ORIENTATIONS,
  picture,
  riffChunk,
  storedTurned,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../../fixtures/images.ts';
import { intoLastFrame, webpPlaces } from '../../fixtures/planted/webp.ts';
import { stripBytes } from '../strip.ts';

const SIZE = { width: WIDTH, height: HEIGHT };
const FLAGS_AT = 20;
const header = { mediaType: 'image/webp', ...SIZE, frames: 1, orientation: 1 };

/** What a viewer shows: upright, all frames, transparency on grey, numbers untouched by profiles. */
async function shown(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { pages: -1, ignoreIcc: true, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#777' })
    .raw()
    .toBuffer();
}

describe('stripping a WebP', () => {
  it.each(webpPlaces)('cleans $kind: $place', async ({ plant, isIn, reported }) => {
    const bytes = await plant();
    expect(isIn?.(bytes)).toBe(true);
    const { detections } = await detectMetadata(byteView(bytes), 'image/webp');
    if (reported !== undefined) expect(detections).toContainEqual(expect.objectContaining(reported));
    const { bytes: stripped } = await stripBytes(bytes);
    expect(isIn?.(Buffer.from(stripped))).toBe(false);
    expect(await shown(stripped)).toEqual(await shown(bytes));
    expect((await detectMetadata(byteView(stripped), 'image/webp')).detections).toEqual([]);
    expect(Buffer.from(stripped).readUInt32LE(4)).toBe(stripped.length - 8);
  });

  it('leaves coded pictures as they are, lossy, lossless, with alpha and animated', async () => {
    const timing = { delay: [50, 100, 150], loop: 2 };
    const images = [
      picture().webp(),
      picture().webp({ lossless: true }),
      picture().ensureAlpha(0.5).webp(),
      picture().ensureAlpha(0.5).webp({ lossless: true }),
      frames(3).webp({ ...timing, lossless: true }),
      frames(3).webp(timing),
    ];
    for (const image of images) {
      const webp = await image.toBuffer();
      const planted = webpWith(webp, SIZE, {
        exif: exifBlock({ artist: 'Anna' }),
        xmp: xmpPacket({ 'dc:creator': 'Anna' }),
        chunks: [riffChunk('ABCD', Buffer.alloc(3))],
        trailer: Buffer.from('b'),
      });
      const stripped = await stripBytes(planted);
      expect(stripped.method).toBe('lossless');
      expect((await detectMetadata(byteView(stripped.bytes), 'image/webp')).detections).toEqual([]);
      expect(await shown(stripped.bytes)).toEqual(await shown(planted));
      expect(await sharp(stripped.bytes).metadata()).toMatchObject(await timingOf(webp));
      expect(Buffer.from(stripped.bytes).readUInt8(FLAGS_AT) & 0x2c).toBe(0);
    }
  });

  it.each(ORIENTATIONS)('keeps orientation %i as it shows, also in what was a simple file', async (orientation) => {
    for (const options of [{}, { lossless: true }]) {
      const webp = await (await storedTurned(orientation)).webp(options).toBuffer();
      const { width = 0, height = 0 } = await sharp(webp).metadata();
      const turned = webpWith(webp, { width, height }, { exif: exifBlock({ orientation, artist: 'Anna' }) });
      const { bytes, method } = await stripBytes(turned);
      expect(method).toBe('lossless');
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(orientation);
      expect(await shown(bytes)).toEqual(await shown(turned));
      expect(Buffer.from(bytes).includes('Anna')).toBe(false);
    }
  });

  it('puts the EXIF at an even place also where the byte that makes the last chunk even is missing', async () => {
    const even = await picture().webp().toBuffer();
    // The last byte of a VP8 picture is never needed.
    const unpadded = Buffer.from(even.subarray(0, -1));
    unpadded.writeUInt32LE(unpadded.length - 8, 4);
    unpadded.writeUInt32LE(unpadded.length - 20, 16);
    const animation = await frames(2).webp({ lossless: true }).toBuffer();
    const cases = [
      [unpadded, 1],
      // A private chunk without its last byte.
      [intoLastFrame(animation, Buffer.from('ABCD\x01\0\0\0x')), 2],
    ] as const;
    for (const [bytes, pages] of cases) {
      const stripped = await stripBytes(bytes, { header: { ...header, frames: pages, orientation: 6 } });
      expect(stripped.method).toBe('lossless');
      expect((await sharp(stripped.bytes).metadata()).orientation).toBe(6);
    }
  });

  it('keeps the colour profile, or takes it and its flag out', async () => {
    const webp = await picture().withIccProfile('p3').webp().toBuffer();
    const kept = await stripBytes(webp);
    expect(kept).toMatchObject({ method: 'lossless', kept: ['icc'] });
    const { icc = Buffer.alloc(0) } = await sharp(webp).metadata();
    expect((await sharp(kept.bytes).metadata()).icc).toEqual(neutralProfile(icc));
    expect(kept.bytes.length).toBe(webp.length);
    const { bytes } = await stripBytes(webp, { keep: [] });
    expect((await sharp(bytes).metadata()).icc).toBeUndefined();
    expect(Buffer.from(bytes).readUInt8(FLAGS_AT)).toBe(0);
    expect(await shown(bytes)).toEqual(await shown(webp));
  });

  it('takes out what makes decoders refuse a file: second pictures, frames without animation, ends of no chunk', async () => {
    const webp = await picture().webp().toBuffer();
    const clean = webpWith(webp, SIZE, {});
    for (const rest of [riffChunk('VP8 ', Buffer.alloc(20)), riffChunk('ANMF', Buffer.alloc(20)), Buffer.alloc(6)]) {
      const { bytes } = await stripBytes(webpWith(webp, SIZE, { chunks: [rest] }), { header });
      expect(clean.equals(bytes)).toBe(true);
    }
  });

  it('clears bits that mean nothing', async () => {
    const webp = webpWith(await picture().webp().toBuffer(), SIZE, {});
    const planted = Buffer.from(webp);
    planted.set([0x41, 0x42, 0x43], FLAGS_AT + 1);
    expect((await detectMetadata(byteView(planted), 'image/webp')).detections).toMatchObject([
      { type: 'metadata-block', field: 'WebP:ReservedBits' },
    ]);
    expect(webp.equals((await stripBytes(planted)).bytes)).toBe(true);
  });
});

describe('colours under full transparency of a WebP', () => {
  const side = 128;
  const alpha = Buffer.alloc(side * side, 255).fill(0, (side * side) / 2);
  const photo = async (): Promise<Buffer> => picture().resize(side, side, { kernel: 'nearest' }).raw().toBuffer();
  const withAlpha = async (rgb: Buffer): Promise<Sharp> =>
    sharp(rgb, { raw: { width: side, height: side, channels: 3 } }).joinChannel(alpha, {
      raw: { width: side, height: side, channels: 1 },
    });

  it('stay where the encoder flattened them', async () => {
    for (const options of [{ quality: 10 }, { quality: 60 }, { quality: 95 }, { lossless: true }]) {
      const webp = await (await withAlpha(await photo())).webp(options).toBuffer();
      expect((await stripBytes(webp)).method).toBe('lossless');
    }
  });

  it('go, and nothing visible with them, where they could show a picture', async () => {
    for (const options of [{ quality: 60 }, { quality: 95 }, { lossless: true }]) {
      const webp = await (await withAlpha(await photo())).webp({ ...options, exact: true }).toBuffer();
      const { bytes, method } = await stripBytes(webp);
      expect(method).toBe('re-encode');
      expect(await shown(bytes)).toEqual(await shown(webp));
      const samples = await sharp(bytes).raw().toBuffer();
      expect(new Set(samples.subarray((side * side * 4) / 2))).toEqual(new Set([0]));
    }
  });
});

async function timingOf(bytes: Uint8Array): Promise<object> {
  const { pages, delay, loop } = await sharp(bytes).metadata();
  return JSON.parse(JSON.stringify({ pages, delay, loop }));
}

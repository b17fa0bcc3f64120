import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { neutralProfile } from '../../../src/media/neutral-profile.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { pngChunks } from '../../../src/media/walkers/png-chunks.ts';
import {
  exifBlock,
  ORIENTATIONS,
  picture,
  pngChunk,
  pngWith,
  rgbSamples,
  storedTurned,
} from '../../fixtures/images.ts';
import { apngPlaces } from '../../fixtures/planted/apng.ts';
import { pngPlaces } from '../../fixtures/planted/png.ts';
import { type ApngFrame, brokenChunk, writeApng, writePng } from '../../fixtures/png.ts';
import { stripBytes } from '../strip.ts';

const SIDE = 16;

/** What a viewer shows: upright, transparency on grey, numbers untouched by profiles. */
async function shown(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { ignoreIcc: true, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#777' })
    .raw()
    .toBuffer();
}

describe('stripping a PNG', () => {
  it.each([...pngPlaces, ...apngPlaces])('cleans $format, $kind: $place', async ({ plant, isIn, reported }) => {
    const bytes = await plant();
    expect(isIn?.(bytes)).toBe(true);
    const { detections } = await detectMetadata(byteView(bytes), 'image/png');
    if (reported !== undefined) expect(detections).toContainEqual(expect.objectContaining(reported));
    const stripped = await stripBytes(bytes);
    expect(isIn?.(Buffer.from(stripped.bytes))).toBe(false);
    expect(await shown(stripped.bytes)).toEqual(await shown(bytes));
    expect((await detectMetadata(byteView(stripped.bytes), 'image/png')).detections).toEqual([]);
  });

  it('gives back the very bytes of a picture that only had something planted', async () => {
    const plain = await picture().png().toBuffer();
    const planted = pngWith(plain, {
      text: [['Comment', 'a']],
      exif: exifBlock({ artist: 'Anna' }),
      chunks: [pngChunk('iDOT', Buffer.alloc(28))],
      trailer: Buffer.from('b'),
    });
    const stripped = await stripBytes(planted);
    expect(stripped.method).toBe('lossless');
    expect(plain.equals(stripped.bytes)).toBe(true);
  });

  it('keeps what shows the picture: colour, density, transparency, background', async () => {
    const chunks = [
      pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
      pngChunk('sRGB', Buffer.from([0])),
      pngChunk('tRNS', Buffer.alloc(6)),
      pngChunk('bKGD', Buffer.alloc(6)),
      pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    ];
    const png = writePng({ width: SIDE, height: SIDE, colourType: 2, samples: rgbSamples(SIDE, SIDE) }, chunks);
    expect(png.equals((await stripBytes(png)).bytes)).toBe(true);
  });

  it('keeps the colour profile under a name that says nothing, or takes it out', async () => {
    const place = pngPlaces.find(({ place: name }) => name === 'name of the colour profile');
    const bytes = (await place?.plant()) ?? Buffer.alloc(0);
    const kept = await stripBytes(bytes);
    expect(kept).toMatchObject({ method: 'lossless', kept: ['icc'] });
    const { icc = Buffer.alloc(0) } = await sharp(bytes).metadata();
    expect((await sharp(kept.bytes).metadata()).icc).toEqual(neutralProfile(icc));
    const without = await stripBytes(bytes, { keep: [] });
    expect((await sharp(without.bytes).metadata()).icc).toBeUndefined();
    expect(await shown(without.bytes)).toEqual(await shown(bytes));
  });

  it.each(ORIENTATIONS)('keeps orientation %i as it shows, and nothing else of the EXIF', async (orientation) => {
    const png = pngWith(await (await storedTurned(orientation)).png().toBuffer(), {
      exif: exifBlock({ orientation, artist: 'Anna' }),
    });
    const stripped = await stripBytes(png);
    expect((await sharp(stripped.bytes).metadata()).orientation ?? 1).toBe(orientation);
    expect(await shown(stripped.bytes)).toEqual(await shown(png));
    expect(Buffer.from(stripped.bytes).includes('Anna')).toBe(false);
  });

  it('leaves the pixels of interlaced, 16-bit, grey and palette pictures as they are', async () => {
    const images = [
      picture().png({ progressive: true }),
      picture().ensureAlpha(0.5).png({ progressive: true }),
      picture().toColourspace('rgb16').png(),
      picture().toColourspace('b-w').png(),
      picture().png({ palette: true, colours: 4 }),
      picture().png({ palette: true, colours: 200, progressive: true }),
    ];
    for (const image of images) {
      const png = await image.toBuffer();
      const stripped = await stripBytes(pngWith(png, { text: [['Comment', 'a']] }));
      expect(stripped.method).toBe('lossless');
      expect(await shown(stripped.bytes)).toEqual(await shown(png));
    }
  });
});

describe('colours under full transparency of a PNG', () => {
  const half = (colourOf: (pixel: number) => readonly number[]): Buffer =>
    Buffer.from(
      Array.from({ length: SIDE * SIDE }, (_, pixel) =>
        pixel % 2 === 0 ? [200, 100, 50, 255] : [...colourOf(pixel), 0],
      ).flat(),
    );

  it('stay when all of them are one, and go when they could show a picture', async () => {
    for (const [colourOf, method] of [
      [() => [255, 255, 255], 'lossless'],
      [(pixel: number) => [pixel, 0, 0], 're-encode'],
    ] as const) {
      const png = writePng({ width: SIDE, height: SIDE, colourType: 6, samples: half(colourOf) });
      const stripped = await stripBytes(png);
      expect(stripped.method).toBe(method);
      expect(await shown(stripped.bytes)).toEqual(await shown(png));
      const hidden = (await sharp(stripped.bytes).raw().toBuffer()).filter((_, at) => Math.floor(at / 4) % 2 === 1);
      expect(new Set(hidden)).toEqual(new Set(method === 'lossless' ? [255, 0] : [0]));
    }
  });

  it('go without what says how the others are meant', async () => {
    const chunks = [
      pngChunk('gAMA', Buffer.from([0, 1, 0x86, 0xa0])),
      pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    ];
    const samples = Buffer.from([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 255]);
    for (const added of [chunks, []]) {
      const { bytes, method } = await stripBytes(writePng({ width: 3, height: 1, colourType: 6, samples }, added));
      expect(method).toBe('re-encode');
      const types = [...pngChunks(byteView(bytes))].map(({ type }) => type);
      expect(types).toEqual(['IHDR', ...(added.length > 0 ? ['gAMA', 'pHYs'] : []), 'IDAT', 'IEND']);
    }
  });

  it('turn black in a palette, whose pixels stay', async () => {
    const samples = Buffer.from(Array.from({ length: SIDE * SIDE }, (_, pixel) => pixel % 3));
    const png = writePng({ width: SIDE, height: SIDE, colourType: 3, samples }, [
      pngChunk('PLTE', Buffer.from([9, 9, 9, 77, 78, 79, 200, 0, 0, 81, 82, 83])),
      pngChunk('tRNS', Buffer.from([255, 0, 128, 7])),
      pngChunk('bKGD', Buffer.from([3])),
    ]);
    const stripped = await stripBytes(png);
    expect(stripped.method).toBe('lossless');
    expect(await shown(stripped.bytes)).toEqual(await shown(png));
    const bytes = Buffer.from(stripped.bytes);
    expect(bytes.includes(pngChunk('PLTE', Buffer.from([9, 9, 9, 0, 0, 0, 200, 0, 0, 81, 82, 83])))).toBe(true);
    expect(bytes.includes(pngChunk('tRNS', Buffer.from([255, 0, 128, 7])))).toBe(true);
  });
});

describe('stripping an animated PNG', () => {
  const frame = (grey: number, more: Partial<ApngFrame> = {}): ApngFrame => ({
    width: SIDE,
    height: SIDE,
    samples: Buffer.alloc(SIDE * SIDE * 4, Buffer.from([grey, grey, 30, 255])),
    ...more,
  });

  it('leaves every frame, its time and its place as they are', async () => {
    const patch = { width: 4, height: 4, x: 3, y: 5, blend: 1, samples: Buffer.alloc(64, 128) } as const;
    const frames = [frame(10), frame(20), frame(0, patch)];
    const stripped = await stripBytes(
      writeApng(frames, {
        chunks: [pngChunk('tEXt', Buffer.from('a\0b'))],
        between: [pngChunk('tIME', Buffer.alloc(7))],
      }),
    );
    expect(stripped.method).toBe('lossless');
    expect(writeApng(frames).equals(stripped.bytes)).toBe(true);
  });

  it('refuses frames that do not decode, and animations that decoders disagree about', async () => {
    const broken = { samples: Buffer.alloc(SIDE * SIDE * 4 - SIDE * 4) };
    const miscounted = writeApng([frame(1), frame(2)]);
    miscounted.set(pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])), miscounted.indexOf('acTL') - 4);
    const badSum = Buffer.from(writeApng([frame(1), frame(2)]));
    badSum.writeUInt8(badSum.readUInt8(badSum.length - 13) ^ 1, badSum.length - 13);
    const animations = [writeApng([frame(1), frame(2, broken)]), badSum];
    for (const bytes of animations) await expect(stripBytes(bytes)).rejects.toMatchObject({ code: 'UNCLEANABLE' });
    await expect(stripBytes(miscounted)).rejects.toMatchObject({ name: 'MalformedImageError' });
  });
});

describe('chunks that decoders drop', () => {
  it('are cut where they are repeated, out of place or broken', async () => {
    const png = writePng({ width: SIDE, height: SIDE, colourType: 2, samples: rgbSamples(SIDE, SIDE) });
    const gamma = pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]));
    const late = Buffer.concat([png.subarray(0, -12), gamma, png.subarray(-12)]);
    const twice = pngWith(png, { chunks: [gamma, gamma] });
    const broken = pngWith(png, { chunks: [brokenChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))] });
    expect(png.equals((await stripBytes(late)).bytes)).toBe(true);
    expect(pngWith(png, { chunks: [gamma] }).equals((await stripBytes(twice)).bytes)).toBe(true);
    expect(png.equals((await stripBytes(broken)).bytes)).toBe(true);
  });

  it('are no part of the palette that is cleaned', async () => {
    const samples = Buffer.alloc(SIDE * SIDE);
    const palette = pngChunk('PLTE', Buffer.from([9, 9, 9]));
    const png = writePng({ width: SIDE, height: SIDE, colourType: 3, samples }, [
      palette,
      pngChunk('tRNS', Buffer.from([0, 0])),
    ]);
    const stripped = await stripBytes(png);
    expect(await shown(stripped.bytes)).toEqual(await shown(png));
    expect(writePng({ width: SIDE, height: SIDE, colourType: 3, samples }, [palette]).equals(stripped.bytes)).toBe(
      true,
    );
  });
});

/** The same people in every way of writing a picture: wherever detectors see it, boxes are where the people are in the upright picture. */
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { boxOverlap } from '../../src/core/boxes.ts';
import type { Box } from '../../src/core/types.ts';
import { createFaceDetector } from '../../src/detectors/face.ts';
import type { PixelDetector } from '../../src/detectors/pixel-detector.ts';
import { openInput } from '../../src/scanner/child/opened-input.ts';
import { exifBlock, jpegSegment, jpegWith, ORIENTATIONS, pngChunk, uprightPhoto } from '../fixtures/images.ts';
import type { Orientation } from '../fixtures/pictures.ts';
import { writeApng } from '../fixtures/png.ts';

const [WIDTH, HEIGHT] = [480, 360];
const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
const SURE = 0.9;

let detector: PixelDetector;
let samples: Buffer;
let expected: readonly Box[];

beforeAll(async () => {
  detector = await createFaceDetector();
  samples = await sharp(await uprightPhoto())
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .raw()
    .toBuffer();
  const frames = await facesIn(await photo().png().toBuffer());
  expected = frames[0]?.filter(({ score }) => score >= SURE).map(({ box }) => box) ?? [];
});

const photo = (): Sharp => sharp(samples, { raw });
const sixteen = (): Sharp =>
  sharp(
    Uint16Array.from(samples, (value) => value * 257),
    { raw },
  ).toColourspace('rgb16');
const withAlpha = (): Sharp => photo().ensureAlpha(0.9);
const opaque = (): Promise<Buffer> => photo().ensureAlpha().raw().toBuffer();
const twice = (): Sharp =>
  sharp(Buffer.concat([samples, samples]), { raw: { ...raw, height: HEIGHT * 2, pageHeight: HEIGHT } });

/** Faces by frame, as the detector sees them in what a child decodes. */
async function facesIn(bytes: Uint8Array): Promise<{ readonly score: number; readonly box: Box }[][]> {
  const limits = { pixels: 50_000_000, frames: 10, textLength: 0 };
  const { frames } = openInput({ kind: 'look', source: { bytes }, limits, maxSide: 1920 }, 60_000);
  const found: { readonly score: number; readonly box: Box }[][] = [];
  for (const picture of (await frames()).pictures) {
    const detections = await detector.detect(picture);
    found.push(detections.flatMap((one) => ('box' in one ? [{ score: one.score, box: one.box }] : [])));
  }
  return found;
}

async function expectTheSame(bytes: Uint8Array): Promise<void> {
  const frames = await facesIn(bytes);
  expect(frames.length).toBeGreaterThan(0);
  for (const faces of frames)
    for (const box of expected)
      expect(Math.max(0, ...faces.map((face) => boxOverlap(face.box, box)))).toBeGreaterThanOrEqual(0.8);
}

test('there are people in the picture', () => {
  expect(expected.length).toBeGreaterThanOrEqual(3);
});

describe('faces have the same boxes in', () => {
  const ways: Readonly<Record<string, () => Sharp>> = {
    'a progressive JPEG': () => photo().jpeg({ progressive: true }),
    'a JPEG with less colour than brightness': () => photo().jpeg({ chromaSubsampling: '4:2:0' }),
    'a grey JPEG': () => photo().greyscale().jpeg({ quality: 92 }),
    'a CMYK JPEG': () => photo().toColourspace('cmyk').jpeg({ quality: 92 }),
    'a CMYK JPEG with its profile': () => photo().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 92 }),
    'a JPEG in Display P3': () => photo().withIccProfile('p3').jpeg({ quality: 92 }),
    'an interlaced PNG': () => photo().png({ progressive: true }),
    'a PNG of 16 bits': () => sixteen().png(),
    'a PNG of 16 bits in grey': () => photo().toColourspace('grey16').png(),
    'a PNG with a palette': () => photo().png({ palette: true }),
    'a PNG with a palette and alpha': () => withAlpha().png({ palette: true }),
    'a PNG in grey with alpha': () => withAlpha().toColourspace('b-w').png(),
    'a lossy WebP': () => photo().webp({ quality: 90 }),
    'a WebP without loss and with alpha': () => withAlpha().webp({ lossless: true }),
    'an animated WebP': () => twice().webp({ quality: 90 }),
    'a GIF': () => photo().gif(),
    'an animated GIF': () => twice().gif(),
    'an AVIF': () => photo().avif({ quality: 80, effort: 0 }),
    'a TIFF of 16 bits': () => sixteen().tiff({ compression: 'lzw' }),
    'a TIFF in tiles': () => photo().tiff({ tile: true, compression: 'deflate' }),
    'a TIFF with a JPEG in it': () => photo().tiff({ compression: 'jpeg', quality: 92 }),
    'a CMYK TIFF': () => photo().toColourspace('cmyk').tiff(),
    'a TIFF where white is 0': () => photo().greyscale().tiff({ miniswhite: true, compression: 'none' }),
    'a TIFF of two pages': () => twice().tiff({ compression: 'deflate' }),
  };
  test.each(Object.entries(ways))('%s', async (_name, way) => expectTheSame(await way().toBuffer()));

  test('an animated PNG', async () => {
    const [back, patch] = [await opaque(), Buffer.alloc(8 * 8 * 4, Buffer.from([0, 200, 0, 255]))];
    const size = { width: WIDTH, height: HEIGHT };
    await expectTheSame(
      writeApng([
        { ...size, samples: back },
        { width: 8, height: 8, samples: patch },
      ]),
    );
  });

  test('a JPEG with another picture behind it, as for high dynamic range', async () => {
    const gains = await photo().resize(120, 90).greyscale().jpeg().toBuffer();
    await expectTheSame(Buffer.concat([await photo().jpeg({ quality: 92 }).toBuffer(), gains]));
  });

  test('pictures whose pixels are said to be higher than wide', async () => {
    const jpeg = await photo().jpeg({ quality: 92 }).toBuffer();
    const jfif = jpegSegment(0xe0, Buffer.from('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 2, 0, 0]));
    await expectTheSame(Buffer.concat([jpeg.subarray(0, 2), jfif, jpeg.subarray(2)]));
    const png = await photo().png().toBuffer();
    const density = pngChunk('pHYs', Buffer.from([0, 0, 0, 1, 0, 0, 0, 2, 0]));
    await expectTheSame(Buffer.concat([png.subarray(0, 33), density, png.subarray(33)]));
  });

  test.each(ORIENTATIONS)('files that are turned by orientation %i', async (orientation) => {
    const turned = await stored(orientation);
    const jpeg = await turned.clone().jpeg({ quality: 92 }).toBuffer();
    await expectTheSame(jpegWith(jpeg, { exif: exifBlock({ orientation }) }));
    const tagged = () => turned.clone().withMetadata({ orientation });
    for (const file of [tagged().png(), tagged().webp({ quality: 90 }), tagged().tiff()])
      await expectTheSame(await file.toBuffer());
  });
});

describe('what cannot be seen as it is meant is an error with a code', () => {
  const refused = (bytes: Uint8Array) => expect(facesIn(bytes)).rejects;

  test('samples that are not integers of 8 or 16 bits', async () => {
    const floats = Float32Array.from(samples, (value) => value / 255);
    const tiff = await sharp(floats, { raw }).toColourspace('scrgb').tiff({ compression: 'none' }).toBuffer();
    expect((await sharp(tiff).metadata()).depth).toBe('float');
    await refused(tiff).toMatchObject({ code: 'UNSUPPORTED_TYPE' });
  });

  test('a TIFF for files over 4 GB', async () => {
    await refused(await photo().tiff({ bigtiff: true }).toBuffer()).toMatchObject({ code: 'UNSUPPORTED_TYPE' });
  });

  test('a JPEG of 12 bits, or without loss', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const deep = Buffer.from(jpeg);
    deep[frame + 4] = 12;
    await refused(deep).toMatchObject({ name: 'MalformedImageError' });
    const lossless = Buffer.from(jpeg);
    lossless[frame + 1] = 0xc3;
    await refused(lossless).toMatchObject({ name: 'MalformedImageError' });
  });
});

/** Turned so that readers who obey the orientation see it upright. */
async function stored(orientation: Orientation): Promise<Sharp> {
  const upright = await photo().png().toBuffer();
  const quarter = [90, 270].includes(quarterOf(orientation))
    ? await sharp(upright).rotate(quarterOf(orientation)).png().toBuffer()
    : upright;
  if (orientation === 2 || orientation === 5) return sharp(quarter).flop();
  if (orientation === 4 || orientation === 7) return sharp(quarter).flip();
  return orientation === 3 ? sharp(quarter).rotate(180) : sharp(quarter);
}

function quarterOf(orientation: Orientation): number {
  if (orientation === 6) return 270;
  return orientation === 5 || orientation === 7 || orientation === 8 ? 90 : 0;
}

import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/media/sniff.ts';
import { walkImage, walkResources } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { bmpFile } from '../fixtures/bmp.ts';
import { dngFile } from '../fixtures/dng.ts';
import {
  exifBlock,
  frames,
  gifWith,
  HEIGHT,
  heicWith,
  iptcBlock,
  jpegWith,
  photoshopResource,
  picture,
  pngWith,
  rgbSamples,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../fixtures/images.ts';
import { rgbPage } from '../fixtures/tiff.ts';

/** Mutations of each seed file; all are the same on every run. */
const MUTATIONS = 600;
/** What breaks parsers: ends of ranges, and markers. */
const NASTY = [0x00, 0x01, 0x02, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xfe, 0xff];

const EXIF = exifBlock({
  artist: 'Anna',
  gps: { latitude: 1, longitude: 2 },
  serial: 'S',
  thumbnail: Buffer.alloc(40),
});
const XMP = xmpPacket({ 'dc:creator': 'Anna' });

async function seeds(): Promise<readonly (readonly [mediaType: string, bytes: Buffer])[]> {
  const trailer = Buffer.from('trailer');
  const size = { width: WIDTH, height: HEIGHT };
  return [
    [
      'image/jpeg',
      jpegWith(await picture().jpeg({ progressive: true }).toBuffer(), {
        exif: EXIF,
        xmp: XMP,
        iptc: iptcBlock([[80, 'A']]),
        comment: 'c',
        trailer,
      }),
    ],
    [
      'image/png',
      pngWith(await picture().png().toBuffer(), {
        text: [['Comment', 'c']],
        deflated: [['Title', 't']],
        exif: EXIF,
        xmp: XMP,
        trailer,
      }),
    ],
    ['image/webp', webpWith(await frames(2).webp().toBuffer(), size, { exif: EXIF, xmp: XMP, trailer })],
    ['image/gif', gifWith(await frames(2).gif().toBuffer(), { comment: 'c', xmp: XMP, trailer })],
    [
      'image/tiff',
      exifBlock({ artist: 'A', serial: 'S', xmp: XMP, picture: { width: 8, height: 8, rgb: rgbSamples(8, 8) } }),
    ],
    ['image/x-adobe-dng', dngFile({ previews: [rgbPage()], hidden: Buffer.from('hidden'), trailer })],
    ['image/bmp', bmpFile({ headerBytes: 124, profile: { kind: 'LINK', data: trailer }, trailer })],
    ['image/heic', heicWith({ exif: EXIF, xmp: XMP })],
    [
      'image/avif',
      await picture()
        .avif({ effort: 0 })
        .withExif({ IFD0: { Artist: 'A' } })
        .toBuffer(),
    ],
  ];
}

/** A small generator of numbers (mulberry32), so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Overwrites some bytes, and sometimes cuts the end off or repeats a part. Structure stands at the start, so it is hit most often. */
function mutate(seed: Buffer, next: (below: number) => number): Buffer {
  const bytes = Buffer.from(seed);
  const reach = next(2) === 0 ? Math.min(bytes.length, 400) : bytes.length;
  for (let changes = 1 + next(6); changes > 0; changes--) bytes[next(reach)] = NASTY[next(NASTY.length)] ?? 0;
  const shape = next(4);
  if (shape === 0) return bytes.subarray(0, next(bytes.length));
  if (shape === 1) return Buffer.concat([bytes.subarray(0, next(bytes.length)), bytes.subarray(next(bytes.length))]);
  return bytes;
}

describe('walkers under mutation', () => {
  it('end on every mutation without throwing, and stay inside the file', async () => {
    const next = numbers(20_261_123);
    let incomplete = 0;
    for (const [mediaType, seed] of await seeds()) {
      expect(walkImage(byteView(seed), mediaType)?.isComplete).toBe(true);
      for (let round = 0; round < MUTATIONS; round++) {
        const bytes = mutate(seed, next);
        sniff(bytes);
        const walk = walkImage(byteView(bytes), mediaType);
        if (walk?.isComplete === false) incomplete++;
        const outside = walk?.blocks.filter(({ offset, length }) => offset < 0 || offset + length > bytes.length);
        expect(outside).toEqual([]);
      }
    }
    expect(incomplete).toBeGreaterThan(MUTATIONS);
  });

  it("hold for image resources and for one type's walker on another type's bytes", async () => {
    const next = numbers(7);
    const resources = photoshopResource(
      1028,
      iptcBlock([
        [80, 'Anna'],
        [120, 'Lunch'],
      ]),
    );
    for (let round = 0; round < MUTATIONS; round++)
      expect(walkResources(mutate(resources, next)).blocks.length).toBeLessThan(100);
    const all = await seeds();
    for (const [mediaType] of all)
      for (const [other, bytes] of all)
        if (
          other !== mediaType &&
          !(mediaType.match(/heic|avif/) && other.match(/heic|avif/)) &&
          !(mediaType.match(/tiff|dng/) && other.match(/tiff|dng/))
        )
          expect(walkImage(byteView(bytes), mediaType)?.isComplete).toBe(false);
  });
});

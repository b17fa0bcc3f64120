/** The files that are mutated: every planted place, and pictures of each format that the planted ones are not. */
import { walkImage } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { iccProfile, localizedText } from '../fixtures/icc.ts';
import {
  animatedPng,
  exifBlock,
  frames,
  gifWith,
  HEIGHT,
  heicWith,
  iptcBlock,
  jpegSegment,
  jpegWith,
  picture,
  pngWith,
  rgbSamples,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../fixtures/images.ts';
import { PLACES } from '../fixtures/planted/all.ts';
import { CANARY, hasCanary } from '../fixtures/planted/planted-place.ts';

export interface Seed {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Offsets where structure begins or ends, as far as the walk knows. */
  readonly edges: readonly number[];
  /** Ranges of metadata blocks. */
  readonly blocks: readonly { readonly offset: number; readonly length: number }[];
  /** Whether the canary can be searched for as it is. */
  readonly hasCanary: boolean;
}

const EXIF = exifBlock({ artist: CANARY, gps: { latitude: 1, longitude: 2 }, thumbnail: Buffer.alloc(40, CANARY) });
const XMP = xmpPacket({ 'dc:creator': CANARY });
const TRAILER = Buffer.from(CANARY);
const SIZE = { width: WIDTH, height: HEIGHT };

export async function makeSeeds(): Promise<Seed[]> {
  const planted = PLACES.map(async ({ mediaType, plant }) => seedOf(mediaType, await plant()));
  return Promise.all([...planted, ...pictures().map(async ([mediaType, bytes]) => seedOf(mediaType, await bytes))]);
}

function seedOf(mediaType: string, bytes: Buffer): Seed {
  const blocks = (walkImage(byteView(bytes), mediaType)?.blocks ?? []).filter(({ offset }) => offset > 0);
  const edges = blocks.flatMap(({ offset, length, data }) => [offset, offset + length - data.length, offset + length]);
  return { mediaType, bytes, blocks, edges: [0, ...new Set(edges)], hasCanary: hasCanary(bytes) };
}

function pictures(): (readonly [mediaType: string, bytes: Promise<Buffer>])[] {
  const jpeg = picture().jpeg({ progressive: true }).toBuffer();
  const png = picture().png().toBuffer();
  const avif = picture().avif({ effort: 0 });
  const everything = {
    exif: EXIF,
    xmp: XMP,
    iptc: iptcBlock([[80, CANARY]]),
    comment: CANARY,
    icc: iccProfile([['desc', localizedText(CANARY)]]),
    segments: [jpegSegment(0xe2, Buffer.from('MPF\0')), jpegSegment(0xeb, TRAILER)],
    trailer: TRAILER,
  };
  const tiff = { artist: CANARY, serial: CANARY, xmp: XMP, picture: { width: 8, height: 8, rgb: rgbSamples(8, 8) } };
  return [
    ['image/jpeg', jpeg],
    ['image/jpeg', jpeg.then((bytes) => jpegWith(bytes, everything))],
    ['image/jpeg', picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['image/png', png],
    [
      'image/png',
      png.then((bytes) =>
        pngWith(bytes, {
          text: [['Comment', CANARY]],
          deflated: [['Title', CANARY]],
          exif: EXIF,
          xmp: XMP,
          trailer: TRAILER,
        }),
      ),
    ],
    ['image/png', picture().withIccProfile('p3').png({ palette: true }).toBuffer()],
    ['image/png', animatedPng()],
    [
      'image/webp',
      frames(2)
        .webp()
        .toBuffer()
        .then((bytes) => webpWith(bytes, SIZE, { exif: EXIF, xmp: XMP, trailer: TRAILER })),
    ],
    ['image/webp', picture().withIccProfile('p3').webp({ lossless: true }).toBuffer()],
    [
      'image/gif',
      frames(2)
        .gif()
        .toBuffer()
        .then((bytes) => gifWith(bytes, { comment: CANARY, xmp: XMP, trailer: TRAILER })),
    ],
    ['image/tiff', Promise.resolve(exifBlock(tiff))],
    ['image/tiff', Promise.resolve(exifBlock({ ...tiff, littleEndian: true }))],
    ['image/tiff', frames(2).tiff({ compression: 'lzw' }).toBuffer()],
    ['image/heic', Promise.resolve(heicWith({ exif: EXIF, xmp: XMP }))],
    [
      'image/avif',
      avif
        .clone()
        .withExif({ IFD0: { Artist: CANARY } })
        .withXmp(XMP)
        .withIccProfile('p3')
        .toBuffer(),
    ],
  ];
}

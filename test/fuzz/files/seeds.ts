/** The files that are mutated: every planted place, every hiding place of a picture, and pictures of each format that these are not. */
import { UncleanableError } from '../../../src/errors.ts';
import { SNIFF_BYTES, sniff } from '../../../src/media/sniff.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { HIDING_PLACES, landscape } from '../../fixtures/hidden-pictures.ts';
import { iccProfile, localizedText } from '../../fixtures/icc.ts';
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
} from '../../fixtures/images.ts';
import { PLACES } from '../../fixtures/planted/all.ts';
import { CANARY, hasCanary } from '../../fixtures/planted/planted-place.ts';

export interface Seed {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Offsets where structure begins or ends, as far as the walk knows. */
  readonly edges: readonly number[];
  /** Ranges of metadata blocks. */
  readonly blocks: readonly { readonly offset: number; readonly length: number }[];
  /** Whether the canary goes without a decoder; it does not where it hides in coded pixels. */
  readonly isCleanedInMemory: boolean;
}

const EXIF = exifBlock({ artist: CANARY, gps: { latitude: 1, longitude: 2 }, thumbnail: Buffer.alloc(40, CANARY) });
const XMP = xmpPacket({ 'dc:creator': CANARY });
const TRAILER = Buffer.from(CANARY);
const SIZE = { width: WIDTH, height: HEIGHT };

/** `begin` is called before each, with a number below zero: walkers may hang on these, too. */
export async function makeSeeds(begin: (number: number) => void): Promise<Seed[]> {
  const planted = PLACES.map(({ mediaType, plant }) => [mediaType, plant] as const);
  const seeds: Seed[] = [];
  for (const [mediaType, make] of [...planted, ...pictures()]) {
    begin(-1 - seeds.length);
    seeds.push(seedOf(mediaType, await make()));
  }
  for (const { hide } of HIDING_PLACES) {
    begin(-1 - seeds.length);
    const bytes = await hide(landscape().negate());
    seeds.push(seedOf(sniff(bytes.subarray(0, SNIFF_BYTES)).mediaType, bytes));
  }
  return seeds;
}

function seedOf(mediaType: string, bytes: Buffer): Seed {
  const blocks = (walkImage(byteView(bytes), mediaType)?.blocks ?? []).filter(({ offset }) => offset > 0);
  // What is inflated or joined may be longer than it is in the file.
  const starts = blocks.map(({ offset, length, data }) => Math.max(offset, offset + length - data.length));
  const edges = blocks.flatMap(({ offset, length }) => [offset, offset + length]);
  return {
    mediaType,
    bytes,
    blocks,
    edges: [0, ...new Set([...edges, ...starts])],
    isCleanedInMemory: !hasCanary(cleanedInMemory(mediaType, bytes)),
  };
}

/** Nothing where it has to be refused or encoded again. */
function cleanedInMemory(mediaType: string, bytes: Buffer): Buffer {
  try {
    return stripInMemory(byteView(bytes), mediaType, { icc: true, exif: undefined });
  } catch (error) {
    if (error instanceof UncleanableError) return Buffer.alloc(0);
    throw error;
  }
}

function pictures(): (readonly [mediaType: string, make: () => Promise<Buffer>])[] {
  const everything = {
    exif: EXIF,
    xmp: XMP,
    iptc: iptcBlock([[80, CANARY]]),
    comment: CANARY,
    icc: iccProfile([['desc', localizedText(CANARY)]]),
    segments: [jpegSegment(0xe2, Buffer.from('MPF\0')), jpegSegment(0xeb, TRAILER)],
    trailer: TRAILER,
  };
  const texts = { text: [['Comment', CANARY]], deflated: [['Title', CANARY]] } as const;
  const blocks = { exif: EXIF, xmp: XMP, trailer: TRAILER };
  const tiff = { artist: CANARY, serial: CANARY, xmp: XMP, picture: { width: 8, height: 8, rgb: rgbSamples(8, 8) } };
  const tagged = { IFD0: { Artist: CANARY } };
  return [
    ['image/jpeg', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['image/jpeg', async () => jpegWith(await picture().jpeg().toBuffer(), everything)],
    ['image/jpeg', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['image/png', () => picture().png().toBuffer()],
    ['image/png', async () => pngWith(await picture().png().toBuffer(), { ...texts, ...blocks })],
    ['image/png', () => picture().withIccProfile('p3').png({ palette: true }).toBuffer()],
    ['image/png', animatedPng],
    ['image/webp', async () => webpWith(await frames(2).webp().toBuffer(), SIZE, blocks)],
    ['image/webp', () => picture().withIccProfile('p3').webp({ lossless: true }).toBuffer()],
    ['image/gif', async () => gifWith(await frames(2).gif().toBuffer(), { ...blocks, comment: CANARY })],
    ['image/tiff', async () => exifBlock(tiff)],
    ['image/tiff', async () => exifBlock({ ...tiff, littleEndian: true })],
    ['image/tiff', () => frames(2).tiff({ compression: 'lzw' }).toBuffer()],
    ['image/heic', async () => heicWith({ exif: EXIF, xmp: XMP })],
    ['image/avif', () => picture().avif({ effort: 0 }).withExif(tagged).withXmp(XMP).withIccProfile('p3').toBuffer()],
  ];
}

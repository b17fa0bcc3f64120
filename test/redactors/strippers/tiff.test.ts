import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { inMemory, openImageFile } from '../../../src/media/image-file.ts';
import { readImageHeader } from '../../../src/media/image-header.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { stripMetadata } from '../../../src/redactors/strip-metadata.ts';
import { dngFile, rawSamples } from '../../fixtures/dng.ts';
import { exifBlock, frames, HEIGHT, picture, rgbSamples, WIDTH } from '../../fixtures/images.ts';
import { dngPlaces } from '../../fixtures/planted/dng.ts';
import { CANARY } from '../../fixtures/planted/planted-place.ts';
import { tiffPlaces } from '../../fixtures/planted/tiff.ts';
import { ASCII, LONG, rgbPage, SHORT, type TiffPage, tiffFile } from '../../fixtures/tiff.ts';
import { stripBytes } from '../strip.ts';

const DEFAULTS = { mode: 'lossless', keep: [], orientation: 'tag' } as const;
const NOTHING = { icc: false, exif: undefined };
const UTF16 = Buffer.from(CANARY, 'utf16le');

/** The samples of every page, as they are stored. */
async function pages(bytes: Uint8Array): Promise<Buffer[]> {
  const { pages: count = 1 } = await sharp(bytes).metadata();
  const decoded = [];
  for (let page = 0; page < count; page++)
    decoded.push(await sharp(bytes, { page, ignoreIcc: true, failOn: 'error' }).raw({ depth: 'ushort' }).toBuffer());
  return decoded;
}

function isIn(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(CANARY) || Buffer.from(bytes).includes(UTF16);
}

/** The last entry with this tag and type changed. */
function patched(bytes: Buffer, tag: number, type: number, change: (entry: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(tag, 0);
  head.writeUInt16BE(type, 2);
  const at = copy.lastIndexOf(head);
  change(copy.subarray(at, at + 12));
  return copy;
}

describe('stripping a TIFF in place', () => {
  it.each(tiffPlaces.map((place) => [place.place, place] as const))('takes out: %s', async (_name, { plant }) => {
    const given = await plant();
    expect(isIn(given)).toBe(true);
    const { bytes, method } = await stripBytes(given);
    expect([isIn(bytes), method]).toEqual([false, 'lossless']);
    const [before, after] = [await pages(given), await pages(bytes)];
    expect(after.every((samples, index) => samples.equals(before[index] ?? Buffer.alloc(0)))).toBe(true);
    const { detections, texts } = await detectMetadata(byteView(bytes), 'image/tiff');
    expect([...detections, ...texts]).toEqual([]);
  });

  it('keeps every sample of every page, however they are coded', async () => {
    for (const compression of ['none', 'lzw', 'deflate', 'packbits', 'jpeg'] as const)
      for (const tile of [false, true])
        for (const count of [1, 3]) {
          const image = count === 1 ? picture() : frames(count);
          const given = await image.withIccProfile('p3').tiff({ compression, tile }).toBuffer();
          const { bytes, method, kept } = await stripBytes(given);
          expect([compression, method, kept]).toEqual([compression, 'lossless', ['icc']]);
          expect([compression, await pages(bytes)]).toEqual([compression, await pages(given)]);
        }
  });

  it('keeps every sample of other depths and colour spaces', async () => {
    const deep = Uint16Array.from(rgbSamples(), (value, index) => value * 256 + (index % 251));
    const images = {
      grey: picture().toColourspace('b-w'),
      '16 bits': sharp(deep, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).toColourspace('rgb16'),
      cmyk: picture().toColourspace('cmyk'),
      lab: picture().toColourspace('lab'),
      transparent: picture().ensureAlpha(0.5),
    };
    for (const [name, image] of Object.entries(images)) {
      const given = await image.tiff({ compression: 'lzw' }).toBuffer();
      const { bytes, method } = await stripBytes(given);
      expect([name, method, await pages(bytes)]).toEqual([name, 'lossless', await pages(given)]);
    }
  });

  it.each(['zstd', 'jpeg 2000', 'damaged'])('refuses tiles that do not decode: %s', async (what) => {
    const given = await picture().tiff({ compression: 'lzw', tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer();
    const entry = given.indexOf(Buffer.from([0x03, 0x01, SHORT, 0, 1, 0, 0, 0]));
    if (what === 'damaged') given.fill(0xff, 8, 40);
    else given.writeUInt16LE(what === 'zstd' ? 50_000 : 34_712, entry + 8);
    await expect(stripBytes(given)).rejects.toMatchObject({ reason: 'undecodable' });
  });

  it('keeps pages of different sizes, and the profile only where it is wanted', async () => {
    const small = await picture().resize(20, 10).withIccProfile('p3').tiff().toBuffer();
    const { bytes } = await stripBytes(tiffFile({ pages: [rgbPage([[0x013b, ASCII, CANARY]]), greyPage()] }));
    expect((await pages(bytes)).map(({ length }) => length / 2)).toEqual([rgbSamples().length, 18]);
    expect((await sharp((await stripBytes(small)).bytes).metadata()).icc).toBeDefined();
    expect((await sharp((await stripBytes(small, { keep: [] })).bytes).metadata()).icc).toBeUndefined();
  });

  it('reads and writes a file part by part, with the same result', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bystander-tiff-'));
    try {
      const [path, out] = [join(folder, 'given'), join(folder, 'cleaned')];
      const given = tiffFile({ pages: [rgbPage([[0x013b, ASCII, CANARY]])], hidden: Buffer.alloc(600_000, CANARY) });
      await writeFile(path, given);
      const file = await openImageFile(path, 0);
      const header = await readImageHeader(file, { pixels: 10_000, frames: 1 });
      const cleaned = await stripMetadata(file, header, DEFAULTS, out);
      file.close();
      cleaned.file.close();
      expect((await readFile(out)).equals((await stripBytes(given)).bytes as Buffer)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves the orientation as the tag that it is', async () => {
    const given = tiffFile({ pages: [rgbPage([[0x0112, SHORT, [6]]])] });
    const { bytes, kept, method } = await stripBytes(given);
    expect([kept, method]).toEqual([['orientation'], 'lossless']);
    expect(await sharp(bytes).metadata()).toMatchObject({ orientation: 6 });
  });

  it('keeps a copyright that is meant to stay, and no other', async () => {
    const given = (copyright: string): Buffer =>
      tiffFile({ pages: [rgbPage([[0x013b, ASCII, CANARY]]), rgbPage([[0x8298, ASCII, copyright]])] });
    const kept = { icc: false, exif: exifBlock({ copyright: 'Example Ltd' }) };
    const strip = (copyright: string): Buffer => stripInMemory(byteView(given(copyright)), 'image/tiff', kept);
    expect(strip('Example Ltd').includes('Example Ltd')).toBe(true);
    expect(isIn(strip('Example Ltd'))).toBe(false);
    expect(strip('Somebody Else').includes('Somebody')).toBe(false);
  });

  it('empties the room that short values leave in their entries', () => {
    const given = patched(tiffFile({ pages: [rgbPage()] }), 0x0103, SHORT, (entry) => entry.write('ab', 10));
    const cleaned = stripInMemory(byteView(given), 'image/tiff', NOTHING);
    expect(cleaned.equals(tiffFile({ pages: [rgbPage()] }))).toBe(true);
  });

  it('reads lists of strips that are longer than what it takes into memory', () => {
    const height = 4_200_000;
    const page: TiffPage = {
      tags: [
        [0x0100, LONG, [1]],
        [0x0101, LONG, [height]],
        [0x0102, SHORT, [8]],
        [0x0103, SHORT, [1]],
        [0x0106, SHORT, [1]],
        [0x0116, LONG, [1]],
        [0x013b, ASCII, CANARY],
      ],
    };
    const file = tiffFile({
      pages: [
        {
          ...page,
          tags: [...page.tags, [0x0111, LONG, uint32s(height, (n) => 8 + n)], [0x0117, LONG, uint32s(height, () => 1)]],
        },
      ],
      hidden: Buffer.alloc(height, 7),
    });
    const cleaned = stripInMemory(byteView(file), 'image/tiff', NOTHING);
    expect(isIn(cleaned)).toBe(false);
    expect(cleaned.subarray(8, 8 + height).equals(Buffer.alloc(height, 7))).toBe(true);
  });
});

describe('a TIFF of which readers could see different things', () => {
  const plain = tiffFile({
    pages: [
      rgbPage([
        [0x011a, 5, [72, 1]],
        [0x013b, ASCII, CANARY],
      ]),
    ],
  });
  const grey = tiffFile({ pages: [greyPage()] });
  const cases: Readonly<Record<string, Buffer>> = {
    'a tag twice': tiffFile({ pages: [rgbPage([[0x0103, SHORT, [1]]])] }),
    'a tag with more values than it may have': patched(plain, 0x011a, 5, (entry) => entry.writeUInt32BE(9, 4)),
    'a tag of an odd type': patched(plain, 0x0103, SHORT, (entry) => entry.writeUInt16BE(ASCII, 2)),
    'a strip outside the file': patched(grey, 0x0117, LONG, (entry) => entry.writeUInt32BE(9999, 8)),
    'a value outside the file': patched(plain, 0x013b, ASCII, (entry) => entry.writeUInt32BE(0xfffffff0, 8)),
    'strips that lie over the header': patched(grey, 0x0111, LONG, (entry) => entry.writeUInt32BE(4, 8)),
    'a loop of directories': loop(),
    'a depth that only some readers can read': patched(plain, 0x0102, SHORT, (entry) => entry.writeUInt16BE(8, 2)),
    'strips and tiles': tiffFile({ pages: [rgbPage([[0x0142, SHORT, [16]]])] }),
    'an unknown compression': patched(plain, 0x0103, SHORT, (entry) => entry.writeUInt16BE(50_001, 8)),
  };

  it.each(Object.entries(cases))('is not edited: %s', (_name, bytes) => {
    expect(() => stripInMemory(byteView(bytes), 'image/tiff', NOTHING)).toThrow(
      expect.objectContaining({ code: 'UNCLEANABLE', reason: 'undecodable' }),
    );
  });

  it('is encoded again where it decodes', async () => {
    const { bytes, method } = await stripBytes(cases['a tag twice'] ?? Buffer.alloc(0));
    expect(method).toBe('re-encode');
    expect(await pages(bytes)).toEqual(await pages(tiffFile({ pages: [rgbPage()] })));
  });

  it('is refused when a value that stays is also one that goes', () => {
    const at = plain.indexOf(Buffer.from([0, 8, 0, 8, 0, 8]));
    const shared = patched(plain, 0x013b, ASCII, (entry) => entry.writeUInt32BE(at, 8));
    expect(() => stripInMemory(byteView(shared), 'image/tiff', NOTHING)).toThrow(
      expect.objectContaining({ code: 'UNCLEANABLE', reason: 'unsupported' }),
    );
  });
});

describe('stripping a DNG in place', () => {
  it.each(dngPlaces.map((place) => [place.place, place] as const))('takes out: %s', async (_name, { plant }) => {
    const given = await plant();
    expect(isIn(given)).toBe(true);
    const { bytes, method } = await stripBytes(given);
    expect([isIn(bytes), method]).toEqual([false, 'lossless']);
    expect(bytes.length).toBeLessThanOrEqual(given.length);
    const at = given.indexOf(rawSamples());
    expect(Buffer.from(bytes).indexOf(rawSamples())).toBe(at);
    const { detections, texts } = await detectMetadata(byteView(bytes), 'image/x-adobe-dng');
    expect([...detections, ...texts]).toEqual([]);
  });

  it('has the size and the turn of its raw picture', async () => {
    const file = inMemory(dngFile({ tags: [[0x0112, SHORT, [6]]] }));
    const header = await readImageHeader(file, { pixels: 64, frames: 1 });
    expect(header).toEqual({ mediaType: 'image/x-adobe-dng', width: 8, height: 8, frames: 1, orientation: 6 });
    await expect(readImageHeader(file, { pixels: 63, frames: 1 })).rejects.toMatchObject({ code: 'TOO_MANY_PIXELS' });
    expect((await stripMetadata(file, header, DEFAULTS, '')).kept).toEqual(['orientation']);
  });

  it('leaves what raw converters need', async () => {
    const { bytes } = await stripBytes(dngFile({ tags: [[0xc62f, ASCII, CANARY]] }));
    expect(Buffer.from(bytes).includes('Example One')).toBe(true);
    expect(Buffer.from(bytes).equals(dngFile({}))).toBe(false);
  });

  it('is refused when its first picture is a coded preview', async () => {
    const given = patched(dngFile({ preview: Buffer.from(CANARY) }), 0x0103, SHORT, (entry) =>
      entry.writeUInt16BE(5, 8),
    );
    await expect(stripBytes(given)).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'unsupported' });
  });

  it('is refused when its structure is broken, as nothing can encode it again', async () => {
    const given = dngFile({});
    const header = { mediaType: 'image/x-adobe-dng', width: 8, height: 8, frames: 1, orientation: 1 };
    await expect(stripBytes(given.subarray(0, -40), { header })).rejects.toMatchObject({ reason: 'undecodable' });
    await expect(
      stripBytes(tiffFile({ pages: [rgbPage([[0xc612, 1, [1, 4, 0, 0]]], { strips: [] })] }), { header }),
    ).rejects.toMatchObject({ code: 'UNCLEANABLE' });
  });
});

function greyPage(): TiffPage {
  return {
    tags: [
      [0x0100, LONG, [3]],
      [0x0101, LONG, [2]],
      [0x0102, SHORT, [8]],
      [0x0103, SHORT, [1]],
      [0x0106, SHORT, [1]],
      [0x0116, LONG, [2]],
    ],
    strips: [Buffer.from([1, 2, 3, 4, 5, 6])],
  };
}

function uint32s(count: number, numberAt: (index: number) => number): Buffer {
  const bytes = Buffer.alloc(count * 4);
  for (let index = 0; index < count; index++) bytes.writeUInt32BE(numberAt(index), index * 4);
  return bytes;
}

/** The last directory of the chain names the first as the next. */
function loop(): Buffer {
  const bytes = tiffFile({ pages: [rgbPage()] });
  const first = bytes.readUInt32BE(4);
  bytes.writeUInt32BE(first, first + 2 + 12 * bytes.readUInt16BE(first));
  return bytes;
}

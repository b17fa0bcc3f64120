import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeHiddenPicture } from '../../src/media/decode-hidden-picture.ts';
import { findThumbnails } from '../../src/media/embedded-thumbnails.ts';
import type { HiddenPicture } from '../../src/media/hidden-picture.ts';
import { type ImageFile, inMemory } from '../../src/media/image-file.ts';
import { walkImage } from '../../src/media/walk-image.ts';
import {
  exifBlock,
  frames,
  HEIGHT,
  jpegSegment,
  jpegWith,
  photoshopResource,
  picture,
  rgbSamples,
  WIDTH,
} from '../fixtures/images.ts';
import { rgbPage, SHORT, tiffFile } from '../fixtures/tiff.ts';

const SIZE = { width: 24, height: 16 };
const small = (): Promise<Buffer> => picture().resize(SIZE).jpeg().toBuffer();
const RGB = Buffer.concat([Buffer.from([SIZE.width, SIZE.height]), rgbSamples(SIZE.width, SIZE.height)]);

const OPTIONS = { limits: { pixels: 4_000_000, frames: 1 }, maxSide: 256 };

const decode = (thumbnail: HiddenPicture, file: ImageFile) =>
  decodeHiddenPicture(thumbnail, file, OPTIONS).catch(() => undefined);

/** Fields of the thumbnails of a JPEG with the size that they decode to. */
async function sizes(bytes: Uint8Array): Promise<unknown[]> {
  const file = inMemory(bytes);
  const found = [...findThumbnails(file.view, walkImage(file.view, 'image/jpeg')?.blocks ?? [])];
  return Promise.all(
    found.map(async (thumbnail) => {
      const pixels = await decode(thumbnail, file);
      return [thumbnail.field, pixels?.width, pixels?.height];
    }),
  );
}

const jpeg = async (metadata: Parameters<typeof jpegWith>[1]): Promise<Buffer> =>
  jpegWith(await picture().jpeg().toBuffer(), metadata);

/** An index of two pictures, of which the second is a large thumbnail at `offset` from the index's own start. */
function mpf(offset: number, length: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4 + 32);
  tiff.write('MM\0*\0\0\0\x08\0\x01', 'latin1');
  tiff.writeUInt16BE(0xb002, 10);
  tiff.writeUInt16BE(7, 12);
  tiff.writeUInt32BE(32, 14);
  tiff.writeUInt32BE(26, 18);
  tiff.writeUInt32BE(0x2003_0000, 26);
  tiff.writeUInt32BE(0x0001_0001, 42);
  tiff.writeUInt32BE(length, 46);
  tiff.writeUInt32BE(offset, 50);
  return tiff;
}

describe('findThumbnails', () => {
  it('finds and decodes those of EXIF, Photoshop, JFXX and JFIF', async () => {
    const thumbnail = await small();
    const jfif = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01', 'latin1');
    const bytes = await jpeg({
      exif: exifBlock({ make: 'Canary', thumbnail, littleEndian: true }),
      segments: [
        jpegSegment(
          0xed,
          Buffer.from('Photoshop 3.0\0'),
          photoshopResource(1036, Buffer.concat([Buffer.alloc(28), thumbnail])),
        ),
        jpegSegment(0xe0, Buffer.from('JFXX\0\x10'), thumbnail),
        jpegSegment(0xe0, Buffer.from('JFXX\0\x13'), RGB),
        jpegSegment(0xe0, jfif, RGB),
      ],
    });
    const { width, height } = SIZE;
    expect(await sizes(bytes)).toEqual([
      ['EXIF:ThumbnailImage', width, height],
      ['Photoshop:Thumbnail', width, height],
      ['JFXX:Thumbnail', width, height],
      ['JFXX:Thumbnail', width, height],
      ['JFIF:Thumbnail', width, height],
    ]);
  });

  it('finds one of EXIF that is not compressed, and none whose strips are more than all bytes', async () => {
    const first = { tags: [[0x0112, SHORT, [1]]] } as const;
    const exif = tiffFile({ pages: [first, rgbPage()] });
    expect(await sizes(await jpeg({ exif }))).toEqual([['EXIF:ThumbnailImage', WIDTH, HEIGHT]]);
    const taller = rgbPage().tags.map(([tag, type, value]) => [tag, type, tag === 0x0101 ? [9999] : value] as const);
    expect(await sizes(await jpeg({ exif: tiffFile({ pages: [first, rgbPage([], { tags: taller })] }) }))).toEqual([]);
  });

  it('finds a large thumbnail behind the picture through its index', async () => {
    const thumbnail = await small();
    const plain = await jpeg({ segments: [jpegSegment(0xe2, Buffer.from('MPF\0'), mpf(0, thumbnail.length))] });
    const indexAt = plain.indexOf('MPF\0') + 4;
    const index = jpegSegment(0xe2, Buffer.from('MPF\0'), mpf(plain.length - indexAt, thumbnail.length));
    const bytes = await jpeg({ segments: [index], trailer: thumbnail });
    expect(await sizes(bytes)).toEqual([['MPF:Images', SIZE.width, SIZE.height]]);
  });

  it('finds no thumbnail in a TIFF of one page', async () => {
    const file = inMemory(
      exifBlock({ artist: 'Anna', picture: { ...SIZE, rgb: rgbSamples(SIZE.width, SIZE.height) } }),
    );
    expect([...findThumbnails(file.view, walkImage(file.view, 'image/tiff')?.blocks ?? [])]).toEqual([]);
  });

  it('finds a page of a TIFF that says it is a smaller copy', async () => {
    const bytes = await frames(2).tiff().toBuffer();
    // NewSubfileType of the second page: from "one page of several" to "reduced".
    const entry = Buffer.from('fe0004000100000002000000', 'hex');
    bytes.writeUInt8(1, bytes.lastIndexOf(entry) + 8);
    const file = inMemory(bytes);
    const tags = { kind: 'tiff-tags', name: 'TIFF:Tags', offset: 0, length: bytes.length, data: bytes } as const;
    const [page] = findThumbnails(file.view, [tags]);
    expect(page).toEqual({ field: 'EXIF:ThumbnailImage', source: 'thumbnail', page: 1 });
    expect(page && (await decode(page, file))).toMatchObject({ width: WIDTH, height: HEIGHT });
  });

  it('leaves out what is broken, and gives no pixels for what does not decode or is too large', async () => {
    expect(await sizes(await jpeg({ exif: exifBlock({ make: 'Canary', thumbnail: Buffer.alloc(50) }) }))).toEqual([
      ['EXIF:ThumbnailImage', undefined, undefined],
    ]);
    expect(
      await sizes(await jpeg({ exif: exifBlock({ make: 'Canary', thumbnail: await small() }).subarray(0, -40) })),
    ).toEqual([]);
    const large = await sharp({ create: { width: 2100, height: 2100, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    expect(await sizes(await jpeg({ exif: exifBlock({ make: 'Canary', thumbnail: large }) }))).toEqual([
      ['EXIF:ThumbnailImage', undefined, undefined],
    ]);
  });
});

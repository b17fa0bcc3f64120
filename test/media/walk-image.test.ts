import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { walkImage, walkResources } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { bmpFile } from '../fixtures/bmp.ts';
import {
  box,
  exifBlock,
  frames,
  gifWith,
  HEIGHT,
  heicWith,
  iptcBlock,
  jpegSegment,
  jpegWith,
  phonePhoto,
  photoshopResource,
  picture,
  pngChunk,
  pngWith,
  rgbSamples,
  riffChunk,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../fixtures/images.ts';

const EXIF = exifBlock({ artist: 'Anna' });
const XMP = xmpPacket({ 'dc:creator': 'Anna' });
const SIZE = { width: WIDTH, height: HEIGHT };

/** Kinds and names of the blocks, and whether the walk came to the end. */
function walk(bytes: Uint8Array, mediaType: string): { names: string[]; isComplete: boolean | undefined } {
  const result = walkImage(byteView(bytes), mediaType);
  return { names: result?.blocks.map(({ kind, name }) => `${kind} ${name}`) ?? [], isComplete: result?.isComplete };
}

describe('walkImage on JPEG', () => {
  it('names every segment that decoding does not need, and the bytes behind EOI', async () => {
    const jpeg = jpegWith(await picture().jpeg().toBuffer(), {
      exif: EXIF,
      xmp: XMP,
      iptc: iptcBlock([[80, 'Anna']]),
      comment: 'hello',
      icc: Buffer.alloc(20),
      segments: [
        jpegSegment(0xe2, Buffer.from('MPF\0'), Buffer.alloc(10)),
        jpegSegment(0xeb, Buffer.from('JP')),
        jpegSegment(0xe0, Buffer.from('JFXX\0\x10'), Buffer.alloc(9)),
      ],
      trailer: Buffer.from('secret'),
    });
    expect(walk(jpeg, 'image/jpeg')).toEqual({
      names: [
        'exif JPEG:EXIF',
        'xmp JPEG:XMP',
        'photoshop JPEG:Photoshop',
        'icc JPEG:ICC',
        'text JPEG:COM',
        'second-picture MPF:Images',
        'unknown JPEG:APP11',
        'thumbnail JFXX:Thumbnail',
        'appended JPEG:Trailer',
      ],
      isComplete: true,
    });
  });

  it('goes through all scans of a progressive file and finds a comment between them', async () => {
    const plain = await sharp(rgbSamples(), { raw: { ...SIZE, channels: 3 } })
      .jpeg({ progressive: true })
      .toBuffer();
    const lastScan = plain.lastIndexOf(Buffer.from([0xff, 0xda]));
    const comment = jpegSegment(0xfe, Buffer.from('between'));
    const jpeg = Buffer.concat([plain.subarray(0, lastScan), comment, plain.subarray(lastScan)]);
    expect(walk(plain, 'image/jpeg')).toEqual({ names: [], isComplete: true });
    expect(walkImage(byteView(jpeg), 'image/jpeg')).toMatchObject({
      blocks: [{ name: 'JPEG:COM', offset: lastScan, length: comment.length, data: Buffer.from('between') }],
      isComplete: true,
    });
  });

  it('finds a thumbnail inside JFIF and bytes behind a standard Adobe marker', async () => {
    const jfif = Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01', 'latin1'), Buffer.alloc(3)]);
    const adobe = Buffer.concat([Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1'), Buffer.from('more')]);
    const jpeg = jpegWith(await picture().jpeg().toBuffer(), {
      segments: [jpegSegment(0xe0, jfif), jpegSegment(0xee, adobe), jpegSegment(0xee, adobe.subarray(0, 12))],
    });
    expect(walk(jpeg, 'image/jpeg').names).toEqual(['thumbnail JFIF:Thumbnail', 'unknown JPEG:Adobe']);
  });

  it('keeps what it found when the rest is cut off or broken', async () => {
    const jpeg = jpegWith(await picture().jpeg().toBuffer(), { comment: 'hello' });
    expect(walk(jpeg.subarray(0, -2), 'image/jpeg')).toEqual({ names: ['text JPEG:COM'], isComplete: false });
    expect(walk(Buffer.from('no JPEG'), 'image/jpeg')).toEqual({ names: [], isComplete: false });
  });
});

describe('walkImage on PNG', () => {
  it('names text, profiles, unknown chunks and the bytes behind IEND', async () => {
    const hex = Buffer.concat([Buffer.from('Exif\0\0'), EXIF]).toString('hex');
    const png = pngWith(await picture().png().toBuffer(), {
      text: [
        ['Comment', 'hello'],
        ['Anna Canary', 'keywords may be personal too'],
        ['Raw profile type exif', `\nexif\n    ${hex.length / 2}\n${hex}\n`],
      ],
      deflated: [['parameters', 'a cat']],
      exif: EXIF,
      xmp: XMP,
      chunks: [pngChunk('tIME', Buffer.alloc(7)), pngChunk('prVt', Buffer.alloc(3))],
      trailer: Buffer.from('secret'),
    });
    expect(walk(png, 'image/png')).toEqual({
      names: [
        'text PNG:Comment',
        'text PNG:tEXt',
        'exif PNG:EXIF',
        'text PNG:parameters',
        'exif PNG:EXIF',
        'xmp PNG:XMP',
        'capture-time PNG:ModifyDate',
        'unknown PNG:UnknownChunk',
        'appended PNG:Trailer',
      ],
      isComplete: true,
    });
  });

  it('leaves text undecoded that inflates beyond the budget of the file', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 2 ** 20));
    const chunk = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb]));
    const png = pngWith(await picture().png().toBuffer(), { chunks: [chunk, chunk] });
    expect(walk(png, 'image/png')).toEqual({ names: ['unknown PNG:zTXt', 'unknown PNG:zTXt'], isComplete: true });
  });
});

describe('walkImage on WebP and GIF', () => {
  it('names the chunks of still and animated WebP and the bytes behind the RIFF', async () => {
    const metadata = {
      exif: EXIF,
      xmp: XMP,
      chunks: [riffChunk('ABCD', Buffer.alloc(3))],
      trailer: Buffer.from('secret'),
    };
    const names = ['exif WebP:EXIF', 'xmp WebP:XMP', 'unknown WebP:UnknownChunk', 'appended WebP:Trailer'];
    for (const webp of [await picture().webp().toBuffer(), await frames(3).webp({ lossless: true }).toBuffer()]) {
      expect(walk(webp, 'image/webp')).toEqual({ names: [], isComplete: true });
      expect(walk(webpWith(webp, SIZE, metadata), 'image/webp')).toEqual({ names, isComplete: true });
    }
  });

  it('names the extensions of a GIF, but not its loop count, and the bytes behind the trailer', async () => {
    const gif = await frames(3).gif({ loop: 2 }).toBuffer();
    const planted = gifWith(gif, { comment: 'hello', xmp: XMP, trailer: Buffer.from('secret') });
    expect(walk(gif, 'image/gif')).toEqual({ names: [], isComplete: true });
    expect(walk(planted, 'image/gif')).toEqual({
      names: ['text GIF:Comment', 'xmp GIF:XMP', 'appended GIF:Trailer'],
      isComplete: true,
    });
    expect(Buffer.from(walkImage(byteView(planted), 'image/gif')?.blocks[1]?.data ?? []).toString()).toBe(XMP);
  });
});

describe('walkImage on TIFF, HEIC and AVIF', () => {
  it('tells tags about pixels from all others', () => {
    const plain = { picture: { ...SIZE, rgb: rgbSamples() } };
    expect(walk(exifBlock(plain), 'image/tiff')).toEqual({ names: [], isComplete: true });
    expect(walk(exifBlock({ ...plain, artist: 'Anna', xmp: XMP, littleEndian: true }), 'image/tiff')).toEqual({
      names: ['xmp TIFF:XMP', 'tiff-tags TIFF:Tags'],
      isComplete: true,
    });
  });

  it('finds the items of a HEIC and an AVIF, and what stands behind the boxes', async () => {
    const heic = Buffer.concat([heicWith({ exif: EXIF, xmp: XMP }), box('mpvd', Buffer.alloc(9)), Buffer.from([1, 2])]);
    expect(walk(heic, 'image/heic')).toEqual({
      names: ['exif HEIF:EXIF', 'xmp HEIF:XMP', 'appended HEIF:MotionPhoto', 'appended HEIF:Trailer'],
      isComplete: true,
    });
    const blocks = walkImage(byteView(heic), 'image/heic')?.blocks ?? [];
    expect(blocks[0]?.data).toEqual(EXIF);
    const avif = picture().avif({ effort: 0 });
    expect(walk(await avif.clone().toBuffer(), 'image/avif')).toEqual({ names: [], isComplete: true });
    const planted = await avif
      .withExif({ IFD0: { Artist: 'Anna' } })
      .withXmp(XMP)
      .withIccProfile('p3')
      .toBuffer();
    expect(walk(planted, 'image/avif').names.sort()).toEqual(['exif HEIF:EXIF', 'icc HEIF:ICC', 'xmp HEIF:XMP']);
  });

  it('has no walker for other types', () => {
    expect(walkImage(byteView(Buffer.alloc(9)), 'image/x-raw')).toBeUndefined();
  });
});

describe('walkImage on BMP', () => {
  it('names the profile, the fields that do not count and what stands behind the pixels', () => {
    const bmp = bmpFile({
      headerBytes: 124,
      profile: { kind: 'LINK', data: Buffer.from('a path') },
      patch: [6, Buffer.from([1])],
      trailer: Buffer.from('secret'),
    });
    expect(walk(bmpFile({}), 'image/bmp')).toEqual({ names: [], isComplete: true });
    expect(walk(bmp, 'image/bmp')).toEqual({
      names: ['text BMP:LinkedProfile', 'unknown BMP:Reserved', 'appended BMP:Trailer'],
      isComplete: true,
    });
    expect(walk(bmp.subarray(0, 300), 'image/bmp')).toEqual({ names: [], isComplete: false });
  });
});

describe('walkers on hostile bytes', () => {
  it('ends on a box of size zero inside another, which loops other readers', () => {
    const endless = Buffer.concat([
      box('ftyp', Buffer.from('heic\0\0\0\0heic')),
      box('meta', Buffer.alloc(40)),
      box('free'),
    ]);
    expect(walk(endless, 'image/heic').isComplete).toBe(false);
  });

  it('ends on directories that point at each other', () => {
    const loop = Buffer.from('MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\x08', 'latin1');
    expect(walk(loop, 'image/tiff')).toEqual({ names: ['tiff-tags TIFF:Tags'], isComplete: false });
  });

  it('ends on image resources that claim more than there is', () => {
    const resource = photoshopResource(1028, iptcBlock([[80, 'Anna']]));
    expect(walkResources(resource)).toMatchObject({ blocks: [{ kind: 'iptc' }], isComplete: true });
    expect(walkResources(Buffer.concat([resource, resource.subarray(0, 15)]))).toMatchObject({ isComplete: false });
  });

  it('takes time in proportion to the size of a scan that is all stuffed bytes', () => {
    const scan = (bytes: number): Buffer =>
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
        Buffer.alloc(bytes, Buffer.from([0xff, 0])),
        Buffer.from([0xff, 0xd9]),
      ]);
    const time = (bytes: number): number => {
      const file = scan(bytes);
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        expect(walk(file, 'image/jpeg').isComplete).toBe(true);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    expect(time(2 ** 22)).toBeLessThan(8 * 8 * Math.max(5, time(2 ** 19)));
  });
});

describe('a phone photo', () => {
  it('has its EXIF where the walker says', async () => {
    const photo = await phonePhoto();
    const exif = walkImage(byteView(photo), 'image/jpeg')?.blocks.find(({ kind }) => kind === 'exif');
    expect(photo.subarray(exif?.offset, (exif?.offset ?? 0) + 2)).toEqual(Buffer.from([0xff, 0xe1]));
    expect(exif?.data.subarray(0, 2)).toEqual(Buffer.from('MM'));
  });
});

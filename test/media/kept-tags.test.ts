import { describe, expect, it } from 'vitest';
import { readKeptTags } from '../../src/media/kept-tags.ts';
import { walkImage } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import {
  exifBlock,
  HEIGHT,
  iptcBlock,
  jpegWith,
  picture,
  pngWith,
  rgbSamples,
  WIDTH,
  xmpPacket,
} from '../fixtures/images.ts';

const COPYRIGHT = '© 2026 Anna Berger';
const DATE = '2026:05:17 13:45:10';
const EXIF = exifBlock({ copyright: COPYRIGHT, dateTimeOriginal: DATE, offsetTimeOriginal: '+04:00' });
const IPTC = iptcBlock([
  [55, '20250101'],
  [60, '120000+0100'],
  [116, 'IPTC notice'],
]);
const XMP = xmpPacket({
  'dc:rights': '<rdf:Alt><rdf:li xml:lang="x-default">Berger &amp; Sons</rdf:li></rdf:Alt>',
  'xmp:CreateDate': '2024-02-03T04:05:06Z',
});

function read(bytes: Uint8Array, mediaType = 'image/jpeg'): ReturnType<typeof readKeptTags> {
  const view = byteView(bytes);
  return readKeptTags(view, walkImage(view, mediaType)?.blocks ?? []);
}

const jpeg = async (metadata: Parameters<typeof jpegWith>[1]): Promise<Buffer> =>
  jpegWith(await picture().jpeg().toBuffer(), metadata);

describe('readKeptTags', () => {
  it('believes EXIF first, then IPTC, then XMP', async () => {
    const fromXmp = { copyright: 'Berger & Sons', captureTime: { dateTime: '2024:02:03 04:05:06', offset: '+00:00' } };
    const fromIptc = { copyright: 'IPTC notice', captureTime: { dateTime: '2025:01:01 12:00:00', offset: '+01:00' } };
    expect(read(await jpeg({ xmp: XMP }))).toEqual(fromXmp);
    expect(read(await jpeg({ xmp: XMP, iptc: IPTC }))).toEqual(fromIptc);
    expect(read(await jpeg({ xmp: XMP, iptc: IPTC, exif: EXIF }))).toEqual({
      copyright: COPYRIGHT,
      captureTime: { dateTime: DATE, offset: '+04:00' },
    });
  });

  it('takes each from where it is said', async () => {
    const exif = exifBlock({ copyright: COPYRIGHT });
    expect(read(await jpeg({ exif, iptc: IPTC }))).toMatchObject({
      copyright: COPYRIGHT,
      captureTime: { dateTime: '2025:01:01 12:00:00' },
    });
  });

  it('reads the text of a PNG and the tags of a TIFF', async () => {
    const text = [
      ['Copyright', 'PNG notice'],
      ['Creation Time', 'Sun, 17 May 2026 13:45:10 GMT'],
    ] as const;
    expect(read(pngWith(await picture().png().toBuffer(), { text }), 'image/png')).toEqual({
      copyright: 'PNG notice',
      captureTime: { dateTime: DATE, offset: '+00:00' },
    });
    const tiff = exifBlock({
      copyright: 'TIFF notice',
      dateTimeOriginal: DATE,
      picture: { width: WIDTH, height: HEIGHT, rgb: rgbSamples() },
    });
    expect(read(tiff, 'image/tiff')).toEqual({ copyright: 'TIFF notice', captureTime: { dateTime: DATE } });
  });

  it('reads rights that stand in an attribute, and joins the notices of photographer and editor', async () => {
    const xmp = xmpPacket({}).replace('rdf:about=""', 'rdf:about="" dc:rights="Berger &quot;B&quot;"');
    expect(read(await jpeg({ xmp })).copyright).toBe('Berger "B"');
    expect(read(await jpeg({ exif: exifBlock({ copyright: 'Anna Berger\0Editor & Co' }) })).copyright).toBe(
      'Anna Berger; Editor & Co',
    );
  });

  it.each(['   ', 'x'.repeat(501), 'Anna\u0007Berger', 'Anna\u202eregreB', 'two\nlines'])(
    'does not take %j for a copyright',
    async (copyright) => {
      const bytes = await jpeg({ iptc: iptcBlock([[116, copyright]]) });
      expect(read(bytes)).toEqual({ copyright: undefined, captureTime: undefined });
    },
  );

  it('gives nothing for broken blocks', async () => {
    const bytes = await jpeg({ exif: Buffer.from('no TIFF'), iptc: Buffer.from('no IPTC'), xmp: '<dc:rights>' });
    expect(read(bytes)).toEqual({ copyright: undefined, captureTime: undefined });
  });
});

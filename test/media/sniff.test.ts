import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isSvgText, SNIFF_BYTES, sniff, sniffFile } from '../../src/media/sniff.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { bmpFile } from '../fixtures/bmp.ts';
import { dngFile } from '../fixtures/dng.ts';
import {
  box,
  exifBlock,
  gifWith,
  heicWith,
  phonePhoto,
  picture,
  rgbSamples,
  WIDTH,
  xmpPacket,
} from '../fixtures/images.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('sniff', () => {
  it('names every picture format that it says is an image', async () => {
    const tiff = exifBlock({ picture: { width: WIDTH, height: 4, rgb: rgbSamples(WIDTH, 4) } });
    const pictures = {
      'image/jpeg': await phonePhoto(),
      'image/png': await picture().png().toBuffer(),
      'image/webp': await picture().webp().toBuffer(),
      'image/gif': gifWith(await picture().gif().toBuffer(), {}),
      'image/tiff': tiff,
      'image/x-adobe-dng': dngFile({}),
      'image/bmp': bmpFile({}),
      'image/avif': await picture().avif({ effort: 0 }).toBuffer(),
      'image/heic': heicWith({ exif: exifBlock({ artist: 'A' }), xmp: xmpPacket({}) }),
    };
    for (const [mediaType, bytes] of Object.entries(pictures))
      expect(sniff(bytes)).toEqual({ mediaType, kind: 'image' });
  });

  it.each([
    ['image/svg+xml', latin1('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['image/svg+xml', latin1('\xef\xbb\xbf  <!-- a drawing --><svg width="1">')],
    ['image/svg+xml', latin1('<s:svg/>')],
    ['image/svg+xml', Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')],
    ['image/svg+xml', Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le').swap16()],
    ['application/pdf', latin1('%PDF-1.7\n')],
    ['application/pdf', latin1(`${'\0'.repeat(500)}%PDF-1.4`)],
    ['application/zip', latin1('PK\x03\x04\x14\0')],
    ['application/x-ole-storage', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['video/mp4', box('ftyp', latin1('isom\0\0\0\0isommp42'))],
    ['video/quicktime', box('ftyp', latin1('qt  \0\0\0\0qt  '))],
    ['video/quicktime', box('moov', latin1('\0\0\0\0'))],
    ['audio/mp4', box('ftyp', latin1('M4A \0\0\0\0M4A '))],
    ['audio/mpeg', latin1('ID3\x04')],
    ['audio/mpeg', latin1('\xff\xfb\x90\x64')],
    ['audio/wav', latin1('RIFF\x24\0\0\0WAVEfmt ')],
    ['video/x-msvideo', latin1('RIFF\x24\0\0\0AVI LIST')],
    ['image/vnd.adobe.photoshop', latin1('8BPS\0\x01')],
    ['image/jxl', latin1('\xff\x0a\0\0')],
    ['image/jxl', latin1('\0\0\0\x0cJXL \r\n\x87\n')],
    ['image/jp2', latin1('\0\0\0\x0cjP  \r\n\x87\n')],
    ['image/vnd.microsoft.icon', latin1('\0\0\x01\0\x01\0')],
    ['image/x-raw', latin1('II*\0\x10\0\0\0CR\x02\0')],
    ['image/x-raw', latin1('FUJIFILMCCD-RAW 0201')],
    ['image/x-raw', box('ftyp', latin1('crx \0\0\0\x01crx isom'))],
  ])('names %s and says that it is no image of this version', (mediaType, bytes) => {
    expect(sniff(bytes)).toEqual({ mediaType, kind: 'other' });
  });

  it('tells a DNG from a TIFF where its directory stands at the end, with the whole file at hand', () => {
    const far = dngFile({ hidden: Buffer.alloc(SNIFF_BYTES) });
    expect(sniff(far.subarray(0, SNIFF_BYTES)).mediaType).toBe('image/tiff');
    expect(sniffFile(byteView(far))).toEqual({ mediaType: 'image/x-adobe-dng', kind: 'image' });
    expect(sniffFile(byteView(bmpFile({}))).mediaType).toBe('image/bmp');
  });

  it('does not take words that begin like a signature for the format', () => {
    for (const text of ['BM, my friend, is a company in Bavaria', 'RIFF is a format', 'a < b, and <svg is a word', ''])
      expect(sniff(Buffer.from(text)).mediaType).toBe('application/octet-stream');
  });

  it('says that an SVG is an image where it is accepted', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(sniff(svg, { acceptSvg: true })).toEqual({ mediaType: 'image/svg+xml', kind: 'image' });
    expect(sniff(gzipSync(svg), { acceptSvg: true })).toEqual({ mediaType: 'application/gzip', kind: 'other' });
  });

  it('finds the root of an SVG behind anything that may stand before it', () => {
    const long = ' '.repeat(5000);
    const befores = [
      ...['', long, `<!-- <p> ${long}-->`, `<?a ${long}?>`],
      ...[`<!DOCTYPE svg [<!ENTITY a "${long}">]>`, `<!DOCTYPE html [<!ENTITY a "> <p>">]>${long}`],
    ];
    for (const before of befores) expect(isSvgText(`${before}<ა:svg width="1">`)).toBe(true);
    for (const text of [
      `<!--${long}--><p>${long}<svg>`,
      'a <svg>',
      '<!--',
      '<',
      `<${long}svg>`,
      '<svgs>',
      `<!doctype html><p>${long}<svg>`,
    ])
      expect(isSvgText(text)).toBe(false);
  });

  it('takes a mixed brand with HEVC for HEIC, and one without for AVIF', () => {
    const mif1 = (compatible: string) => sniff(box('ftyp', latin1(`mif1\0\0\0\0${compatible}`))).mediaType;
    expect(mif1('mif1heic')).toBe('image/heic');
    expect(mif1('mif1avif')).toBe('image/avif');
    expect(mif1('mif1')).toBe('image/heic');
  });
});

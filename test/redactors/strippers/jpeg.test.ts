import { describe, expect, it } from 'vitest';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { exifBlock, jpegSegment, jpegWith, ORIENTATIONS, picture } from '../../fixtures/images.ts';
import { jpegPlaces } from '../../fixtures/planted/jpeg.ts';
import { stripBytes } from '../strip.ts';

const APP0 = 0xe0;
/** The table that is replaced may be what a lenient decoder uses, so the picture is encoded again. */
const ENCODED_AGAIN = [
  'quantization table that another replaces',
  'conditions of arithmetic coding',
  'restart interval that another replaces',
];
/** Its scan becomes shorter. */
const CUT_SHORT = 'lines below a frame that was made less high';

describe('stripJpeg', () => {
  it.each(jpegPlaces.map(({ place, plant }) => [place, plant] as const))(
    'leaves the coded picture byte for byte: %s',
    async (place, plant) => {
      const { bytes, method } = await stripBytes(await plant());
      expect(method).toBe(ENCODED_AGAIN.includes(place) ? 're-encode' : 'lossless');
      const scanOf = (jpeg: Buffer): Buffer => jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])));
      const plain = await picture()
        .jpeg({ progressive: place.includes('between scans') || place.includes('progressive') })
        .toBuffer();
      if (method === 'lossless' && place !== CUT_SHORT)
        expect(scanOf(Buffer.from(bytes)).equals(scanOf(plain))).toBe(true);
    },
  );

  it('puts the kept EXIF behind JFIF and in the place of every other', async () => {
    const jfif = jpegSegment(APP0, Buffer.from('JFIF\0\x01\x02\x01\0\x48\0\x48\0\0'));
    const own = jpegSegment(0xe1, Buffer.from('Exif\0\0'), exifBlock({ artist: 'Anna' }));
    const jpeg = jpegWith(await picture().jpeg().toBuffer(), { segments: [jfif, own, own] });
    const exif = exifBlock({ orientation: 6 });
    const stripped = stripInMemory(byteView(jpeg), 'image/jpeg', { icc: true, exif });
    const kept = jpegSegment(0xe1, Buffer.from('Exif\0\0'), exif);
    expect(stripped.subarray(2, 2 + jfif.length + kept.length).equals(Buffer.concat([jfif, kept]))).toBe(true);
    expect(stripped.indexOf('Exif')).toBe(stripped.lastIndexOf('Exif'));
  });

  it('gives a file that is clean already back as it was', async () => {
    for (const orientation of ORIENTATIONS) {
      const exif = orientation === 1 ? undefined : exifBlock({ orientation });
      const jpeg = await picture().withIccProfile('p3').jpeg().toBuffer();
      const once = stripInMemory(byteView(jpeg), 'image/jpeg', { icc: true, exif });
      expect(stripInMemory(byteView(once), 'image/jpeg', { icc: true, exif }).equals(once)).toBe(true);
    }
  });
});

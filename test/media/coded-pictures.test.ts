import { describe, expect, it } from 'vitest';
import { codedPictures } from '../../src/media/coded-pictures.ts';
import { exifBlock, jpegWith, picture } from '../fixtures/images.ts';

const FILLING = Buffer.from('some bytes \xff\xd8\xff of a vendor ', 'latin1');
const jpeg = (): Promise<Buffer> => picture().jpeg().toBuffer();

describe('codedPictures', () => {
  it('finds each with its own end, whatever stands between', async () => {
    const all = [await jpeg(), await picture().png().toBuffer(), await picture().webp().toBuffer()];
    const bytes = Buffer.concat([FILLING, ...all.flatMap((one) => [one, FILLING])]);
    expect([...codedPictures(bytes)]).toEqual(all);
  });

  it('gives those that do not say where they end with all that follows', async () => {
    for (const one of [await picture().gif().toBuffer(), await picture().avif({ effort: 0 }).toBuffer()]) {
      const rest = Buffer.concat([one, FILLING]);
      expect([...codedPictures(Buffer.concat([FILLING, rest]))]).toEqual([rest]);
    }
  });

  it('takes the thumbnail of a picture for no other one', async () => {
    const whole = jpegWith(await jpeg(), { exif: exifBlock({ thumbnail: await jpeg() }) });
    expect([...codedPictures(whole)]).toEqual([whole]);
  });

  it('finds what stands behind one that breaks off', async () => {
    const broken = (await jpeg()).subarray(0, -9);
    const found = [...codedPictures(Buffer.concat([broken, await jpeg()]))];
    expect(found).toHaveLength(2);
    expect(found.at(-1)).toEqual(await jpeg());
  });

  it('ends soon among thousands of starts', () => {
    const start = Buffer.from('\xff\xd8\xff\xdb\0\x04\0\0\xff\xda\0\x02', 'latin1');
    const bytes = Buffer.concat(Array.from({ length: 100_000 }, () => start));
    const before = performance.now();
    expect([...codedPictures(bytes)].length).toBeLessThanOrEqual(64);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { frames } from '../../fixtures/images.ts';
import { gifPlaces } from '../../fixtures/planted/gif.ts';
import { stripBytes } from '../strip.ts';

describe('stripGif', () => {
  it.each(gifPlaces.map(({ place, plant }) => [place, plant] as const))(
    'leaves frames, times and rounds as they were: %s',
    async (_place, plant) => {
      const { bytes, method } = await stripBytes(await plant());
      const plain = await frames(3)
        .gif({ loop: 2, delay: [50, 100, 150] })
        .toBuffer();
      expect(method).toBe('lossless');
      expect(Buffer.from(bytes).equals(plain)).toBe(true);
    },
  );

  it('keeps a file without a trailer as it is', async () => {
    const gif = (await frames(2).gif().toBuffer()).subarray(0, -1);
    const { bytes, method } = await stripBytes(gif);
    expect(method).toBe('lossless');
    expect(Buffer.from(bytes).equals(gif)).toBe(true);
    expect((await sharp(bytes, { pages: -1 }).metadata()).pages).toBe(2);
  });
});

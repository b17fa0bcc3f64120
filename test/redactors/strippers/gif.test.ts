import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { frames } from '../../fixtures/images.ts';
import { gifPlaces } from '../../fixtures/planted/gif.ts';
import { stripBytes } from '../strip.ts';

const samples = (gif: Uint8Array): Promise<Buffer> => sharp(gif, { pages: -1 }).raw().toBuffer();

describe('stripGif', () => {
  // One of them is another picture than the others.
  const animations = gifPlaces.filter(({ place }) => place !== 'colour table that no picture uses');
  it.each(animations.map(({ place, plant }) => [place, plant] as const))(
    'leaves frames, times and rounds as they were: %s',
    async (_place, plant) => {
      const { bytes, method } = await stripBytes(await plant());
      const plain = await frames(3)
        .gif({ loop: 2, delay: [50, 100, 150] })
        .toBuffer();
      expect(method).toBe('lossless');
      // Colours that no pixel has go from both.
      expect(Buffer.from(bytes).equals((await stripBytes(plain)).bytes)).toBe(true);
      expect(await samples(bytes)).toEqual(await samples(plain));
    },
  );

  it('keeps a file without a trailer as it is', async () => {
    const gif = (await frames(2).gif().toBuffer()).subarray(0, -1);
    const { bytes, method } = await stripBytes(gif);
    expect(method).toBe('lossless');
    expect(bytes.length).toBe(gif.length);
    expect(await samples(bytes)).toEqual(await samples(gif));
    expect((await sharp(bytes, { pages: -1 }).metadata()).pages).toBe(2);
  });

  it('encodes again what lies beside the screen, and what has other pixels than it says', async () => {
    const gif = Buffer.from(await frames(1).gif().toBuffer());
    const pictureAt = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]));
    for (const [at, value] of [
      [pictureAt + 1, 20],
      [pictureAt + 7, 8],
    ] as const) {
      const edited = Buffer.from(gif);
      edited.writeUInt16LE(value, at);
      expect((await stripBytes(edited)).method).toBe('re-encode');
    }
  });
});

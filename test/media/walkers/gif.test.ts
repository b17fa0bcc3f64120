import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { frames } from '../../fixtures/images.ts';

function walk(bytes: Uint8Array): { names: string[]; isComplete: boolean | undefined } {
  const result = walkImage(byteView(bytes), 'image/gif');
  return { names: result?.blocks.map(({ name }) => name) ?? [], isComplete: result?.isComplete };
}

describe('walkGif', () => {
  it('comes to the end of a file without a trailer, as decoders do', async () => {
    const gif = (await frames(2).gif().toBuffer()).subarray(0, -1);
    expect((await sharp(gif, { pages: -1, failOn: 'error' }).toBuffer({ resolveWithObject: true })).info.pages).toBe(2);
    expect(walk(gif)).toEqual({ names: [], isComplete: true });
  });

  it('calls a graphic control of another size broken', async () => {
    const gif = await frames(2).gif().toBuffer();
    const controlAt = gif.indexOf(Buffer.from([0x21, 0xf9, 4]));
    const grown = Buffer.concat([
      gif.subarray(0, controlAt + 2),
      Buffer.from([5]),
      gif.subarray(controlAt + 3, controlAt + 7),
      Buffer.from([1]),
      gif.subarray(controlAt + 7),
    ]);
    expect(walk(grown)).toEqual({ names: [], isComplete: false });
  });

  it('knows a loop count only by its own size and id', async () => {
    const gif = await frames(2).gif({ loop: 2 }).toBuffer();
    const idAt = gif.indexOf('NETSCAPE2.0') + 'NETSCAPE2.0'.length + 1;
    const buffering = Buffer.from(gif);
    buffering[idAt] = 2;
    expect(walk(gif).names).toEqual([]);
    expect(walk(buffering).names).toEqual(['GIF:ApplicationExtension']);
  });
});

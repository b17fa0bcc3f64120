import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeFrames } from '../../src/media/decode-frames.ts';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import type { Picture } from '../../src/media/picture.ts';
import { webpChunk } from '../../src/media/walkers/webp-chunks.ts';

const LIMITS = { pixels: 1e6, frames: 50 };
const SIDE = 48;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly rgba: readonly [number, number, number, number];
  readonly isCleared?: boolean;
  readonly isBlended?: boolean;
}

const PLACED: readonly Placed[] = [
  { x: 0, y: 0, side: 48, rgba: [200, 40, 40, 255] },
  { x: 4, y: 10, side: 16, rgba: [20, 220, 60, 128], isBlended: true },
  { x: 8, y: 14, side: 20, rgba: [0, 0, 255, 255], isCleared: true },
  { x: 28, y: 20, side: 8, rgba: [90, 90, 250, 0] },
  { x: 12, y: 16, side: 30, rgba: [250, 240, 10, 60], isBlended: true, isCleared: true },
  { x: 0, y: 0, side: 48, rgba: [10, 10, 10, 0], isBlended: true },
];

async function webpOf(placed: readonly Placed[]): Promise<Buffer> {
  const frames = await Promise.all(
    placed.map(async ({ x, y, side, rgba: [r, g, b, alpha], isCleared = false, isBlended = false }) => {
      const background = { r, g, b, alpha: alpha / 255 };
      const still = await sharp({ create: { width: side, height: side, channels: 4, background } })
        .webp({ lossless: true, exact: true })
        .toBuffer();
      const head = Buffer.alloc(16);
      for (const [index, value] of [x / 2, y / 2, side - 1, side - 1, 10].entries())
        head.writeUIntLE(value, index * 3, 3);
      head[15] = (isCleared ? 1 : 0) | (isBlended ? 0 : 2);
      const picture = still.toString('latin1', 12, 16) === 'VP8X' ? still.subarray(30) : still.subarray(12);
      return webpChunk('ANMF', Buffer.concat([head, picture]));
    }),
  );
  const extended = Buffer.from([0x12, 0, 0, 0, SIDE - 1, 0, 0, SIDE - 1, 0, 0]);
  const head = [Buffer.from('WEBP'), webpChunk('VP8X', extended), webpChunk('ANIM', Buffer.alloc(6))];
  return webpChunk('RIFF', Buffer.concat([...head, ...frames]));
}

async function movingFrames(count: number): Promise<Sharp> {
  const background = await sharp({
    create: {
      width: SIDE,
      height: SIDE,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  const dot = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const stills = Array.from({ length: count }, (_, at) =>
    sharp(background)
      .composite([{ input: dot, left: at * 5, top: at * 3 }])
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(stills), { join: { animated: true } });
}

/** As they come, and each by itself as the decoder shows it. */
async function bothWays(bytes: Buffer, maxSide = 1000): Promise<readonly (readonly [Picture, Picture])[]> {
  const file = inMemory(bytes);
  const header = await readImageHeader(file, LIMITS);
  const pairs: (readonly [Picture, Picture])[] = [];
  for await (const picture of decodeFrames(file, header, { maxSide }))
    pairs.push([picture, await decodePicture(file, header, { maxSide, frame: picture.frame })]);
  expect(pairs.length).toBe(header.frames);
  return pairs;
}

function expectTheSame([picture, alone]: readonly [Picture, Picture], tolerance: number): void {
  expect({ ...picture, data: 0 }).toEqual({ ...alone, data: 0 });
  const worst = picture.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (alone.data[at] ?? 0))), 0);
  expect(worst).toBeLessThanOrEqual(tolerance);
}

describe('decodeFrames', () => {
  it('draws a WebP frame by frame as its decoder does, blended, replaced and cleared', async () => {
    for (const pair of await bothWays(await webpOf(PLACED))) expectTheSame(pair, 2);
  });

  it('shows every frame of an animation as the decoder shows it alone', async () => {
    for (const bytes of [
      await (await movingFrames(7)).webp({ lossless: true }).toBuffer(),
      await (await movingFrames(7)).webp({ quality: 60 }).toBuffer(),
      await (await movingFrames(7)).gif().toBuffer(),
    ])
      for (const pair of await bothWays(bytes)) expectTheSame(pair, 1);
  });

  it('applies to each frame of a WebP a profile that swaps colours', async () => {
    const bytes = await (await movingFrames(3)).withIccProfile('p3').webp({ lossless: true }).toBuffer();
    const ordinary = await bothWays(bytes);
    const [red, blue] = [bytes.indexOf('rXYZ'), bytes.indexOf('bXYZ')];
    bytes.write('bXYZ', red, 'latin1');
    bytes.write('rXYZ', blue, 'latin1');
    for (const [frame, pair] of (await bothWays(bytes)).entries()) {
      expectTheSame(pair, 2);
      expect(pair[0].data).not.toEqual(ordinary[frame]?.[0].data);
    }
  });

  it('scales frames without more of their neighbours than a row or two at the edge', async () => {
    const rows = (SIDE / 2) * 3 * 2;
    const bytes = await (await movingFrames(4)).gif().toBuffer();
    for (const [picture, alone] of await bothWays(bytes, SIDE / 2)) {
      const inner = ({ data }: Picture): Picture => ({ ...alone, data: data.subarray(rows, data.length - rows) });
      expectTheSame([inner(picture), inner(alone)], 2);
    }
  });

  it('gives pictures that do not hold the memory of the others', async () => {
    for (const [{ data }] of await bothWays(await (await movingFrames(3)).gif().toBuffer()))
      expect(data.buffer.byteLength).toBe(data.length);
  });

  it('fails for a frame of a WebP that lies outside, or that its decoder does not count', async () => {
    const bytes = await webpOf(PLACED);
    const file = inMemory(bytes);
    const header = await readImageHeader(file, LIMITS);
    const all = async (given: typeof header): Promise<void> => {
      for await (const _ of decodeFrames(file, given, { maxSide: 100 }));
    };
    for (const wrong of [{ frames: 7 }, { width: 40 }])
      await expect(all({ ...header, ...wrong })).rejects.toMatchObject({ name: 'MalformedImageError' });
  });
});

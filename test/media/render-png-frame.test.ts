import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import type { Picture } from '../../src/media/picture.ts';
import { animatedPng, exifBlock, HEIGHT, pngChunk, WIDTH } from '../fixtures/images.ts';
import { type ApngFrame, writeApng } from '../fixtures/png.ts';

const SIDE = 8;

function frame(colour: readonly number[], more: Partial<ApngFrame> = {}): ApngFrame {
  const [width, height] = [more.width ?? SIDE, more.height ?? SIDE];
  return { width, height, samples: Buffer.alloc(width * height * 4, Buffer.from(colour)), ...more };
}

async function decode(png: Buffer, number: number): Promise<Picture> {
  const file = inMemory(png);
  const header = await readImageHeader(file, { pixels: 1_000_000, frames: 50 });
  return decodePicture(file, header, { maxSide: 100, frame: number });
}

/** The colours of the first pixel, and of the one at (4, 4). */
async function colours(frames: readonly ApngFrame[], number: number): Promise<number[][]> {
  const { data, width } = await decode(writeApng(frames), number);
  return [0, 4 * width + 4].map((pixel) => [...data.subarray(pixel * 3, pixel * 3 + 3)]);
}

const RED = [200, 0, 0, 255];
const GREEN = [0, 200, 0, 255];
const BACKDROP = [0x77, 0x77, 0x77];
const patch = { x: 4, y: 4, width: 2, height: 2 } as const;

describe('a later frame of an animated PNG', () => {
  it('shows what the frames before it left, and itself where it stands', async () => {
    expect(await colours([frame(RED), frame(GREEN, patch)], 1)).toEqual([RED.slice(0, 3), GREEN.slice(0, 3)]);
    expect(await colours([frame(RED), frame(GREEN), frame(RED, patch)], 2)).toEqual([
      GREEN.slice(0, 3),
      RED.slice(0, 3),
    ]);
  });

  it('is put over what was there, or in its place', async () => {
    const half = [0, 200, 0, 51];
    expect((await colours([frame(RED), frame(half, { ...patch, blend: 1 })], 1))[1]).toEqual([160, 40, 0]);
    expect((await colours([frame(RED), frame([0, 0, 0, 0], { ...patch, blend: 0 })], 1))[1]).toEqual(BACKDROP);
  });

  it('finds the canvas cleared or restored where the frame before it says so', async () => {
    const last = frame([0, 0, 0, 0], { ...patch, blend: 1 });
    const shown = async (dispose: 0 | 1 | 2): Promise<number[] | undefined> =>
      (await colours([frame(RED), frame(GREEN, { ...patch, dispose }), last], 2))[1];
    expect(await shown(0)).toEqual(GREEN.slice(0, 3));
    expect(await shown(1)).toEqual(BACKDROP);
    expect(await shown(2)).toEqual(RED.slice(0, 3));
  });

  it('knows nothing of a default picture that is no part of the animation', async () => {
    const frames = [frame(RED, { isShown: false }), frame(GREEN, patch)];
    expect(await colours(frames, 0)).toEqual([RED.slice(0, 3), RED.slice(0, 3)]);
    expect(await colours(frames, 1)).toEqual([BACKDROP, GREEN.slice(0, 3)]);
  });

  it('has the size of the whole picture, and is turned with it', async () => {
    expect(await decode(await animatedPng(), 1)).toMatchObject({ fullWidth: WIDTH, fullHeight: HEIGHT, frame: 1 });
    const wide = { width: 12, height: SIDE };
    const turned = writeApng([frame(RED, wide), frame(GREEN, patch)], {
      chunks: [pngChunk('eXIf', exifBlock({ orientation: 6 }))],
    });
    expect(await decode(turned, 1)).toMatchObject({ width: SIDE, height: 12, frame: 1 });
    expect((await sharp(turned).autoOrient().toBuffer({ resolveWithObject: true })).info).toMatchObject({
      width: SIDE,
    });
  });

  it('must decode', async () => {
    const broken = frame(GREEN, { samples: Buffer.alloc(SIDE * 4) });
    await expect(decode(writeApng([frame(RED), broken]), 1)).rejects.toMatchObject({ name: 'MalformedImageError' });
  });
});

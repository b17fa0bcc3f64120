import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { coverRegions } from '../../src/redactors/cover-regions.ts';
import { animatedPng, exifBlock, pngChunk } from '../fixtures/images.ts';
import { type ApngFrame, inflatedPng, writeApng } from '../fixtures/png.ts';
import { stripBytes } from './strip.ts';

const SIDE = 16;
const LIMITS = { pixels: 1_000_000, frames: 50 };

function frame(colour: readonly number[], more: Partial<ApngFrame> = {}): ApngFrame {
  const [width, height] = [more.width ?? SIDE, more.height ?? SIDE];
  return { width, height, samples: Buffer.alloc(width * height * 4, Buffer.from(colour)), ...more };
}

/** RGB of every frame as viewers show it. */
async function shown(png: Uint8Array): Promise<Uint8Array[]> {
  const file = inMemory(png);
  const header = await readImageHeader(file, LIMITS);
  const frames = Array.from({ length: header.frames }, (_, number) =>
    decodePicture(file, header, { maxSide: 100, frame: number }),
  );
  return (await Promise.all(frames)).map(({ data }) => data);
}

const PATCH = { x: 4, y: 6, width: 8, height: 5, dispose: 2, blend: 1 } as const;

describe('an animated PNG that is encoded again', () => {
  it('shows the same in every frame, without what was hidden in one', async () => {
    const hidden = Buffer.from('Canary-4711-canary');
    const clear = Buffer.alloc(8 * 5 * 4, Buffer.from([90, 60, 30, 255]));
    for (let pixel = 0; pixel < 40; pixel += 3) clear.set([pixel, 7, 9, 0], pixel * 4);
    const animations = [
      [frame([200, 30, 30, 255], { tail: hidden }), frame([0, 99, 0, 128], PATCH), frame([1, 2, 3, 255])],
      [frame([200, 30, 30, 255]), frame([0, 0, 0, 0], { ...PATCH, samples: clear }), frame([1, 2, 3, 255])],
      [
        frame([200, 30, 30, 255], { isShown: false }),
        frame([0, 0, 99, 255], PATCH),
        frame([9, 9, 9, 9], { tail: hidden }),
      ],
    ];
    for (const frames of animations) {
      const png = writeApng(frames, {
        chunks: [pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])), pngChunk('eXIf', exifBlock({ artist: 'Anna' }))],
      });
      const { bytes, method } = await stripBytes(png);
      expect(method).toBe('re-encode');
      expect(await shown(bytes)).toEqual(await shown(png));
      expect(inflatedPng(Buffer.from(bytes)).includes(hidden)).toBe(false);
      expect(Buffer.from(bytes).includes('gAMA')).toBe(true);
      expect((await stripBytes(bytes)).method).toBe('lossless');
    }
  });

  it('is covered in every frame that reaches into the place', async () => {
    const png = writeApng([frame([200, 30, 30, 255]), frame([30, 200, 30, 255], PATCH), frame([30, 30, 200, 255])]);
    const file = inMemory(png);
    const box = { x: 6, y: 7, width: 4, height: 3 };
    for (const style of ['solid', 'mosaic'] as const) {
      const bytes = await coverRegions(file, await readImageHeader(file, LIMITS), [box], style);
      const before = await shown(png);
      const after = await shown(bytes);
      expect(after.length).toBe(3);
      for (const [index, data] of after.entries()) {
        const at = (8 * SIDE + 8) * 3;
        if (style === 'solid') expect(Math.max(...data.subarray(at, at + 3))).toBeLessThan(60);
        expect(data.subarray(0, SIDE * 3)).toEqual(before[index]?.subarray(0, SIDE * 3));
      }
    }
  });

  it('comes from any kind of samples', async () => {
    const png = await animatedPng();
    const { bytes, method } = await stripBytes(png, { mode: 'reencode' });
    expect(method).toBe('re-encode');
    expect(await shown(bytes)).toEqual(await shown(png));
  });
});

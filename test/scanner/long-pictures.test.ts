/** Animations and pages when time or the cap is up: what was found counts, and what was not seen is a gap. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { CodeRead } from '../../src/detectors/code-reader.ts';
import type { TextLine } from '../../src/detectors/read-text.ts';
import type { Picture } from '../../src/media/picture.ts';
import { openInput } from '../../src/scanner/child/opened-input.ts';
import { seeFrames } from '../../src/scanner/child/see-frames.ts';
import { lookAtPicture } from '../../src/scanner/look/look-at-picture.ts';
import type { Outcomes } from '../../src/scanner/look/part.ts';
import { createPlan } from '../../src/scanner/plan.ts';
import { animatedPng } from '../fixtures/images.ts';

async function* plain(levels: readonly number[], width = 40, height = 20): AsyncGenerator<Picture> {
  for (const [frame, level] of levels.entries()) {
    const data = new Uint8Array(width * height * 3).fill(level);
    yield { data, width, height, fullWidth: width, fullHeight: height, frame };
  }
}

function opened(bytes: Uint8Array, deadlineMs: number) {
  const limits = { pixels: 1_000_000, frames: 100, textLength: 0 };
  return openInput({ kind: 'look', source: { bytes }, limits, maxSide: 1920 }, deadlineMs);
}

async function seen(pictures: AsyncIterable<Picture>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { frame } of pictures) numbers.push(frame);
  return numbers;
}

test('frames that show what was seen before are not looked at again', async () => {
  const { pictures, frames } = await seeFrames(plain([10, 200, 12, 198, 90, 10]), 6);
  expect(pictures.map(({ frame }) => frame)).toEqual([0, 1, 4]);
  expect(frames).toBe(6);
});

test('a slow change is seen, since frames are compared with those that were looked at', async () => {
  const { pictures } = await seeFrames(plain([10, 16, 22, 28, 34]), 5);
  expect(pictures.map(({ frame }) => frame)).toEqual([0, 2, 4]);
});

test('what is over the cap of frames or of pixels is not counted as seen', async () => {
  const levels = Array.from({ length: 80 }, (_, index) => (index % 16) * 16);
  async function* different(): AsyncGenerator<Picture> {
    for await (const picture of plain(levels)) {
      picture.data.fill(255 - Math.floor(picture.frame / 16) * 40, 0, picture.data.length / 2);
      yield picture;
    }
  }
  expect(await seeFrames(different(), 80)).toMatchObject({ frames: 64, pictures: { length: 64 } });
  expect(await seeFrames(plain([0, 80, 160], 4000, 3000), 3)).toMatchObject({ frames: 2, pictures: { length: 2 } });
  expect(await seeFrames(plain([0], 8000, 6000), 1)).toMatchObject({ frames: 1, pictures: { length: 1 } });
});

test('frames of an animation and pages of a TIFF come in their order, each once', async () => {
  const blank = await sharp({ create: { width: 48, height: 32, channels: 3, background: 'black' } })
    .png()
    .toBuffer();
  const white = await sharp({ create: { width: 48, height: 32, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const joined = () => sharp([blank, white, blank], { join: { animated: true } });
  for (const file of [joined().gif(), joined().webp(), joined().tiff()])
    expect(await seen(opened(await file.toBuffer(), 60_000).pictures())).toEqual([0, 1]);
  expect(await seen(opened(await animatedPng(), 60_000).pictures())).toEqual([0]);
});

test('when time is up no other frame is begun, and that is said once', async () => {
  const input = opened(
    await sharp([await dot('red'), await dot('blue')], { join: { animated: true } })
      .gif()
      .toBuffer(),
    0,
  );
  expect(await seen(input.pictures())).toEqual([0]);
  expect(input.wasCutShort()).toBe(true);
  expect(input.wasCutShort()).toBe(false);
});

test('a detector that did not come to all frames in time has a gap, and what it found counts', async () => {
  const plan = createPlan(parseScannerOptions({}));
  const box = { x: 1, y: 1, width: 9, height: 9 };
  const face = { type: 'face', detector: 'face', score: 0.9, box } as const;
  const header = { mediaType: 'image/gif', width: 40, height: 20, frames: 3, orientation: 1 };
  const outcomes: Outcomes = {
    header: { ok: true, value: header },
    decode: { ok: true, value: { frames: 3, inDetail: true } },
    face: { ok: true, value: [face], cutShort: true },
    codes: { ok: true, value: [], cutShort: true },
    lines: { ok: true, value: { lines: [], isCut: false } },
  };
  const sniffed = { kind: 'image', mediaType: 'image/gif', bytes: 1 } as const;
  const { detections, gaps, complete } = await lookAtPicture(sniffed, outcomes, plan, { account: {} });
  expect(detections).toEqual([face]);
  expect(gaps).toEqual([
    { detector: 'face', reason: 'truncated' },
    { detector: 'codes', reason: 'truncated' },
  ]);
  expect(complete).not.toContain('face');
  expect(complete).not.toContain('email');
});

test.each<[string, { lines?: TextLine[]; codes?: CodeRead[] }]>([
  ['more lines than are searched', { lines: Array.from({ length: 2_001 }, (_, at) => lineOf(at)) }],
  ['a code that a detector failed on', { codes: [codeOf('BROKEN')] }],
  ['more codes than are searched', { codes: Array.from({ length: 64 }, (_, at) => codeOf(`${at}`)) }],
])('a picture with %s says of no text that it is not there', async (_, { lines = [], codes = [] }) => {
  const breaks = { type: 'broken', label: 'Broken', pattern: 'BROKEN', validate: fail };
  const plan = createPlan(parseScannerOptions({ customDetectors: [breaks] }));
  const outcomes: Outcomes = {
    header: { ok: true, value: { mediaType: 'image/png', width: 40, height: 20, frames: 1, orientation: 1 } },
    decode: { ok: true, value: { frames: 1, inDetail: true } },
    codes: { ok: true, value: codes },
    lines: { ok: true, value: { lines, isCut: false } },
  };
  const sniffed = { kind: 'image', mediaType: 'image/png', bytes: 1 } as const;
  const { gaps, complete } = await lookAtPicture(sniffed, outcomes, plan, { account: {} });
  expect(gaps).toHaveLength(1);
  expect(complete).not.toContain('custom:broken');
});

function lineOf(at: number): TextLine {
  const box = { x: 1, y: at * 20, width: 9, height: 9 };
  return { text: 'rain', words: [{ text: 'rain', start: 0, end: 4, box }], turns: 0, frame: 0 };
}
function codeOf(text: string): CodeRead {
  return { format: 'qr-code', text, box: { x: 1, y: 1, width: 9, height: 9 }, frame: 0 };
}
function fail(): never {
  throw new Error('failed');
}

function dot(background: string): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

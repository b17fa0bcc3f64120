import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawCodePicture } from '../../scripts/accuracy/codes/draw-code-picture.mjs';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import type { Box } from '../../src/core/types.ts';
import { type CodeReader, MAX_CODES } from '../../src/detectors/code-reader.ts';
import { createCodeReader } from '../../src/detectors/read-codes.ts';
import type { Picture } from '../../src/media/picture.ts';
import { noise, pictureOf } from './picture-of.ts';

const TEXT = 'anna.berger@example.org';
const PASS = 'M1BERGER/ANNA        EABC123 FRATBSLH 0123 123Y012A0001 100';
const [WIDTH, HEIGHT] = [700, 500];

let reader: CodeReader;
beforeAll(async () => {
  reader = await createCodeReader();
});

interface Drawn {
  readonly format: string;
  readonly text: string;
  readonly module: number;
  readonly x?: number;
  readonly y?: number;
  readonly turn?: number;
  readonly slant?: number;
  readonly inverted?: boolean;
  readonly stain?: number;
}
interface Setting {
  readonly scene?: 'plain' | 'busy' | 'photo';
  readonly quality?: number;
  readonly width?: number;
  readonly height?: number;
}

async function drawn(codes: readonly Drawn[], { width = WIDTH, height = HEIGHT, quality, scene }: Setting = {}) {
  const placed = codes.map((code) => ({ x: width / 2, y: height / 2, ...code }));
  const random = createRandom(5);
  const { rgb, corners } = await drawCodePicture({ width, height, codes: placed, quality, scene, random });
  const picture: Picture = { data: rgb, width, height, fullWidth: width, fullHeight: height, frame: 0 };
  return { picture, corners };
}

describe('the code reader', () => {
  it.each([
    ['qr-code', { format: 'QRCode', text: TEXT, module: 3 }],
    ['micro-qr-code', { format: 'MicroQRCode', text: 'TEL:441234', module: 3 }],
    ['rmqr-code', { format: 'RMQRCode', text: TEXT, module: 2 }],
    ['data-matrix', { format: 'DataMatrix', text: TEXT, module: 3 }],
    ['aztec', { format: 'Aztec', text: PASS, module: 3 }],
    ['pdf417', { format: 'PDF417', text: PASS, module: 2 }],
    ['micro-pdf417', { format: 'MicroPDF417', text: 'ANNA BERGER', module: 3 }],
    ['code-128', { format: 'Code128', text: 'MEMBER-4711', module: 2 }],
    ['code-39', { format: 'Code39', text: 'MEMBER4711', module: 2 }],
    ['ean-13', { format: 'EAN13', text: '4006381333931', module: 3 }],
  ])('reads %s and gives all of it a box', async (format, code) => {
    const { picture, corners } = await drawn([code], { scene: 'photo', quality: 60 });
    const codes = await reader.read(picture);
    expect(codes).toMatchObject([{ format, text: code.text, frame: 0 }]);
    for (const corner of corners[0] ?? []) expect(isIn(corner, codes[0]?.box)).toBe(true);
  });

  it.each<[string, Drawn]>([
    ['turned a little', { format: 'QRCode', text: TEXT, module: 3, turn: 12 }],
    ['turned upside down', { format: 'PDF417', text: PASS, module: 2, turn: 180 }],
    ['on the diagonal', { format: 'Code128', text: 'MEMBER-4711', module: 3, turn: 42 }],
    ['upright', { format: 'Code128', text: 'MEMBER-4711', module: 2, turn: 90 }],
    ['slanted', { format: 'DataMatrix', text: TEXT, module: 3, slant: 0.2 }],
    ['light on dark', { format: 'QRCode', text: TEXT, module: 3, inverted: true }],
    ['bars light on dark', { format: 'Code128', text: 'MEMBER-4711', module: 3, inverted: true }],
    ['stained', { format: 'QRCode', text: TEXT, module: 4, stain: 0.02 }],
    ['large', { format: 'QRCode', text: TEXT, module: 14 }],
    ['of two pixels', { format: 'QRCode', text: TEXT, module: 2 }],
  ])('reads a code %s', async (_, code) => {
    const { picture, corners } = await drawn([code], { scene: 'busy', quality: 70 });
    const codes = await reader.read(picture);
    expect(codes.map(({ text }) => text)).toEqual([code.text]);
    for (const corner of corners[0] ?? []) expect(isIn(corner, codes[0]?.box)).toBe(true);
  });

  it('reads several codes, the same text in two places as two', async () => {
    const { picture } = await drawn([
      { format: 'QRCode', text: TEXT, module: 3, x: 120, y: 120 },
      { format: 'QRCode', text: TEXT, module: 3, x: 420, y: 120 },
      { format: 'Aztec', text: PASS, module: 3, x: 300, y: 360 },
    ]);
    const codes = await reader.read(picture);
    expect(codes.map(({ text }) => text).sort()).toEqual([PASS, TEXT, TEXT]);
  });

  it('gives boxes in pixels of the original, inside of it', async () => {
    const { picture, corners } = await drawn([{ format: 'QRCode', text: TEXT, module: 3, x: 52, y: 52 }]);
    const [code] = await reader.read({ ...picture, fullWidth: WIDTH * 2, fullHeight: HEIGHT * 3, frame: 2 });
    expect(code?.frame).toBe(2);
    for (const { x, y } of corners[0] ?? []) expect(isIn({ x: x * 2, y: y * 3 }, code?.box)).toBe(true);
    const { x = -1, y = -1, width = 9999, height = 9999 } = code?.box ?? {};
    expect([Math.min(x, y, 0), x + width < WIDTH, y + height < HEIGHT]).toEqual([0, true, true]);
  });

  it('reads nothing where there is nothing to read, in little time', async () => {
    const plain = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#000' } });
    const started = performance.now();
    for (const source of [noise(640, 480), plain(640, 480), plain(1920, 1), plain(1, 1), stripes(640, 480)])
      expect(await reader.read(await pictureOf(source))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('reads bars that lean in a strip that is too long to be turned at once', async () => {
    const texts = Array.from({ length: 22 }, (_, index) => `N${index}`);
    const codes = texts.map((text, index) => ({
      ...{ format: 'Code128', text, module: 3, turn: 40 },
      ...{ x: 150 + index * 240, y: 140 },
    }));
    const { picture } = await drawn(codes, { width: 5400, height: 280 });
    const read = new Set((await reader.read(picture)).map(({ text }) => text));
    expect(texts.filter((text) => read.has(text)).length).toBeGreaterThanOrEqual(20);
  });

  it('gives up at its limit where there are more', async () => {
    const codes = Array.from({ length: 72 }, (_, index) => ({
      ...{ format: 'QRCode', text: `n${index}@example.org`, module: 2 },
      ...{ x: 50 + (index % 12) * 90, y: 50 + Math.floor(index / 12) * 90 },
    }));
    const { picture } = await drawn(codes, { width: 1120, height: 600 });
    expect(await reader.read(picture)).toHaveLength(MAX_CODES);
  });

  it('gives up at its limit where they are equal and close, too', async () => {
    const side = 66;
    const { picture: one } = await drawn([{ format: 'DataMatrix', text: 'x', module: 6 }], {
      width: side,
      height: side,
    });
    const [width, height] = [22 * side, 5 * side];
    const data = new Uint8Array(width * height * 3);
    for (let at = 0; at < data.length; at += side * 3) {
      const row = Math.floor(at / (width * 3)) % side;
      data.set(one.data.subarray(row * side * 3, (row + 1) * side * 3), at);
    }
    expect(await reader.read({ data, width, height, fullWidth: width, fullHeight: height, frame: 0 })).toHaveLength(
      MAX_CODES,
    );
  });

  it('says which file it reads with', () => {
    expect(reader).toMatchObject({
      modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      runtime: expect.stringMatching(/^zxing-wasm \d+\.\d+\.\d+$/),
    });
  });
});

/** A pixel of smoothing belongs to the paper. */
function isIn({ x, y }: { readonly x: number; readonly y: number }, box: Box | undefined): boolean {
  if (box === undefined) return false;
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}

/** Bars without end that are no code. */
function stripes(width: number, height: number) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, sample) =>
    Math.floor(sample / 3) % 4 < 2 ? 0 : 255,
  );
  return sharp(data, { raw: { width, height, channels: 3 } });
}
